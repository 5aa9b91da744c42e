// SPDX-License-Identifier: AGPL-3.0-or-later
// Why a value is what it is, in words; and what it still waits for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spell } from '../../../runtime/engine/explain.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import type { Answers, Context, FieldSchema, Formula } from '../../../schemas/types.ts';
import { context, engine, formOf, rowId } from './engine.ts';

const fields: { [key: string]: FieldSchema } = {
  a: { type: 'integer', title: 'Primo' },
  b: { type: 'integer' },
  m: { type: 'integer', title: 'Canone', 'x-type': 'money' },
  k: { type: 'integer', title: 'Altro canone', 'x-type': 'money' },
  y: { type: 'boolean', title: 'Sì o no' },
  d: { type: 'string', format: 'date', title: 'Dal' },
  s: { type: 'string', title: 'Nome' },
  n: {
    type: 'array',
    title: 'Righe',
    items: { type: 'object', properties: { v: { type: 'integer', title: 'V' } } },
  },
};
const explained = (
  formula: Formula,
  answers: Answers,
  result: FieldSchema = { type: 'number' },
  given: Partial<Context> = {},
) =>
  settle(walk(formOf({ ...fields, r: { title: 'R', ...result, 'x-value': formula } }), engine), answers, {
    ...context,
    ...given,
  }).computed.get('/r')!;
const it = (...args: Parameters<typeof explained>): string => explained(...args).because.it;
const en = (...args: Parameters<typeof explained>): string => explained(...args).because.en;
const money: FieldSchema = { type: 'integer', 'x-type': 'money' };

test('what is still missing is named by its place, each once; what is there is not', () => {
  const missing = (formula: Formula, answers: Answers = {}) => explained(formula, answers).missing;
  assert.deepEqual(missing({ add: ['/a', '/b', '/a'] }), ['/a', '/b']);
  assert.deepEqual(missing({ add: ['/a', '/b'] }, { a: 1 }), ['/b']);
  assert.deepEqual(missing({ add: ['/a', '/b'] }, { a: 1, b: 2 }), []);
  assert.deepEqual(missing({ sum: 'case:/nucleo', of: './v' }), ['case:/nucleo']);
  assert.deepEqual(missing({ sum: '/n', of: './v' }, { n: [{ id: rowId(1) }] }), []);
});

test('what is missing in a row is named with the number of the row', () => {
  const outline = walk(
    formOf({
      n: {
        type: 'array',
        items: {
          type: 'object',
          properties: { v: { type: 'integer' }, w: { type: 'integer', 'x-value': { add: ['./v', '/z'] } } },
        },
      },
      z: { type: 'integer' },
    }),
    engine,
  );
  const settled = settle(outline, { n: [{ id: rowId(1), v: 1 }, { id: rowId(2) }] }, context);
  assert.deepEqual(settled.computed.get('/n/0/w')!.missing, ['/z']);
  assert.deepEqual(settled.computed.get('/n/1/w')!.missing, ['/n/1/v', '/z']);
});

test('values in both languages', () => {
  assert.deepEqual(
    [true, false].map((value) => [spell(value, 'it'), spell(value, 'en')]),
    [
      ['sì', 'yes'],
      ['no', 'no'],
    ],
  );
  assert.deepEqual([spell(1234567, 'it'), spell(1234567, 'en')], ['1.234.567', '1,234,567']);
  assert.deepEqual([spell(1e21, 'it'), spell(undefined, 'it'), spell([1], 'en')], ['1e+21', '…', '…']);
  assert.equal(spell('il 2026-03-02 alle', 'it'), 'il 2026-03-02 alle');
  assert.equal(spell('2026-03-021', 'it'), '2026-03-021');
});

test('an answer that is not there is called by its title, or by three dots', () => {
  assert.equal(it({ add: ['/a', 1] }, {}), 'Primo + 1 = …');
  assert.equal(it({ add: ['/b', 1] }, {}), '… + 1 = …');
  assert.equal(it({ add: ['/a', 1] }, { a: 2 }), '2 + 1 = 3');
});

test('inside another formula sums and products keep their words, the rest shows what it came to', () => {
  assert.equal(it({ add: ['/a', { multiply: ['/b', 2] }] }, { a: 1, b: 3 }), '1 + 3 × 2 = 7');
  assert.equal(it({ add: ['/a', { count: '/n' }] }, { a: 1, n: [{ id: rowId(1) }] }), '1 + 1 = 2');
  assert.equal(it({ count: '/n' }, { n: [] }), 'quanti in Righe = 0');
  assert.equal(en({ count: '/n' }, { n: [] }), 'how many in Righe = 0');
});

test('a choice shows the way that was taken', () => {
  const formula: Formula = { if: [{ '/y': { const: true } }, { add: ['/a', 1] }, '/b'] };
  assert.equal(it(formula, { y: true, a: 1, b: 9 }), '1 + 1 = 2');
  assert.equal(it(formula, { y: false, a: 1, b: 9 }), '9');
  assert.equal(en(formula, { y: true, a: 1, b: 9 }), '1 + 1 = 2');
});

test('what says nothing more than its value says its value', () => {
  assert.equal(it('/a', { a: 5 }), '5');
  assert.equal(it(7, {}), '7');
  assert.equal(it({ today: [] }, {}, { type: 'string', format: 'date' }), '02/03/2026');
  assert.equal(it({ join: ['/s', { text: '!' }] }, { s: 'Ada' }, { type: 'string' }), 'Ada!');
  assert.equal(it({ holds: { '/a': { const: 1 } } }, { a: 1 }, { type: 'boolean' }), 'sì');
});

test('amounts are written as amounts, and what is none is not', () => {
  assert.equal(it({ add: ['/m', '/k'] }, { m: 123456, k: 100 }, money), '1.234,56 + 1,00 = 1.235,56');
  assert.equal(en({ add: ['/m', '/k'] }, { m: 123456, k: 100 }, money), '1,234.56 + 1.00 = 1,235.56');
  assert.equal(it({ multiply: ['/a', '/m'] }, { a: 3, m: 1050 }, money), '3 × 10,50 = 31,50');
  assert.equal(it({ multiply: ['/m', '/a'] }, { a: 3, m: 1050 }, money), '10,50 × 3 = 31,50');
  assert.equal(
    it(
      { 'at-most': ['/m', { param: 'p' }] },
      { m: 1050 },
      { type: 'boolean' },
      { parameters: { p: { value: 2000, source: 's', from: '2025-01-01' } } },
    ),
    '10,50 ≤ 20,00 = sì',
  );
  assert.equal(it({ 'at-most': ['/a', 20] }, { a: 3 }, { type: 'boolean' }), '3 ≤ 20 = sì');
  assert.equal(it({ add: ['/m', 0.5] }, { m: 1050 }, { type: 'number' }), '10,50 + 0,5 = 1.050,5');
  assert.equal(it({ multiply: [2, '/a'] }, { a: 3 }), '2 × 3 = 6');
  assert.equal(it({ multiply: ['/m', 2] }, { m: -105000 }, money), '-1.050,00 × 2 = -2.100,00');
});
