// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { rowsFromText, rowsToCsv } from '../../../builder/exchange/list-rows.ts';
import type { District, ListRow } from '../../../schemas/types.ts';

test('the registers of a district go out as CSV and come back as they were, lists and numbers in cells too', () => {
  const text = readFileSync('schemas/districts/valprova/district.json', 'utf8');
  const { registers = {} } = JSON.parse(text) as District;
  assert.ok(Object.keys(registers).length > 0);
  for (const rows of Object.values(registers)) {
    const back = rowsFromText(rowsToCsv(rows), rows);
    assert.deepEqual(
      back.map((row) => ({ ...row })),
      rows.map((row) => ({ ...row })),
    );
  }
});

test('names alone keep the codes and columns of the names that stay', () => {
  const before: ListRow[] = [
    { id: 'a1', title: 'Affitto', peso: 2 },
    { id: 'b', title: 'Comodato' },
  ];
  assert.deepEqual(rowsFromText('Comodato\nAffitto\nProprietà', before), [
    { id: 'b', title: 'Comodato' },
    { id: 'a1', title: 'Affitto', peso: 2 },
    { id: 'proprieta', title: 'Proprietà' },
  ]);
});

test('two columns are code and name; a code twice is taken once; a row without a name is none', () => {
  const rows = rowsFromText('x\tUno\nx\tDue\ny\t', []);
  assert.deepEqual(rows, [
    { id: 'x', title: 'Uno' },
    { id: 'y', title: 'y' },
  ]);
  assert.deepEqual(rowsFromText('id;title\nx;', []), []);
  assert.deepEqual(rowsFromText('id;title;cap\nx;X;00123', []), [{ id: 'x', title: 'X', cap: '00123' }]);
});
