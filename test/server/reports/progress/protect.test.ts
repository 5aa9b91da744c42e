// SPDX-License-Identifier: AGPL-3.0-or-later
// What goes out hides who is few, and nothing hidden can be worked out: every way of filling the untold cells that
// agrees with the told ones and the totals is tried, and each untold cell must be free to be more than one number.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  columnStates,
  least,
  moneyStates,
  protect,
  protectTable,
} from '../../../../server/reports/progress/protect.ts';
import type { Figure, Progress, Table } from '../../../../templates/documents/progress/content.ts';

const runs = process.env['PATTO_PROOF'] === 'full' ? 100_000 : 600;

/** The numbers that each untold cell could be, for who knows the told cells, the total and the rules. */
function possible(cells: readonly Figure[], total: number): Set<number>[] {
  const told = cells.filter((one): one is number => typeof one === 'number');
  const rest = total - told.reduce((sum, one) => sum + one, 0);
  const untold = cells.filter((one) => typeof one !== 'number');
  const marked = untold.includes('hidden');
  const most = told.length > 0 ? Math.min(...told) : rest;
  const found = untold.map(() => new Set<number>());
  const walk = (place: number, left: number, so: number[]): void => {
    if (place === untold.length) {
      if (left === 0) so.forEach((value, at) => found[at]?.add(value));
      return;
    }
    const hidden = untold[place] === 'hidden';
    // Where no cell is marked as few, all were kept, whatever they are.
    const [low, high] = hidden ? [0, least - 1] : marked ? [least, most] : [0, rest];
    for (let value = low; value <= Math.min(high, left); value++)
      walk(place + 1, left - value, [...so, value]);
  };
  walk(0, rest, []);
  return found;
}

const table = (values: readonly number[]): Table => ({
  id: 't',
  columns: [{ id: 'many', is: 'count' }],
  rows: values.map((value, place) => ({ label: String(place), figures: [value] })),
  total: [values.reduce((sum, one) => sum + one, 0)],
});

test('no untold cell can be worked out from its column', (t) => {
  let untold = 0;
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 6 }), (values) => {
      const out = protectTable(table(values));
      const cells = out.rows.map(({ figures }) => figures[0] ?? 0);
      const [total] = out.total;
      values.forEach((value, place) => {
        if (value < least) assert.notEqual(cells[place], value);
        else if (typeof cells[place] === 'number') assert.equal(cells[place], value);
      });
      if (total === 'hidden') return assert.ok(cells.every((one) => one === 'hidden'));
      for (const ways of possible(cells, Number(total))) {
        untold += 1;
        assert.ok(ways.size > 1, `${values} → ${cells} of ${total}: only ${[...ways]}`);
      }
    }),
    { numRuns: runs, seed: 20260430 },
  );
  assert.ok(untold > runs / 2, `${untold} untold cells`);
  t.diagnostic(`proof ${JSON.stringify({ columns: runs, untold, workedOut: 0 })}`);
});

test('nor money: two sums at least are untold, and they are not all nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: 3 }), fc.boolean()), { minLength: 2, maxLength: 6 }),
      (rows) => {
        const sums = rows.map(([sum]) => sum);
        const states = moneyStates(
          sums,
          rows.map(([, poor]) => poor),
        );
        const untold = sums.filter((_sum, place) => states[place] !== 'told');
        if (sums.every((sum) => sum === 0)) return assert.equal(untold.length, 0);
        rows.forEach(([, poor], place) => assert.ok(!poor || states[place] !== 'told'));
        if (untold.length > 0) assert.ok(untold.length > 1 && untold.some((sum) => sum > 0));
      },
    ),
    { numRuns: runs, seed: 7 },
  );
});

test('by hand: the second cell, the edge where the second alone does not help, the total of few', () => {
  assert.deepEqual(columnStates([9, 3, 7]), ['told', 'hidden', 'kept']);
  // 0 and 5 make 5: the kept one could be nothing but 5, so a third is kept too.
  assert.deepEqual(columnStates([0, 5, 8]), ['hidden', 'kept', 'kept']);
  // Two of four make 8: neither could be less.
  assert.deepEqual(columnStates([4, 4, 9]), ['hidden', 'hidden', 'kept']);
  assert.deepEqual(columnStates([6, 7]), ['told', 'told']);
  assert.equal(columnStates([0, 5]), undefined);
  const out = protectTable(table([1, 2]));
  assert.deepEqual(
    [out.rows.map(({ figures }) => figures[0]), out.total],
    [['hidden', 'hidden'], ['hidden']],
  );
});

test('money of few households is untold however many times they are counted', () => {
  const out = protectTable({
    id: 'funds',
    columns: [
      { id: 'many', is: 'count' },
      { id: 'cost', is: 'money' },
    ],
    rows: [
      { label: 'a', figures: [8, 120_000], of: 1 },
      { label: 'b', figures: [9, 90_000], of: 7 },
      { label: 'c', figures: [30, 500_000], of: 20 },
    ],
    total: [47, 710_000],
    of: 22,
  });
  assert.deepEqual(
    out.rows.map(({ figures }) => figures),
    [
      [8, 'hidden'],
      [9, 'kept'],
      [30, 500_000],
    ],
  );
  assert.ok(!JSON.stringify(out).includes('"of"'), 'how many households is not told either');
});

test('a rate is told only beside what it is of', () => {
  const rated: Table = {
    id: 't',
    columns: [
      { id: 'many', is: 'count' },
      { id: 'on-thousand', is: 'rate' },
    ],
    rows: [9, 3, 7].map((many, place) => ({ label: String(place), figures: [many, many / 10] })),
    total: [19, 1.9],
  };
  const { rows, total } = protectTable(rated);
  assert.deepEqual(
    rows.map(({ figures }) => figures),
    [
      [9, 0.9],
      ['hidden', 'hidden'],
      ['kept', 'kept'],
    ],
  );
  assert.deepEqual(total, [19, 1.9]);
});

test('single figures, medians and sums of few are untold', () => {
  const progress: Progress = {
    from: '2026-01-01',
    to: '2026-04-30',
    comuni: [],
    figures: [
      { id: 'households', is: 'count', figure: 6 },
      { id: 'paid', is: 'count', figure: 4 },
      { id: 'monthly', is: 'money', figure: 266_425 },
      { id: 'vouchers', is: 'count', figure: 9 },
      { id: 'voucher-value', is: 'money', figure: 9_000, of: 2 },
    ],
    medians: [
      { id: 'pact', days: 20, cases: 4 },
      { id: 'first-meeting', days: 30, cases: 6 },
    ],
    tables: [],
    milestones: [],
    critical: '',
  };
  const out = protect(progress);
  assert.deepEqual(
    out.figures.map(({ figure }) => figure),
    [6, 'hidden', 'hidden', 9, 'hidden'],
  );
  assert.deepEqual(
    out.medians.map(({ days }) => days),
    ['kept', 30],
  );
});
