// SPDX-License-Identifier: BSD-3-Clause
// Brings what other people or windows changed into the form on screen. Fetched when there is something to bring.
import type { Draft } from '../../schemas/types.ts';
import { changedPlaces, merge, type Sheet, sheetOf } from '../engine/merge.ts';
import { at as valueAt, copy, isObject, type Json, own, put } from '../engine/pointer.ts';
import { withNumbers } from '../engine/row-ids.ts';
import { take } from './drafted.ts';
import type { FormStore } from './form-store.ts';
import type { Cell, Combined, Conflict } from './remote.ts';

/** What stands at a place, rows by id. */
export function cellAt({ answers, typed }: Sheet, at: string): Cell {
  const path = withNumbers(answers, at);
  const value = path === undefined ? undefined : valueAt(answers, path);
  const text = own(typed, at);
  return {
    ...(value === undefined ? {} : { value }),
    ...(typeof text === 'string' ? { text } : {}),
  };
}

/** The same with other things at some places. */
export function withCells(sheet: Sheet, cells: Iterable<readonly [at: string, cell: Cell]>): Sheet {
  const answers = copy(sheet.answers);
  const typed = { ...sheet.typed };
  for (const [at, { value, text }] of cells) {
    const cut = at.lastIndexOf('/');
    const holder = withNumbers(answers, at.slice(0, cut));
    const into = holder === '' ? answers : holder === undefined ? undefined : valueAt(answers, holder);
    if (isObject(into)) {
      if (value === undefined) delete into[at.slice(cut + 1)];
      else put(into as Json, at.slice(cut + 1), copy(value));
    }
    if (text === undefined) delete typed[at];
    else typed[at] = text;
  }
  return { ...sheet, answers, typed };
}

const theirCells = (conflicts: ReadonlyMap<string, Conflict>) =>
  [...conflicts].map(([at, { theirs }]) => [at, theirs] as const);

/** The draft as it may be kept: where two conflict and nobody has chosen yet, theirs. */
export function settledDraft(draft: Draft, conflicts: ReadonlyMap<string, Conflict>): Draft {
  if (conflicts.size === 0) return draft;
  const { answers, typed } = withCells(sheetOf({ ...draft, parked: {} }), theirCells(conflicts));
  const parked = { ...draft.parked };
  for (const at of conflicts.keys()) delete parked[at];
  return { ...draft, answers, typed, parked };
}

/**
 * Shows what the server put together. What was typed since it was sent stays; where that meets a change of others it
 * is one more conflict. Mine stays on screen at every conflict until somebody chooses.
 */
export function reconcile(
  store: FormStore,
  sent: Draft,
  now: Draft,
  combined: Combined,
  open: ReadonlyMap<string, Conflict>,
): ReadonlyMap<string, Conflict> {
  const { outline } = store;
  const here = sheetOf(now);
  const known = withCells(here, theirCells(open));
  const stored = sheetOf(combined.draft);
  const { sheet, clashes } = merge(outline, sheetOf(sent), known, stored);
  const conflicts = new Map(open);
  const when = combined.at ?? new Date().toISOString();
  for (const { at } of clashes)
    conflicts.set(at, { at, theirs: cellAt(stored, at), when, ...(combined.by ? { by: combined.by } : {}) });
  for (const { at, theirs, by, when: then } of combined.conflicts)
    conflicts.set(at, { at, theirs, when: then, ...(by ? { by } : {}) });
  for (const [at, conflict] of conflicts) {
    // The row it stood in is gone: nothing is left to choose from.
    if (withNumbers(sheet.answers, at.slice(0, at.lastIndexOf('/'))) === undefined) conflicts.delete(at);
    else conflicts.set(at, { ...conflict, theirs: cellAt(stored, at) });
  }
  show(
    store,
    here,
    withCells(
      sheet,
      [...conflicts.keys()].map((at) => [at, cellAt(here, at)]),
    ),
  );
  return conflicts;
}

/** Takes up what another window of this device had not sent when it died. */
export function absorb(
  store: FormStore,
  now: Draft,
  other: { readonly draft: Draft; readonly base?: Draft | undefined; readonly at: number },
): readonly Conflict[] {
  const here = sheetOf(now);
  const there = sheetOf(other.draft);
  const { sheet, clashes } = merge(store.outline, sheetOf(other.base ?? now), here, there);
  show(
    store,
    here,
    withCells(
      sheet,
      clashes.map(({ at, mine }) => [at, mine]),
    ),
  );
  const when = new Date(other.at).toISOString();
  return clashes.map(({ at, theirs }) => ({ at, theirs, when }));
}

/** Puts one of two values on screen. */
export function choose(store: FormStore, now: Draft, at: string, cell: Cell): void {
  const here = sheetOf(now);
  show(store, here, withCells(here, [[at, cell]]));
}

/** Draws anew only when something is different. */
function show(store: FormStore, before: Sheet, after: Sheet): void {
  if (changedPlaces(store.outline, before, after).length > 0) take(store, after);
}
