// SPDX-License-Identifier: AGPL-3.0-or-later
// The one place that decides: who asks, whether the rule lets them, whether the object is theirs to see.
import type { Case, Document, Submission, Version } from '../schemas/types.ts';
import {
  caseReports,
  caseReportViews,
  counterWorkers,
  may,
  mayReport,
  workingRole,
  type Right,
  type Rule,
  type Thing,
} from './access.ts';
import {
  versionId,
  type Belonging,
  type KeptAccess,
  type KeptDraft,
  type KeptJob,
  type KeptRequest,
} from './records.ts';
import { submissionOf } from './actions/drafts/submission-id.ts';
import type { Deps } from './deps.ts';
import type { Integrator } from './integrators.ts';
import { refuse, type Refusal } from './problems.ts';
import type { Found, Guest } from './routes/contract.ts';
import type { Person } from './sessions.ts';
import type { Kept, Scope } from './storage/contract.ts';

type Decided = { readonly ok: true; readonly found: Found } | Refusal;
const missing = refuse('not-found');

/** What a person wants, as far as deciding needs it. */
export interface Wish {
  readonly rule: Rule;
  readonly id: string | undefined;
  readonly person: Person | undefined;
  readonly guest: Guest | undefined;
  readonly integrator?: Integrator | undefined;
  readonly reason: string | undefined;
}

/** Applies a rule; what is of another district, or not there, gives the same answer. */
export async function authorize(wish: Wish, deps: Deps): Promise<Decided> {
  const { rule, person, guest } = wish;
  if (rule.who === 'anyone') return { ok: true, found: {} };
  if (rule.who === 'token') return guest ? { ok: true, found: {} } : refuse('token-needed');
  if (rule.who === 'key') return decideKey(wish);
  if (!person) return refuse('sign-in-needed');
  if (rule.who !== 'signed-in') {
    const roles: readonly string[] = rule.who;
    if (!person.account.value.roles.some((role) => roles.includes(role))) return refuse('forbidden');
  }
  if (!rule.object) return { ok: true, found: {} };
  const scope: Scope = { district: person.district, actor: person.account.id };
  const reached = await find(rule, wish.id ?? '', scope, deps);
  if (!reached) return missing;
  const found = reached.counter
    ? { ...reached, counter: atCounter(person, reached.counter.comune) }
    : reached;
  const part = found.job?.value.parts[0];
  const titled = reached.title ?? found.case?.value ?? found.counter;
  if (!titled) {
    const { kind, report } = found.document?.value ?? {};
    const paper = part ?? { kind, comuni: report?.comuni };
    return decideReport(person, paper, rule.right ?? 'v') ?? { ok: true, found };
  }
  // No reason opens what no case has: nobody would be told of it.
  if (titled === found.counter && titled.assigned.length === 0) return missing;
  const kind = found.document?.value.kind ?? part?.kind;
  const roles = kind === undefined ? undefined : rolesOf(deps, person.district, kind);
  return decide(person, titled, found.thing, rule.right ?? 'v', wish.reason, found, roles);
}

/** A key opens what it was given, and nothing of what it was not is there for it. */
function decideKey({ rule, integrator }: Wish): Decided {
  if (!integrator) return refuse('key-refused');
  const { definitions, submissions } = integrator.key.value;
  const given = rule.grants === 'definitions' ? definitions : submissions.length > 0;
  return given ? { ok: true, found: {} } : missing;
}

/** Roles that the district lets issue and open documents of a kind; undefined: the usual ones. */
export function rolesOf(
  deps: Pick<Deps, 'catalogue'>,
  district: string,
  kind: string,
): readonly string[] | undefined {
  const phases = deps.catalogue.districts.get(district)?.phases ?? [];
  const named = phases.flatMap(({ documents }) => documents ?? []).filter((one) => one.kind === kind);
  const roles = named.flatMap((one) => one.roles ?? []);
  return roles.length > 0 ? roles : undefined;
}

/** What stands in the way of a person who would issue, sign or read documents of a kind; undefined: nothing. */
export function refusalOf(
  deps: Pick<Deps, 'catalogue'>,
  person: Person,
  kase: Kept<Case>,
  kind: string,
  right: Right,
): Refusal | undefined {
  const roles = rolesOf(deps, person.district, kind);
  const found = { case: kase };
  const thing = thingPrinted(deps, person.district, kind);
  const decided = decide(person, kase.value, thing, right, undefined, found, roles);
  return decided.ok ? undefined : decided;
}

/** What gives a title: a case, or the comune of a request that has none. */
type Titled = Pick<Case, 'comune' | 'assigned'>;

