// SPDX-License-Identifier: AGPL-3.0-or-later
// The outcome table: the first row whose condition holds gives the outcome and its reason.
import type { Condition, Definition, OutcomeRow } from '../../schemas/types.ts';
import type { Edited } from './contract.ts';

/** As many as the grammar takes. */
export const mostRows = 50;

export type OutcomeChange = Partial<Pick<OutcomeRow, 'when' | 'gives' | 'reason'>>;

const rowsOf = (definition: Definition): readonly OutcomeRow[] => definition.outcome?.rows ?? [];

function withRows(definition: Definition, rows: readonly OutcomeRow[]): Definition {
  const { outcome, ...rest } = definition;
  // A table without rows is no table.
  return rows.length > 0 ? { ...definition, outcome: { ...outcome, rows: [...rows] } } : rest;
}

const done = (
  definition: Definition,
  code: string,
  params: { readonly [name: string]: string | number },
): Edited => ({
  definition,
  step: { code, params },
  select: '',
});

/** A new last row, which gives `gives` when the condition holds. */
export function addOutcome(definition: Definition, when: Condition, gives: string, reason: string): Edited {
  const rows = rowsOf(definition);
  const next = rows.length < mostRows ? withRows(definition, [...rows, { when, gives, reason }]) : definition;
  return done(next, 'outcome-added', { number: rows.length + 1 });
}

/** Changes a row; what is left out or empty stays. */
export function setOutcome(definition: Definition, place: number, change: OutcomeChange): Edited {
  const step = ['outcome', { number: place + 1 }] as const;
  const old = rowsOf(definition)[place];
  if (!old) return done(definition, ...step);
  const row: OutcomeRow = {
    when: change.when ?? old.when,
    gives: change.gives === undefined || change.gives === '' ? old.gives : change.gives,
    reason: change.reason?.trim() ? change.reason.slice(0, 500) : old.reason,
  };
  if (JSON.stringify(row) === JSON.stringify({ when: old.when, gives: old.gives, reason: old.reason }))
    return done(definition, ...step);
  const rows = rowsOf(definition).map((each, at) => (at === place ? row : each));
  return done(withRows(definition, rows), ...step);
}

/** One place up or down: rows are tried in their order. */
export function moveOutcome(definition: Definition, place: number, by: -1 | 1): Edited {
  const rows = [...rowsOf(definition)];
  const [row] = rows.splice(place, 1);
  const to = place + by;
  if (!row || to < 0 || to > rows.length) return done(definition, 'outcome-moved', { number: place + 1 });
  rows.splice(to, 0, row);
  return done(withRows(definition, rows), 'outcome-moved', { number: to + 1 });
}

export function removeOutcome(definition: Definition, place: number): Edited {
  const rows = rowsOf(definition);
  if (!rows[place]) return done(definition, 'outcome-removed', { number: place + 1 });
  const left = rows.filter((_, at) => at !== place);
  return done(withRows(definition, left), 'outcome-removed', { number: place + 1 });
}

/** Why nothing is suggested when no row holds; empty takes the sentence away. */
export function setOtherwise(definition: Definition, text: string): Edited {
  const { outcome } = definition;
  const unchanged = done(definition, 'outcome-otherwise', {});
  if (!outcome || (outcome.otherwise ?? '') === text) return unchanged;
  const { otherwise: _old, ...rest } = outcome;
  const next = text.trim() === '' ? rest : { ...rest, otherwise: text.slice(0, 500) };
  return { ...unchanged, definition: { ...definition, outcome: next } };
}
