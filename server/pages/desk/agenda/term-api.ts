// SPDX-License-Identifier: AGPL-3.0-or-later
// What the desk asks of the server about terms.
import { ask, type Answer } from '../../../../runtime/elements/kit/http.ts';
import type { TermChange } from '../../../../schemas/types.ts';
import type { TermRow } from '../api.ts';

export const spans = ['all', 'red', 'late', 'week', 'month', 'suspended'] as const;
export type Span = (typeof spans)[number];

export interface DeadlineRow {
  readonly case: string;
  readonly number: string;
  readonly name: string;
  readonly comune: string;
  readonly measure: string;
  readonly assigned: readonly string[];
  readonly term: TermRow;
}
export interface DeadlinesView {
  readonly items: readonly DeadlineRow[];
  readonly total: number;
  readonly counts: { readonly [span in Span]: number };
  readonly terms: readonly { readonly id: string; readonly title: string }[];
  readonly next?: string;
}
export interface Filters {
  readonly mine: boolean;
  readonly comune: string;
  readonly term: string;
  readonly span: Span;
}

export const listDeadlines = (
  { mine, ...rest }: Filters,
  more: { readonly from?: string; readonly limit?: string } = {},
): Promise<Answer<DeadlinesView>> => {
  const given = Object.entries({ ...rest, ...more, ...(mine ? { mine: 'true' } : {}) });
  return ask(`/api/deadlines?${new URLSearchParams(given.filter(([, value]) => value !== ''))}`);
};
export const changeTerm = (
  id: string,
  body: Pick<TermChange, 'term' | 'start' | 'what' | 'reason'> & { readonly date?: string },
): Promise<Answer<unknown>> => ask(`/api/cases/${encodeURIComponent(id)}/terms`, { body });
