// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Account, Case, Document, Draft, Submission } from '../../schemas/types.ts';
import { writeSummary } from '../counting.ts';
import { isProtected } from '../protection.ts';
import type {
  KeptAccess,
  KeptAppointment,
  KeptAttachment,
  KeptDraft,
  KeptExport,
  KeptNote,
  KeptRequest,
  KeptRow,
} from '../records.ts';
import type { CollectionFacts, Scalar } from './contract.ts';

/** A text in the index, or null: the index holds no absent values. */
const or = <Value extends Scalar>(value: Value | undefined): Value | null => value ?? null;

/** A collection whose lists show fields of the value as they are. */
function plain(name: string, fields: readonly string[], bytes?: number): CollectionFacts {
  return {
    name,
    format: 1,
    ...(bytes === undefined ? {} : { bytes }),
    index: (value: { readonly [field: string]: unknown }) =>
      Object.fromEntries(fields.map((field) => [field, scalar(value[field])])),
  };
}

const scalar = (value: unknown): Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

/** Definition as an administrator edits it, with the number of its newest version and the hash of what was published. */
export interface DefinitionRecord {
  readonly definition: { readonly title: string; readonly kind: string };
  readonly published?: number | null;
  readonly hash?: string | null;
}

/** A job with its documents, as far as the index reads it. */
interface JobRecord {
  readonly state: string;
  readonly by: string;
  readonly at: string;
  readonly parts: readonly { readonly case?: string }[];
}

/** Between spaces; '' where the documents are the district's. */
function namesOfCases(parts: JobRecord['parts']): string {
  const cases = parts.flatMap((part) => part.case ?? []);
  return cases.length > 0 ? ` ${cases.join(' ')} ` : '';
}

/** What the platform called a request, and when it was copied there. */
const uploadOf = ({ steps }: KeptRequest): string | undefined => {
  const last = steps.findLast(({ does }) => does === 'upload');
  return last && JSON.stringify({ at: last.at, by: last.by, facts: last.facts });
};

/** For what holds more than one thing that has a limit of its own: a definition with its schema, answers with lists. */
const large = 4 * 1024 * 1024;

