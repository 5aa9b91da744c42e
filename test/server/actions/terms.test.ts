// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { daysAfter, terms } from '../../../server/actions/terms.ts';
import type { Case, Measure } from '../../../schemas/types.ts';

test('terms of family C1: recommended call, limit of the first meeting, pact, next meeting', async () => {
  const measure = JSON.parse(await readFile('schemas/national/adi/measure.json', 'utf8')) as Measure;
  const dates = { pad: '2026-01-20', primo_incontro: '2026-02-11' };
  const rows = terms(measure, dates, '2026-03-02').map(({ due, level, state }) => [due, level, state]);
  assert.deepEqual(rows, [
    ['2026-03-21', 'recommended', 'met'],
    ['2026-04-12', 'limit', 'open'],
    ['2026-05-12', 'limit', 'open'],
    ['2026-05-20', 'limit', 'met'],
  ]);
  const state = (id: string, more: Case['dates'], today: string) =>
    terms(measure, { ...dates, ...more }, today).find((one) => one.id === id)?.state;
  assert.deepEqual(
    [
      state('T5', {}, '2026-04-12'),
      state('T5', {}, '2026-04-13'),
      state('T5', { patto: '2026-04-12' }, '2026-09-01'),
      state('T5', { patto: '2026-04-13' }, '2026-09-01'),
    ],
    ['open', 'late', 'met', 'late'],
  );
  assert.deepEqual(terms(measure, {}, '2026-03-02'), []);
});

test('days after, over leap days and the hour that changes', () => {
  assert.equal(daysAfter('2028-02-28', 2), '2028-03-01');
  assert.equal(daysAfter('2026-03-28', 2), '2026-03-30');
  assert.equal(daysAfter('2026-12-31', 1), '2027-01-01');
});
