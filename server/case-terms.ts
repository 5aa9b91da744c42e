// SPDX-License-Identifier: AGPL-3.0-or-later
// The terms of one case with all that they depend on: its measure, its dates, the district's holidays.
import type { Case } from '../schemas/types.ts';
import { terms, type TermRow } from './actions/agenda/terms.ts';
import { closedDays, type Closed } from './calendar.ts';
import { summaryOf, type Summary } from './counting.ts';
import type { Deps } from './deps.ts';
import { listRows } from './lists.ts';

/** Days on which a term of this district may not end. */
export function closedIn(deps: Pick<Deps, 'catalogue'>, district: string): Closed {
  const rows = listRows(deps, district, 'festivita') ?? [];
  const own = deps.catalogue.districts.get(district)?.holidays ?? [];
  return closedDays(rows, own);
}

/** Rows of a case, from its summary: nothing but the index is needed. */
export function termsIn(
  deps: Pick<Deps, 'catalogue'>,
  measure: string,
  summary: Summary,
  today: string,
  closed: Closed,
): readonly TermRow[] {
  const programme = deps.catalogue.measures.get(measure);
  if (!programme) return [];
  const { dates, moments = [], changes = [] } = summary;
  return terms(programme, dates, today, { moments, changes, facts: summary, closed });
}

/** The same of the case itself. */
export const termsOfCase = (
  deps: Pick<Deps, 'catalogue'>,
  district: string,
  kase: Case,
  today: string,
): readonly TermRow[] => termsIn(deps, kase.measure, summaryOf(kase), today, closedIn(deps, district));