function decide(
  person: Person,
  kase: Titled,
  thing: Thing,
  right: Right,
  reason: string | undefined,
  found: Found,
  roles?: readonly string[],
): Decided {
  const answer = may(person.account.value, person.account.id, kase, thing, right, roles);
  if (answer === 'yes') return { ok: true, found };
  if (answer === 'hidden') return missing;
  if (answer === 'no') {
    // Somebody who may not even see the case learns nothing of what is in it.
    const head = may(person.account.value, person.account.id, kase, 'case', 'v');
    return head === 'hidden' ? missing : refuse('forbidden');
  }
  // A written reason opens for reading only.
  if (right !== 'v') return refuse('not-assigned');
  return reason ? { ok: true, found } : refuse('reason-needed');
}

/** A document of the district: there is no case that gives a title to it. Undefined: nothing stands in the way. */
function decideReport(
  person: Person,
  { kind, comuni }: { readonly kind?: string | undefined; readonly comuni?: readonly string[] | undefined },
  right: Right,
): Refusal | undefined {
  if (kind === undefined || comuni === undefined) return missing;
  const what = right === 'v' ? 'reads' : 'issues';
  return mayReport(person.account.value, kind, comuni, what) ? undefined : missing;
}

/** The same as `refusalOf`, for a document that is of a case or of the district. */
export async function barredFrom(
  deps: Pick<Deps, 'catalogue' | 'store'>,
  person: Person,
  paper: Belonging & { readonly kind: string },
  right: Right,
): Promise<Refusal | undefined> {
  if (paper.case === undefined) return decideReport(person, paper, right);
  const scope: Scope = { district: person.district, actor: person.account.id };
  const kase = await deps.store.get<Case>(scope, 'cases', paper.case);
  return kase ? refusalOf(deps, person, kase, paper.kind, right) : missing;
}

/** May this person do this in the case? For actions that reach further than their route's own object. */
export function allowed(
  person: Person,
  kase: Pick<Case, 'comune' | 'assigned'>,
  thing: Thing,
  right: Right,
): boolean {
  return may(person.account.value, person.account.id, kase, thing, right) === 'yes';
}

/** The same, where the case still takes what is written: what the desk offers to do. */
export const allowedNow = (
  person: Person,
  kase: Pick<Case, 'comune' | 'assigned' | 'closed'>,
  thing: Thing,
  right: Right,
): boolean => kase.closed === undefined && allowed(person, kase, thing, right);

/** The same at a counter, where there is no case: whoever works on its comune may as if the case were theirs. */
export const allowedAt = (person: Person, comune: string, thing: Thing, right: Right): boolean =>
  may(person.account.value, person.account.id, atCounter(person, comune), thing, right) === 'yes';

/** Whether the case is opened by a written reason and not by a title of the person. */
export function byReason(person: Person, kase: Case): boolean {
  return may(person.account.value, person.account.id, kase, 'case', 'v') !== 'yes';
}

/** May this person read that thing of the case, by title or with the written reason that opened it? */
export const mayRead = (person: Person, kase: Pick<Case, 'comune' | 'assigned'>, thing: Thing): boolean =>
  ['yes', 'reason'].includes(may(person.account.value, person.account.id, kase, thing, 'v'));

/** What stands in the way of looking at a document of the case that prints no submission; undefined: nothing. */
export function reportBarred(
  deps: Pick<Deps, 'catalogue'>,
  person: Person,
  kase: Kept<Case>,
  kind: string,
): Refusal | undefined {
  const view = Object.hasOwn(caseReportViews, kind) ? caseReportViews[kind] : undefined;
  return view && mayRead(person, kase.value, view) ? undefined : refusalOf(deps, person, kase, kind, 'v');
}

/** The role in which the person works, in a case only one that gives a title to it. */
export const roleIn = (person: Person, kase?: Pick<Case, 'assigned'>): string =>
  workingRole(person.account.value, kase === undefined || kase.assigned.includes(person.account.id));

/** `title`: what gives it, where that is not what the answers will hang on. */
type Reached = Found & { readonly thing: Thing; readonly title?: Titled };

