// SPDX-License-Identifier: AGPL-3.0-or-later
// Twenty workbooks, written from the standard before the importer, against the form that each must give.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Imported } from '../../../builder/import/contract.ts';
import { fromSheets, readXlsForm } from '../../../builder/import/xlsform/read.ts';
import { accounted, errorsOf, outcome } from './judge.ts';
import { sketch } from './sketch.ts';
import { type Case, cases, workbook } from './workbooks.ts';

async function imported(sheets: Case['sheets']): Promise<Imported> {
  const result = await readXlsForm([{ name: '.xlsx', bytes: workbook(sheets) }]);
  assert.ok('definition' in result, JSON.stringify(result));
  return result;
}

const fromCells = (sheets: Case['sheets']) => fromSheets([...sheets].map(([name, rows]) => ({ name, rows })));

describe('a workbook', () => {
  for (const { name, sheets, expected, left } of cases)
    test(name, async () => {
      const result = await imported(sheets);
      assert.deepEqual(sketch(result.definition), expected);
      assert.deepEqual(
        result.left.map((each) => `${each.at} | ${each.why} | ${each.what}`),
        left,
      );
    });
});

/** Cells that say what is so anyway: ends of groups with their names, all questions of a page at once, "no". */
const anyway = (rows: readonly (readonly string[])[], row: number, text: string): boolean =>
  /^end[ _]/.test(rows[row]![0]!) || /^(no|false|field-list)$/i.test(text);

function cellsOf(
  sheets: Case['sheets'],
): { place: string; sheet: string; row: number; column: number; text: string }[] {
  return [...sheets].flatMap(([sheet, rows]) =>
    rows.slice(1).flatMap((cells, row) =>
      cells.flatMap((text, place) =>
        text === ''
          ? []
          : [
              {
                place: `${sheet}!${String.fromCharCode(65 + place)}${row + 2}`,
                sheet,
                row: row + 1,
                column: place,
                text,
              },
            ],
      ),
    ),
  );
}

describe('nothing of a workbook is dropped in silence', () => {
  for (const { name, sheets } of cases)
    test(name, async () => {
      const result = await imported(sheets);
      const cells = cellsOf(sheets);
      accounted(
        result,
        cells.map(({ place }) => place),
      );
      assert.deepEqual(errorsOf(result), []);
      // A cell that is said to be used makes a difference.
      const whole = outcome(result);
      const idle: string[] = [];
      for (const { place, sheet, row, column, text } of cells) {
        if (!result.taken.includes(place) || anyway(sheets.get(sheet)!, row, text)) continue;
        const different = ['', `${text}x`].some((other) => {
          const changed = new Map([...sheets].map(([each, rows]) => [each, rows.map((line) => [...line])]));
          changed.get(sheet)![row]![column] = other;
          return outcome(fromCells(changed)) !== whole;
        });
        if (!different) idle.push(`${place} ${text}`);
      }
      assert.deepEqual(idle, [], 'said to be used, but the form is the same without');
    });
});
