// SPDX-License-Identifier: AGPL-3.0-or-later
// Tables as text: what is written is read, and what is no table is told with its line.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cellText, csv } from '../../../server/tables/csv.ts';
import { readCsv, separatorOf } from '../../../server/tables/read-csv.ts';

const cells = (text: string) => {
  const table = readCsv(text);
  assert.ok(table.ok, text);
  return table.rows.map((row) => [row.line, ...row.cells]);
};

test('quotes, ends of lines and separators of every usual kind; a row says its line', () => {
  assert.deepEqual(cells('\uFEFFa;b\r\n"x;y";"di ""loro"""\r\n'), [
    [1, 'a', 'b'],
    [2, 'x;y', 'di "loro"'],
  ]);
  assert.deepEqual(cells('a,b\n"due\nrighe",2\n\n;,\n3,4'), [
    [1, 'a', 'b'],
    [2, 'due\nrighe', '2'],
    [5, ';', ''],
    [6, '3', '4'],
  ]);
  assert.deepEqual(cells('a\tb\r1\t2\r'), [
    [1, 'a', 'b'],
    [2, '1', '2'],
  ]);
  assert.equal(separatorOf('"a;b;c",d,e'), ',');
  assert.equal(separatorOf('"a\n;;;;",b\tc\td'), '\t');
  assert.deepEqual(cells('5" di tubo;a "mano"\n'), [[1, '5" di tubo', 'a "mano"']]);
});

test('a quote that does not close, or goes on after it, is told with its line', () => {
  assert.deepEqual(readCsv('a;b\n1;2\n"tre;4\n5;6\n'), { ok: false, code: 'csv-quote', line: 3 });
  assert.deepEqual(readCsv('a;b\n"1"x;2\n'), { ok: false, code: 'csv-quote', line: 2 });
  assert.deepEqual(readCsv('\uFEFF\n;;\n\n'), { ok: false, code: 'csv-empty', line: 1 });
});

test('what is written is read back, cell by cell, whatever stands in it', () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', ';', '\r\n', '=1', "'-", ''));
  const head = fc.constant(['a', 'b', 'c']);
  const table = fc.record({
    columns: head,
    rows: fc.array(fc.tuple(cell, cell, fc.integer()), { maxLength: 5 }),
  });
  fc.assert(
    fc.property(table, ({ columns, rows }) => {
      const read = readCsv(csv({ name: 'x', columns, rows }));
      assert.ok(read.ok);
      assert.deepEqual(
        read.rows.slice(1).map((row) => row.cells),
        rows.map((row) => row.map(cellText)),
      );
    }),
    { numRuns: 300, seed: 7 },
  );
});