async function find(rule: Rule, id: string, scope: Scope, deps: Deps): Promise<Reached | undefined> {
  const get = <Value>(collection: string, name: string | undefined) =>
    name ? deps.store.get<Value>(scope, collection, name) : Promise.resolve(undefined);
  const finders: {
    readonly [kind in NonNullable<Rule['object']>]: (id: string) => Promise<Reached | undefined>;
  } = {
    case: async (id) => {
      const kase = await get<Case>('cases', id);
      return kase && { case: kase, thing: rule.thing ?? 'case' };
    },
    draft: async (id) => {
      const draft = await get<KeptDraft>('drafts', id);
      // A second click finds the draft gone and its submission there.
      if (!draft && rule.right === 'e') return finders.submission(submissionOf(deps, id));
      const kase = await get<Case>('cases', draft?.value.case);
      const counter = draft?.value.counter && { comune: draft.value.counter.comune, assigned: [] };
      if (!draft || !(kase ?? counter)) return undefined;
      const thing = await kindOf(draft.value.definition, draft.value.version, scope, deps);
      const title = kase ? undefined : await takenUp(draft.value);
      return {
        ...(kase ? { case: kase } : {}),
        ...(counter ? { counter } : {}),
        ...(title ? { title } : {}),
        draft,
        thing,
      };
    },
    submission: async (id) => {
      const submission = await get<Submission>('submissions', id);
      const kase = await get<Case>('cases', submission?.value.case);
      const counter = submission && !kase ? await counterOf(submission) : undefined;
      if (!submission || !(kase ?? counter)) return undefined;
      const thing = await kindOf(submission.value.definition, submission.value.version, scope, deps);
      return { ...(kase ? { case: kase } : {}), ...(counter ? { counter } : {}), submission, thing };
    },
    request: async (id) => {
      const request = await get<KeptRequest>('requests', id);
      const kase = await get<Case>('cases', request?.value.case);
      if (!request) return undefined;
      return kase
        ? { case: kase, request, thing: 'form' }
        : { counter: { comune: request.value.comune, assigned: [] }, request, thing: 'form' };
    },
    document: async (id) => {
      const document = await get<Document>('documents', id);
      const kase = await get<Case>('cases', document?.value.case);
      if (document && document.value.case === undefined) return { document, thing: 'document' };
      if (!document || !kase) return undefined;
      return { case: kase, document, thing: thingPrinted(deps, scope.district, document.value.kind) };
    },
    job: async (id) => {
      const job = await get<KeptJob>('jobs', id);
      const first = job?.value.parts[0];
      const kase = await get<Case>('cases', first?.case);
      if (job && first && first.case === undefined) return { job, thing: 'document' };
      if (!job || !first || !kase) return undefined;
      return { case: kase, job, thing: thingPrinted(deps, scope.district, first.kind) };
    },
  };
  // What is about a request is as its case is, once there is one.
  const takenUp = async ({ counter }: KeptDraft): Promise<Titled | undefined> => {
    const request = await get<KeptRequest>('requests', counter?.request);
    return (await get<Case>('cases', request?.value.case))?.value;
  };
  // An access, a request or a step of one that no case has taken up.
  const counterOf = async ({ id, value }: Kept<Submission>) => {
    const request = await get<KeptRequest>('requests', value.request ?? id);
    const comune = (request ?? (await get<KeptAccess>('accesses', id)))?.value.comune;
    return comune === undefined ? undefined : { comune, assigned: [] };
  };
  return rule.object ? finders[rule.object](id) : undefined;
}

/** Nobody has been given it yet: whoever takes requests of the comune, or those of a case, comes to it. */
function atCounter({ account }: Person, comune: string): Titled {
  const { comuni, roles } = account.value;
  const takes = roles.some((role) => counterWorkers.includes(role));
  const works = takes && (comuni.length === 0 || comuni.includes(comune));
  return { comune, assigned: works ? [account.id] : [] };
}

const phasesOf = (deps: Pick<Deps, 'catalogue'>, district: string) =>
  deps.catalogue.districts.get(district)?.phases ?? [];

/** What the answers to a definition count as: what their phase says, else what the definition is. */
export const thingOf = (
  deps: Pick<Deps, 'catalogue'>,
  district: string,
  definition: string,
  kind: Version['kind'],
): Thing =>
  phasesOf(deps, district).find((one) => one.rights && one.definitions.includes(definition))?.rights ?? kind;

/** What documents of a kind count as: what the phase that makes them says. */
export const thingPrinted = (deps: Pick<Deps, 'catalogue'>, district: string, kind: string): Thing =>
  phasesOf(deps, district).find((one) => one.rights && one.documents?.some((made) => made.kind === kind))
    ?.rights ??
  (Object.hasOwn(caseReports, kind) ? caseReports[kind] : undefined) ??
  'document';

/** What kind of thing the answers to a definition are. */
export async function kindOf(
  definition: string,
  number: number,
  scope: Scope,
  deps: Pick<Deps, 'store' | 'catalogue'>,
): Promise<Thing> {
  const version = await deps.store.get<Version>(scope, 'versions', versionId(definition, number));
  return thingOf(deps, scope.district, definition, version?.value.kind ?? 'pact');
}
