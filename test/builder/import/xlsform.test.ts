// SPDX-License-Identifier: AGPL-3.0-or-later
// Twenty workbooks, written from the standard before the importer, against the form that each must give.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Imported } from '../../../builder/import/contract.ts';
import { readXlsForm } from '../../../builder/import/xlsform/read.ts';
import { column } from '../../../builder/import/xlsform/workbook.ts';
import { sketch } from './sketch.ts';
import { type Case, cases, workbook } from './workbooks.ts';

async function imported(sheets: Case['sheets']): Promise<Imported> {
  const result = await readXlsForm([{ name: '.xlsx', bytes: workbook(sheets) }]);
  assert.ok('definition' in result, JSON.stringify(result));
  return result;
}

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
