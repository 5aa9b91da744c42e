// SPDX-License-Identifier: AGPL-3.0-or-later
// Who may do what. One table of rules by name for routes, one of roles by thing for what is in a case.
import type { Account, Case, Role } from '../schemas/types.ts';

/** What there is in a case: its head, answers by kind of definition, documents, and what a district keeps for few. */
export type Thing = 'case' | 'form' | 'grid' | 'pact' | 'document' | 'reserved';
/** none, view with a written reason, view, draft, everything (submit, issue, seal) */
export type Right = '-' | 'r' | 'v' | 'd' | 'e';
const rank = { '-': 0, r: 1, v: 2, d: 3, e: 4 } as const;

/** How a role comes to a case: through its comune, or because the case was given to the person. */
interface RoleRights {
  readonly title: 'comune' | 'assigned';
  readonly things: { readonly [thing in Thing]: Right };
}

const rights = (
  title: RoleRights['title'],
  kase: Right,
  form: Right,
  grid: Right,
  pact: Right,
  document: Right,
  reserved: Right,
): RoleRights => ({
  title,
  things: { case: kase, form, grid, pact, document, reserved },
});

export const matrix: { readonly [role in Role]: RoleRights } = {
  //                            title       case form grid pact document reserved
  'front-office': rights('comune', 'e', 'e', '-', '-', '-', '-'),
  'back-office': rights('comune', 'e', 'e', '-', 'v', 'v', '-'),
  coordinator: rights('comune', 'e', 'v', 'v', 'v', 'v', 'r'),
  'meeting-registrar': rights('comune', 'v', 'v', '-', '-', '-', '-'),
  'case-manager': rights('assigned', 'e', 'e', 'e', 'e', 'e', '-'),
  'family-worker': rights('assigned', 'e', 'e', 'e', 'e', 'e', 'e'),
  educator: rights('assigned', 'v', 'v', 'd', 'd', 'd', '-'),
  psychologist: rights('assigned', 'v', 'v', 'd', 'd', 'd', '-'),
  'team-member': rights('assigned', 'v', 'v', 'd', 'd', 'd', '-'),
  'fund-manager': rights('comune', '-', '-', '-', '-', '-', '-'),
  admin: rights('comune', '-', '-', '-', '-', '-', '-'),
  'form-admin': rights('comune', '-', '-', '-', '-', '-', '-'),
  dpo: rights('comune', '-', '-', '-', '-', '-', '-'),
  auditor: rights('comune', '-', '-', '-', '-', '-', '-'),
  // a school, an association: reads a part of the pacts that it was given to, by a rule of its own
  partner: rights('assigned', '-', '-', '-', '-', '-', '-'),
};

/** Who is given to a case for a part of its pact alone: no title to anything in it. */
export const readsPart = ({ roles }: Pick<Account, 'roles'>): boolean =>
  roles.includes('partner') && roles.every((role) => matrix[role].things.case === '-');

/**
 * `yes`; `reason`: the person could open it with a written reason; `hidden`: outside the person's comuni, as if it
 * were not there; `no`: no role of the person may ever do this.
 */
export type Answer = 'yes' | 'reason' | 'hidden' | 'no';

/**
 * May this person do this with that thing of the case? `roles`: where the thing names those that may, instead of the
 * table; the person needs a title to the case all the same.
 */
export function may(
  account: Account,
  id: string,
  kase: Pick<Case, 'comune' | 'assigned'>,
  thing: Thing,
  right: Right,
  roles?: readonly string[],
): Answer {
  const assigned = kase.assigned.includes(id);
  const fitting = account.roles.filter((role) =>
    roles ? roles.includes(role) : rank[matrix[role].things[thing]] >= rank[right],
  );
  const inScope = assigned || account.comuni.length === 0 || account.comuni.includes(kase.comune);
  const anyRole = account.roles.some((role) => matrix[role].things.case !== '-');
  if (anyRole && !inScope) return 'hidden';
  if (fitting.length === 0) {
    const withReason = right === 'v' && account.roles.some((role) => matrix[role].things[thing] === 'r');
    return withReason ? 'reason' : 'no';
  }
  return assigned || fitting.some((role) => matrix[role].title === 'comune') ? 'yes' : 'reason';
}

const order: readonly Role[] = [
  'case-manager',
  'family-worker',
  'psychologist',
  'educator',
  'team-member',
  'coordinator',
  'back-office',
  'front-office',
  'meeting-registrar',
];

/**
 * The role in which a person works on a case: what `x-visible-to` and the context are asked with. Who comes to a case
 * through its comune does not see it with the eyes of a role that needs the case to be `assigned`.
 */
