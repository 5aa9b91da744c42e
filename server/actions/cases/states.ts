// SPDX-License-Identifier: AGPL-3.0-or-later
// How far a case has come, in the district's own words: the list `stati-pratica` has a row for each step, in order.
import type { ListRow } from '../../../schemas/types.ts';
import type { Deps } from '../../deps.ts';
import { listRows } from '../../lists.ts';

const listed = 'stati-pratica';

/** The state after a step (`pact issued`): a later state is never undone by an earlier step, one without a row leaves it. */
export function stateAfter(
  deps: Pick<Deps, 'catalogue'>,
  district: string,
  before: string,
  step: string,
): string {
  return stepIn(listRows(deps, district, listed) ?? [], before, step);
}

export function stepIn(rows: readonly ListRow[], before: string, step: string): string {
  const to = rows.findIndex(({ id }) => id === step.replaceAll(' ', '-'));
  const from = rows.findIndex(({ title }) => title === before);
  return to > from ? (rows[to]?.title ?? before) : before;
}
