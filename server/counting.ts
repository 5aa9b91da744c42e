// SPDX-License-Identifier: AGPL-3.0-or-later
// What lists and reports know of a case: what its submissions gave to be counted (`gives.counts`). Pure.
import type { Case, Moment } from '../schemas/types.ts';
import type { Change } from './actions/agenda/terms.ts';

type Row = { readonly id?: unknown; readonly [word: string]: unknown };

/** One person of a case, as far as it was given. */
export interface CountedPerson {
  readonly id: string;
  /** ISO date */
  readonly birth?: string;
  /** code of the path, of an adult */
  readonly path?: string;
}

/** One support of a pact: codes of registers and lists; cost in cents. */
export interface CountedSupport {
  readonly service?: string;
  readonly fund?: string;
  readonly categories?: readonly string[];
  readonly cost?: number;
}

/** A date of a case; of what ends, which submission said so too: its newest one counts. */
type Known = Omit<Moment, 'source'> & { readonly source?: string };

/** A case as it is counted. It stands in the index, so that a report opens no case: no name is in it. */
export interface Summary {
  /** ISO date */
  readonly opened: string;
  readonly dates: Case['dates'];
  readonly branch?: string;
  readonly outcome?: string;
  /** cents */
  readonly monthly?: number;
  /** codes of what keeps the household in poverty */
  readonly factors?: readonly string[];
  /** codes of the district's aims, one for each objective that names one */
  readonly aims?: readonly string[];
  /** codes of how far each result of the pact had come at its last review */
  readonly results?: readonly string[];
  readonly people: readonly CountedPerson[];
  readonly supports: readonly CountedSupport[];
  /** every date under its key, and what was decided about terms, without reasons: what terms are counted from */
  readonly moments?: readonly Known[];
  readonly changes?: readonly Change[];
}

/** What a summary is made of. */
type Told = Pick<Case, 'counts' | 'dates' | 'openedAt' | 'moments' | 'termChanges'>;

/** All words that the submissions of a case gave; where two give the same, the one that came last. */
export function wordsOf(kase: Pick<Case, 'counts'>): { readonly [word: string]: unknown } {
  return Object.assign({}, ...Object.values(kase.counts ?? {})) as { [word: string]: unknown };
}

const rowsOf = (value: unknown): readonly Row[] => (Array.isArray(value) ? (value as Row[]) : []);
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const texts = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
const whole = (value: unknown): number | undefined =>
  Number.isInteger(value) ? (value as number) : undefined;

/** Drops what is not there. */
const only = <Value extends object>(value: { [Key in keyof Value]: Value[Key] | undefined }): Value =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Value;

/** People of a case with all that was given of each: `people` says who there is, `adults` adds to them by id. */
export function peopleOf(kase: Pick<Case, 'counts'>): readonly (Row & { readonly id: string })[] {
  const words = wordsOf(kase);
  const adults = new Map(rowsOf(words['adults']).map((row) => [row.id, row]));
  return rowsOf(words['people']).map((row) => ({ ...row, ...adults.get(row.id), id: String(row.id) }));
}

export function summaryOf(kase: Told): Summary {
  const words = wordsOf(kase);
  return only<Summary>({
    opened: kase.openedAt.slice(0, 10),
    dates: kase.dates,
    branch: text(words['branch']),
    outcome: text(words['outcome']),
    monthly: whole(words['monthly']),
    factors: texts(words['factors']),
    aims: codesIn(words['aims'], 'aim'),
    results: codesIn(words['results'], 'level'),
    people: peopleOf(kase).map(({ id, birth, path }) =>
      only<CountedPerson>({ id, birth: text(birth), path: text(path) }),
    ),
    supports: rowsOf(words['supports']).map((row) =>
      only<CountedSupport>({
        service: text(row['service']),
        fund: text(row['fund']),
        categories: texts(row['categories']),
        cost: whole(row['cost']),
      }),
    ),
    moments: kase.moments?.map(({ source, ...one }) => (one.ends ? { ...one, source } : one)),
    changes: kase.termChanges?.map(({ by: _by, reason: _reason, ...change }) => change),
  });
}

/** What rows say under a word, those that say it. */
function codesIn(rows: unknown, word: string): readonly string[] | undefined {
  const codes = rowsOf(rows).flatMap((row) => text(row[word]) ?? []);
  return codes.length > 0 ? codes : undefined;
}

/** The summary as the index keeps it. */
export const writeSummary = (kase: Told): string => JSON.stringify(summaryOf(kase));
/** What the index says of a case; read once for as long as the index holds it. */
export function readSummary(fields: Readonly<Record<string, unknown>>): Summary | undefined {
  const known = read.get(fields);
  if (known) return known;
  const written = fields['counted'];
  const summary = typeof written === 'string' ? (JSON.parse(written) as Summary) : undefined;
  if (summary) read.set(fields, summary);
  return summary;
}
const read = new WeakMap<object, Summary>();

/** Whole years of age on a day; both ISO dates. */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