export function workingRole(account: Account, assigned = true): Role {
  const own = order.filter((role) => account.roles.includes(role));
  const byComune = own.filter((role) => matrix[role].title === 'comune');
  return (assigned ? own[0] : (byComune[0] ?? own[0])) ?? account.roles[0] ?? 'auditor';
}

/** What a document of one case counts as that prints no submission: a thing of the table above. */
export const caseReports: { readonly [kind: string]: Thing } = {
  // it says what the assessment says
  transcription: 'grid',
  'signature-register': 'document',
};

/** Of these, what is looked at on the screen and holds only what whoever looks may read: who reads this may look. */
export const caseReportViews: { readonly [kind: string]: Thing } = { transcription: 'form' };

/** Which answers a role may take out of the house, by how delicate they are; `delicate` ones only with a reason. */
export const exportRights: {
  readonly [role in Role]?: { readonly plain: readonly string[]; readonly delicate: readonly string[] };
} = {
  coordinator: { plain: ['common', 'economic', 'minor'], delicate: ['health', 'violence'] },
  'case-manager': { plain: ['common', 'economic', 'minor'], delicate: ['health', 'violence'] },
  'family-worker': { plain: ['common', 'economic', 'minor'], delicate: ['health', 'violence', 'judicial'] },
  'back-office': { plain: ['common', 'economic'], delicate: [] },
};
const exporters = Object.keys(exportRights) as readonly Role[];

interface ReportRights {
  readonly issues: readonly Role[];
  readonly reads: readonly Role[];
  /** it names people: only for who works on every comune that it speaks of */
  readonly names?: true;
}

const workers: readonly Role[] = [
  'coordinator',
  'case-manager',
  'family-worker',
  'educator',
  'psychologist',
  'team-member',
  'back-office',
  'front-office',
];

/** Documents of the district by kind: who may issue one, and who may read it. A kind that is not here is nobody's. */
export const reportRights: { readonly [kind: string]: ReportRights } = {
  'job-centre-list': {
    issues: ['back-office', 'coordinator'],
    reads: ['back-office', 'coordinator'],
    names: true,
  },
  progress: {
    issues: ['coordinator'],
    reads: ['coordinator', 'case-manager', 'family-worker', 'back-office', 'fund-manager'],
  },
  'service-guide': { issues: workers, reads: workers },
  // nothing of what the case holds is in it
  'case-access': { issues: ['coordinator', 'dpo'], reads: ['coordinator', 'dpo'] },
};

/** May this person issue, or read, a document of the district that speaks of these comuni? Empty: all of them. */
export function mayReport(
  account: Account,
  kind: string,
  comuni: readonly string[],
  what: 'issues' | 'reads',
): boolean {
  const rights = Object.hasOwn(reportRights, kind) ? reportRights[kind] : undefined;
  if (!rights || !account.roles.some((role) => rights[what].includes(role))) return false;
  if (account.comuni.length === 0) return true;
  // What is only counted may be read by all who may read it at all; counting is for who sees what is counted.
  if (!rights.names && what === 'reads') return true;
  return comuni.length > 0 && comuni.every((comune) => account.comuni.includes(comune));
}

/** What a route's object is and how its case is reached. */
export type ObjectKind = 'case' | 'draft' | 'submission' | 'document' | 'job' | 'request';

export interface Rule {
  /** anyone; a page with an embed token; a program with a key; anyone signed in; who has one of these roles */
  readonly who: 'anyone' | 'token' | 'key' | 'signed-in' | readonly Role[];
  /** of a key: what it must have been given; of which definitions, the action asks */
  readonly grants?: 'definitions' | 'submissions';
  /** the record that the path's {id} names, inside a case; decided with the table above */
  readonly object?: ObjectKind;
  /** right on the object; for a draft or a submission on the kind of its definition */
  readonly right?: Right;
  readonly thing?: Thing;
  /** reads of personal data: the action written in the audit */
  readonly reads?: string;
}

export const caseWorkers = order;
/** Who meets people before there is a case: not who works only on cases that were given to them. */
export const counterWorkers: readonly Role[] = [
  'front-office',
  'back-office',
  'coordinator',
  'meeting-registrar',
  'case-manager',
  'family-worker',
];