/** What the store keeps, one line of facts each. What stands in an index can be listed and searched: nothing more than needed. */
export const collections: readonly CollectionFacts[] = [
  {
    name: 'definitions',
    format: 1,
    bytes: large,
    index: ({ definition, published, hash }: DefinitionRecord) => ({
      title: definition.title,
      kind: definition.kind,
      published: published ?? null,
      hash: hash ?? null,
    }),
  },
  plain(
    'versions',
    ['definition', 'number', 'hash', 'title', 'kind', 'publishedAt', 'publishedBy', 'withdrawn', 'public'],
    large,
  ),
  plain('moments', ['definition', 'tag', 'rev', 'at', 'by', 'published'], large),
  plain('reviews', ['state']),
  plain('schedules', ['on'], large),
  plain('comments', ['definition']),
  {
    name: 'cases',
    // an older one only has fewer fields in the index
    format: 2,
    migrations: [(value) => value],
    index: (value: Case) => ({
      number: value.number,
      name: value.name,
      comune: value.comune,
      measure: value.measure,
      state: value.state,
      phase: or(value.phase),
      queue: or(value.queue),
      // of one that went into another, or elsewhere: why
      closed: or(value.closed?.why),
      into: or(value.closed?.into),
      protected: isProtected(value),
      // account ids between spaces: { contains: { assigned: ' id ' } }
      assigned: ` ${value.assigned.join(' ')} `,
      // of who reads a part of its pact, in the same way
      partners: value.partners?.length ? ` ${value.partners.join(' ')} ` : null,
      // what the search box of the desk reads: everybody's names, and keyed digests of tax codes
      search: [value.number, value.name, ...(value.roll ?? []).map(({ name }) => name)].join(' · '),
      codes: (value.roll ?? []).flatMap(({ key }) => key ?? []).join(' '),
      // what reports count, so that they open no case; one that is closed is counted where it went
      counted: value.closed ? null : writeSummary(value),
    }),
  },
  {
    name: 'drafts',
    format: 1,
    bytes: large,
    index: (value: Draft & Partial<Pick<KeptDraft, 'by' | 'code' | 'counter'>>) => ({
      definition: value.definition,
      version: value.version,
      case: or(value.case),
      by: or(value.by),
      savedAt: or(value.savedAt),
      code: or(value.code),
      counter: or(value.counter?.comune),
      purpose: or(value.counter?.purpose),
      request: or(value.counter?.request),
    }),
  },
  {
    name: 'accesses',
    format: 1,
    index: (value: KeptAccess) => ({
      definition: value.definition,
      comune: value.comune,
      at: value.at,
      day: value.day,
      by: value.by,
      name: value.name,
      search: value.name,
      facts: JSON.stringify(value.facts),
      counts: JSON.stringify(value.counts),
      request: or(value.request),
      case: or(value.case),
    }),
  },
  {
    name: 'requests',
    format: 1,
    index: (value: KeptRequest) => ({
      number: value.number,
      definition: value.definition,
      title: value.title,
      measure: value.measure,
      comune: value.comune,
      name: value.name,
      search: `${value.number} ${value.name}`,
      channel: value.channel,
      origin: or(value.origin),
      at: value.at,
      state: value.state,
      closed: value.closed,
      dates: JSON.stringify(value.dates),
      uploaded: or(uploadOf(value)),
      case: or(value.case),
    }),
  },
  {
    name: 'submissions',
    format: 2,
    migrations: [(value) => value],
    bytes: large,
    index: (value: Submission) => ({
      definition: value.definition,
      version: value.version,
      case: or(value.case),
      submittedAt: value.submittedAt,
      by: value.submittedBy,
      receipt: value.receipt,
      // since when it counts; one that was wrong counts for nothing
      stands: value.corrects?.stands ?? value.submittedAt,
      replaced: value.replaced !== undefined,
      draft: or(value.draft),
    }),
  },
  {
    name: 'documents',
    format: 1,
    index: (value: Document) => ({
      case: or(value.case),
      submission: or(value.submission),
      kind: value.kind,
      state: value.state,
      code: value.code,
      number: value.number,
      revision: value.revision,
      copy: value.copy,
      act: or(value.act),
      issuedAt: value.issuedAt,
      contentHash: value.contentHash,
      awaits: or(value.seal?.awaits),
    }),
  },
  {
    name: 'accounts',
    format: 1,
    index: (value: Account) => ({
      name: value.name,
      email: value.email.toLowerCase(),
      profile: value.profile,
      state: value.state,
      until: or(value.until),
      roles: ` ${value.roles.join(' ')} `,
    }),
  },
  plain('districts', ['by'], large),
  plain('families', ['definition', 'title', 'by'], large),
  plain('templates', ['kind', 'number', 'by'], large),
  {
    name: 'jobs',
    format: 2,
    bytes: large,
    index: ({ state, by, at, parts }: JobRecord) => ({
      state,
      by,
      at,
      // case ids between spaces, while there is something to tell of them
      cases: ['done', 'stopped'].includes(state) ? '' : namesOfCases(parts),
    }),
    // Once a job could only print submissions.
    migrations: [
      (job) => {
        const { parts, ...rest } = job as { readonly parts: readonly object[] };
        return { ...rest, parts: parts.map((part) => ({ of: 'submission', ...part })) };
      },
    ],
  },
  {
    name: 'appointments',
    format: 1,
    // neither who must come nor where: a home is nobody's business in a list
    index: (value: KeptAppointment) => ({
      case: value.case,
      day: value.day,
      time: value.time,
      minutes: value.minutes,
      with: value.with,
      office: or(value.office),
      where: or(value.where),
      delivered: or(value.delivered?.code),
      outcome: or(value.outcome?.code),
    }),
  },
  plain('feeds', ['account', 'at']),
  plain('credentials', ['account']),
  plain('sessions', ['account', 'expiresAt']),
  plain('links', ['account', 'expiresAt', 'usedAt']),
  plain('tokens', ['definition', 'form', 'origin', 'expiresAt', 'draft']),
  // drafts of a pact as they were printed for the family
  plain('copies', ['case', 'definition', 'draft', 'number', 'at', 'by', 'sha256'], large),
  plain('uploads', ['draft', 'submission', 'field', 'size', 'sha256', 'at']),
  plain('registers', ['name', 'title']),
  plain('lists', ['name', 'title'], large),
  {
    name: 'notes',
    format: 1,
    index: ({ case: of, by, kind, at, readers, people }: KeptNote) => ({
      case: of,
      by,
      kind,
      at,
      readers,
      // row ids between spaces
      people: ` ${people.join(' ')} `,
    }),
  },
  {
    name: 'attachments',
    format: 1,
    // `expires` is what lists of what is due read; one that was replaced is due no more
    index: ({ case: of, kind, date, expires, readers, by, file, replacedBy }: KeptAttachment) => ({
      case: of,
      kind,
      date,
      expires: or(expires),
      readers,
      by,
      size: file.size,
      sha256: file.sha256,
      replacedBy: or(replacedBy),
    }),
  },
  {
    name: 'rows',
    format: 1,
    index: ({ register, row, case: kase, comune }: KeptRow) => ({
      register,
      title: row.title,
      case: or(kase),
      comune: or(comune),
      // of acts of cases, so that their table and their sums open no record: numbers, dates and codes, no name
      cells: kase === undefined ? null : JSON.stringify(row),
    }),
  },
  plain('imports', ['register', 'at', 'by'], large),
  {
    name: 'exports',
    format: 1,
    bytes: large,
    index: ({ definition, title, format, by, at, submissions, cases }: KeptExport) => ({
      definition,
      title,
      format,
      by,
      at,
      rows: submissions.length,
      cases: cases.length,
    }),
  },
  plain('keys', ['name', 'expires', 'by', 'at']),
  plain('archives', ['case', 'comune', 'state', 'by', 'at']),
  // who went out of the house with which list
  plain('sendings', ['document', 'number', 'case', 'person', 'at']),
  plain('notices', ['account', 'case', 'number', 'at', 'by', 'what', 'note', 'seenAt']),
  plain('openings', ['seenBy', 'seenAt']),
  plain('counters', ['last']),
  plain('settings', ['name']),
];
