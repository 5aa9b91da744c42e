// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spell } from '../../../runtime/engine/explain.ts';
import { parse, readings, reads } from '../../../runtime/engine/formula.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import type { FieldSchema, Formula } from '../../../schemas/types.ts';
import { context, engine, formOf } from './engine.ts';

test('a formula is a constant, an answer, or a call with its options; anything else is none', () => {
  assert.deepEqual(parse(3, engine), { constant: 3 });
  assert.deepEqual(parse({ text: '/a' }, engine), { constant: '/a' });
  assert.deepEqual(parse('case:/nucleo', engine), { pointer: 'case:/nucleo' });
  const call = parse({ where: {}, count: '/n' }, engine);
  assert.ok(call && 'call' in call && call.call.name === 'count');
  for (const odd of [
    'ciao',
    null,
    [],
    {},
    { gone: 1 },
    { add: [1], where: {} },
    { constructor: 1 },
    { text: 'x', add: 1 },
  ]) {
    assert.equal(parse(odd, engine), undefined, JSON.stringify(odd));
  }
});

test('what a formula reads: from where it stands, and from rows', () => {
  const formula = {
    add: ['/a', { sum: '/n', of: { multiply: ['./x', '/b'] }, where: { './y': { const: 1 } } }],
  };
  assert.deepEqual(reads(formula, engine), ['/a', '/n']);
  assert.deepEqual(
    readings(formula, engine).map(({ pointer, condition, of }) => [pointer ?? condition, of]),
    [
      ['/a', []],
      ['/n', []],
      ['./x', ['/n']],
      ['/b', ['/n']],
      [{ './y': { const: 1 } }, ['/n']],
    ],
  );
});

test('values in words', () => {
  assert.deepEqual(
    [1234567.5, -1234, 0.15, true, '2026-03-02', 'x'].map((value) => spell(value, 'it')),
    ['1.234.567,5', '-1.234', '0,15', 'sì', '02/03/2026', 'x'],
  );
  assert.equal(spell(1234.5, 'en'), '1,234.5');
});

test('a formula that is none, or whose input is of another type, is not yet', () => {
  const outline = walk(
    formOf({
      a: { type: 'string', title: 'A' },
      b: { type: 'number', title: 'B', 'x-value': { add: ['/a', 1] } },
    }),
    engine,
  );
  const settled = settle(outline, { a: 'x', b: 4 }, context);
  assert.deepEqual(settled.answers, { a: 'x' });
  assert.equal(settled.computed.get('/b')?.value, undefined);
});

test('money is written as money in an explanation: of a sum every amount, of a product the one that is', () => {
  const because = (formula: Formula, answers: { [key: string]: unknown }): string => {
    const fields: { [key: string]: FieldSchema } = {
      a: { type: 'integer', title: 'A', 'x-type': 'money' },
      n: { type: 'number', title: 'N' },
      r: { type: 'integer', title: 'R', 'x-type': 'money', 'x-value': formula },
    };
    const parameters = { tetto: { value: 650000, source: 's', from: '2025-01-01' } };
    return settle(walk(formOf(fields), engine), answers, { ...context, parameters }).computed.get('/r')!
      .because.it;
  };
  const answers = { a: 123456, n: 1.15 };
  assert.equal(because({ multiply: ['/a', 2] }, answers), '1.234,56 × 2 = 2.469,12');
  assert.equal(because({ add: ['/a', 100] }, answers), '1.234,56 + 1,00 = 1.235,56');
  assert.equal(because({ multiply: [{ param: 'tetto' }, '/n'] }, answers), '6.500,00 × 1,15 = 7.475,00');
  assert.equal(
    because({ round: { divide: [{ add: ['/a', 100] }, 12] } }, answers),
    'arrotondato (1.234,56 + 1,00) : 12 = 102,96',
  );
  assert.equal(because({ add: ['/a', { multiply: [2, '/n'] }] }, { a: 100 }), '1,00 + 2 × N = …');
});