/** Every rule that a route can name. */
export const rules = {
  anyone: { who: 'anyone' },
  'signed-in': { who: 'signed-in' },
  'embed token': { who: 'token' },
  'accounts: read': { who: ['admin'], reads: 'accounts.read' },
  'accounts: write': { who: ['admin'] },
  'keys: read': { who: ['admin'], reads: 'keys.read' },
  'keys: write': { who: ['admin'] },
  'integrator: definitions': { who: 'key', grants: 'definitions', reads: 'integrator.definitions' },
  // the action writes which cases were in what was read
  'integrator: submissions': { who: 'key', grants: 'submissions' },
  // of cases in the person's comuni, as the action asks; the DPO asks, who coordinates gives and hands over
  'archives: list': { who: ['coordinator', 'dpo'], reads: 'archives.list' },
  'archives: ask': { who: ['coordinator', 'dpo'] },
  'archives: decide': { who: ['coordinator'] },
  'archives: take': { who: ['coordinator'] },
  'audit: read': { who: ['dpo', 'auditor', 'coordinator'], reads: 'audit.read' },
  // the lines themselves, which may name who wrote a reason, need the rule above
  'audit: verify': { who: ['dpo', 'auditor', 'coordinator'] },
  // by the number of a case, which need not be one that the person may open: the action asks for the comune and writes which
  'seen: read': { who: ['coordinator', 'dpo'] },
  // which rows and which answers, the action asks case by case and field by field
  'exports: make': { who: exporters },
  'exports: list': { who: [...exporters, 'dpo'], reads: 'exports.list' },
  // the action writes which one
  'exports: take': { who: exporters },
  'definitions: read': { who: ['form-admin', 'coordinator'] },
  'definitions: write': { who: ['form-admin'] },
  // a second person's look and the words exchanged about it
  'definitions: discuss': { who: ['form-admin', 'coordinator'] },
  // offices, phases, parameters: what the district itself is
  'district: read': { who: ['form-admin', 'coordinator', 'admin'] },
  'district: write': { who: ['form-admin'] },
  'versions: read': { who: ['form-admin', ...caseWorkers] },
  'requests: read': {
    who: ['front-office', 'back-office', 'coordinator', 'case-manager', 'family-worker'],
    reads: 'requests.read',
  },
  // the front office: who came, what was asked for, what became of it; nothing of what is in a case
  'counter: see': { who: caseWorkers },
  'counter: start': { who: ['front-office', 'back-office', 'case-manager', 'family-worker'] },
  'accesses: list': { who: counterWorkers, reads: 'accesses.list' },
  'registry: list': { who: counterWorkers, reads: 'registry.list' },
  'request: read': { who: caseWorkers, object: 'request', right: 'v', reads: 'request.read' },
  // opens the case of the request, where there is none, and begins the letter in it
  'request: close': { who: ['back-office', 'case-manager', 'family-worker'], object: 'request', right: 'e' },
  'cases: list': { who: caseWorkers, reads: 'cases.list' },
  // the cases that the person has a title to
  'deadlines: list': { who: caseWorkers, reads: 'deadlines.list' },
  // another last day, nothing due, counting stopped: always with a reason, beside what the law says
  'case: change term': {
    who: ['coordinator', 'case-manager', 'family-worker', 'back-office'],
    object: 'case',
    thing: 'case',
    right: 'e',
  },
  'agenda: read': { who: caseWorkers, reads: 'agenda.read' },
  'agenda: subscribe': { who: caseWorkers },
  'appointments: read': {
    who: caseWorkers,
    object: 'case',
    thing: 'case',
    right: 'v',
    reads: 'appointments.read',
  },
  // who registers meetings sees the case and changes nothing else of it; a written reason is not enough: the action asks
  'appointments: register': {
    who: ['meeting-registrar', 'front-office', 'back-office', 'coordinator', 'case-manager', 'family-worker'],
    object: 'case',
    thing: 'case',
    right: 'v',
  },
  'cases: open': { who: ['front-office', 'back-office', 'coordinator', 'case-manager', 'family-worker'] },
  'case: read': { who: caseWorkers, object: 'case', thing: 'case', right: 'v', reads: 'case.read' },
  'case: assign': { who: ['coordinator'], object: 'case', thing: 'case', right: 'e' },
  // by the coordinator, or by who gives up the own place: the action asks
  'case: hand over': { who: caseWorkers, object: 'case', thing: 'case', right: 'v' },
  'case: move': { who: ['coordinator'], object: 'case', thing: 'case', right: 'e' },
  // the whole of a case that went away, as it went
  'case: package': {
    who: ['coordinator'],
    object: 'case',
    thing: 'case',
    right: 'e',
    reads: 'case.package',
  },
  // the other case is asked for by the action
  'case: merge': { who: ['coordinator'], object: 'case', thing: 'case', right: 'e' },
  // what a case was elsewhere: each thing in it is asked for by the action
  'case: history': { who: caseWorkers, object: 'case', thing: 'case', right: 'v', reads: 'case.history' },
  'cases: import': { who: ['coordinator'] },
  // names of those who wait, within the person's comuni
  'queues: read': { who: ['coordinator'], reads: 'queues.list' },
  'openings: read': { who: ['coordinator'], reads: 'openings.list' },
  'openings: mark': { who: ['coordinator'] },
  // of the account itself
  'notices: own': { who: caseWorkers },
  'case: start draft': { who: caseWorkers, object: 'case', thing: 'case', right: 'v' },
  // who may issue which kind is the district's to say: the action asks
  'case: issue': { who: caseWorkers, object: 'case', thing: 'case', right: 'v' },
  // what a document would say, before it is issued
  'case: read ahead': {
    who: caseWorkers,
    object: 'case',
    thing: 'case',
    right: 'v',
    reads: 'document.read-ahead',
  },
  // which notes and attachments, their classes say: the action asks
  'diary: read': { who: caseWorkers, object: 'case', thing: 'case', right: 'v', reads: 'diary.read' },
  'diary: write': { who: caseWorkers, object: 'case', thing: 'case', right: 'v' },
  'attachments: read': {
    who: caseWorkers,
    object: 'case',
    thing: 'case',
    right: 'v',
    reads: 'attachment.list',
  },
  'attachments: write': { who: caseWorkers, object: 'case', thing: 'case', right: 'v' },
  // the action writes in the audit which one
  'attachments: open': { who: caseWorkers, object: 'case', thing: 'case', right: 'v' },
  'pact: read': { who: caseWorkers, object: 'case', thing: 'pact', right: 'v', reads: 'pact.read' },
  'pact: read copy': { who: caseWorkers, object: 'case', thing: 'pact', right: 'v', reads: 'pact.copy' },
  // of the pacts that the person was given to, the rows that the measure shares: the action writes whose
  'pact: read part': { who: ['partner'], reads: 'share.list' },
  // what such parts are called, for who makes accounts and who gives cases
  'shares: read': { who: ['admin', 'coordinator'] },
  'pact: move': { who: caseWorkers, object: 'case', thing: 'pact', right: 'e' },
  'draft: read': { who: caseWorkers, object: 'draft', right: 'd', reads: 'draft.read' },
  'draft: write': { who: caseWorkers, object: 'draft', right: 'd' },
  // who else has it open and whether it is another: nothing of what is in it
  'draft: watch': { who: caseWorkers, object: 'draft', right: 'd' },
  // what others wrote comes back with it
  'draft: merge': { who: caseWorkers, object: 'draft', right: 'd', reads: 'draft.merge' },
  // what is written so far, on paper for the family
  'draft: copy': { who: caseWorkers, object: 'draft', right: 'd' },
  'draft: submit': { who: caseWorkers, object: 'draft', right: 'e' },
  'submission: replace': { who: caseWorkers, object: 'submission', right: 'e' },
  'submission: read': { who: caseWorkers, object: 'submission', right: 'v', reads: 'submission.read' },
  // those of the district, which the table above decides upon one by one
  'reports: list': { who: [...caseWorkers, 'fund-manager', 'dpo'], reads: 'reports.list' },
  'reports: issue': { who: [...caseWorkers, 'dpo'] },
  'reports: see': { who: [...caseWorkers, 'dpo'], reads: 'reports.see' },
  'document: read': {
    who: [...caseWorkers, 'fund-manager', 'dpo'],
    object: 'document',
    thing: 'document',
    right: 'v',
    reads: 'document.read',
  },
  // which there are and how they stand; nothing of a row
  'registers: read': { who: [...caseWorkers, 'fund-manager'] },
  // who reads and who changes one is its own data: the action asks
  'register: open': { who: [...caseWorkers, 'fund-manager'], reads: 'register.open' },
  'register: export': { who: [...caseWorkers, 'fund-manager'], reads: 'register.export' },
  'registers: change': { who: [...caseWorkers, 'fund-manager'] },
  'jobs: own': { who: caseWorkers },
  // of the case of its first document, or a document of the district; nothing of what the documents say
  'job: read': {
    who: [...caseWorkers, 'fund-manager', 'dpo'],
    object: 'job',
    thing: 'document',
    right: 'v',
  },
  'job: print': { who: caseWorkers, object: 'job', thing: 'document', right: 'v', reads: 'job.print' },
  'job: change': { who: [...caseWorkers, 'dpo'], object: 'job', thing: 'document', right: 'e' },
  'document: sign': { who: caseWorkers, object: 'document', thing: 'document', right: 'd' },
  'document: close': { who: [...caseWorkers, 'dpo'], object: 'document', thing: 'document', right: 'e' },
} as const satisfies { readonly [name: string]: Rule };

export type RuleName = keyof typeof rules;
