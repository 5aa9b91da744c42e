// SPDX-License-Identifier: AGPL-3.0-or-later
// When things are due in a case: the measure's terms over the case's dates. Pure.
import type { Case, Measure } from '../../schemas/types.ts';

export interface TermRow {
  readonly id: string;
  readonly title: string;
  /** ISO date that the term counts from */
  readonly from: string;
  /** ISO date, the last good day */
  readonly due: string;
  readonly level: 'recommended' | 'limit';
  /** ISO date on which it was met */
  readonly met?: string;
  readonly state: 'met' | 'open' | 'late';
  readonly source: string;
  readonly consequence?: string;
}

/** `days` calendar days after an ISO date. */
export function daysAfter(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** Rows of the terms whose start is known, earliest due first. `today`: ISO date. */
export function terms(
  measure: Pick<Measure, 'terms'>,
  dates: Case['dates'],
  today: string,
): readonly TermRow[] {
  return measure.terms
    .flatMap((term): TermRow[] => {
      const from = dates[term.from];
      if (from === undefined) return [];
      const due = daysAfter(from, term.days);
      const met = term.until === undefined ? undefined : dates[term.until];
      return [
        {
          id: term.id,
          title: term.title,
          from,
          due,
          level: term.level ?? 'limit',
          ...(met === undefined ? {} : { met }),
          state: met === undefined ? (today > due ? 'late' : 'open') : met > due ? 'late' : 'met',
          source: term.source,
          ...(term.consequence === undefined ? {} : { consequence: term.consequence }),
        },
      ];
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
