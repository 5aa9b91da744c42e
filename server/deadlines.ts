// SPDX-License-Identifier: AGPL-3.0-or-later
// The terms of all cases of a district, from the index alone.
import type { TermRow } from './actions/agenda/terms.ts';
import { closedIn, termsIn } from './case-terms.ts';
import { readSummary } from './counting.ts';
import type { Deps } from './deps.ts';
import { listRows } from './lists.ts';
import { remember, type Remembered } from './remembered.ts';
import type { Listed } from './storage/contract.ts';

/** One term of one case that is still to be looked at. */
export interface Deadline {
  readonly case: string;
  readonly number: string;
  readonly name: string;
  readonly comune: string;
  readonly measure: string;
  /** account ids between spaces */
  readonly assigned: string;
  readonly row: TermRow;
  /** where it is an attachment that ends: which one, and who reads it */
  readonly file?: {
    readonly id: string;
    readonly kind: string;
    readonly readers: string;
    readonly by: string;
  };
}

/** All of a district on one day; `rows` by last day, earliest first. */
export type Deadlines = Remembered<Deadline>;

/** What is open on this day. The answer is the same object as long as nothing changed. */
export const deadlinesOf = remember<Deadline>({
  collection: 'cases',
  // what terms are counted with: the district, its measures, its holidays
  data: (deps, district) => [
    deps.catalogue,
    deps.catalogue.districts.get(district),
    listRows(deps, district, 'festivita'),
    ...deps.catalogue.measures.values(),
  ],
  rows(deps, district, today) {
    const closed = closedIn(deps, district);
    return (item) => rowsOf(deps, item, today, closed);
  },
  order: (a, b) => byDay(a, b),
});

const byDay = (a: Deadline, b: Deadline): number =>
  a.row.due < b.row.due ? -1 : a.row.due > b.row.due ? 1 : a.number < b.number ? -1 : 1;

function rowsOf(
  deps: Deps,
  { id, fields }: Listed,
  today: string,
  closed: ReturnType<typeof closedIn>,
): readonly Deadline[] {
  const summary = readSummary(fields);
  if (!summary) return [];
  const field = (name: string): string => String(fields[name] ?? '');
  const kase = {
    case: id,
    number: field('number'),
    name: field('name'),
    comune: field('comune'),
    measure: field('measure'),
    assigned: field('assigned'),
  };
  return termsIn(deps, kase.measure, summary, today, closed)
    .filter(({ state, met }) => state !== 'met' && state !== 'waived' && met === undefined)
    .map((row) => ({ ...kase, row }));
}
