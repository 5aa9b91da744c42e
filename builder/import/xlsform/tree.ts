// SPDX-License-Identifier: AGPL-3.0-or-later
// The rows of the survey as a tree of groups and repeats.
import type { Ledger } from '../ledger.ts';
import { type Row, type Table, plain } from './table.ts';
import { type Kind, kindOf } from './types.ts';

export interface Item {
  readonly row: Row;
  readonly kind: Kind;
  readonly items: Item[];
}

/** What does not open or close as it should is listed; questions stay where they stand. */
export function tree(survey: Table, ledger: Ledger): readonly Item[] {
  const top: Item[] = [];
  const open: Item[] = [];
  for (const row of survey.rows) {
    const cell = plain(row, 'type');
    const [first, ...rest] = row.all;
    if (!first) continue;
    if (!cell) {
      ledger.leave(
        first.at,
        'no-type',
        rest.map(({ at }) => at),
      );
      continue;
    }
    const kind = kindOf(cell.text);
    const around = open.at(-1);
    if (kind.is === 'end') {
      const fits = around?.kind.is === 'begin' && around.kind.what === kind.what;
      if (fits) {
        open.pop();
        // Label and name of an end say nothing that the beginning has not said.
        ledger.take(...row.all.map(({ at }) => at));
      } else
        ledger.leave(
          cell.at,
          'closes-nothing',
          rest.map(({ at }) => at),
        );
      continue;
    }
    const item: Item = { row, kind, items: [] };
    (around?.items ?? top).push(item);
    if (kind.is === 'begin') open.push(item);
  }
  for (const { row } of open) ledger.leave(plain(row, 'type')!.at, 'not-closed');
  return top;
}
