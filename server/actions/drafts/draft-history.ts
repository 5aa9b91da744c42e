// SPDX-License-Identifier: AGPL-3.0-or-later
// Who changed what in a draft lately: enough to say whose value it is that another person finds in the way.
import type { DraftChange } from '../../records.ts';

/** turns that are remembered, and places of one turn */
const turns = 12;
const places = 200;

/** The history with one save more; saves of one window after each other are one turn. */
export function withChange(history: readonly DraftChange[], change: DraftChange): readonly DraftChange[] {
  const last = history.at(-1);
  const same = last && last.by === change.by && last.window === change.window;
  const all = [...new Set([...(same ? last.places : []), ...change.places])];
  // Too many to name: the whole draft.
  const next = { ...change, places: all.length > places ? [''] : all };
  return [...(same ? history.slice(0, -1) : history), next].slice(-turns);
}

/** The last change of a place after a revision; undefined when nothing is remembered of it. */
export const lastChange = (
  history: readonly DraftChange[],
  at: string,
  after: number,
): DraftChange | undefined =>
  history.findLast(
    ({ rev, places: changed }) =>
      rev > after &&
      changed.some(
        (place) => place === '' || at === place || at.startsWith(`${place}/`) || place.startsWith(`${at}/`),
      ),
  );
