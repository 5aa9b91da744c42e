// SPDX-License-Identifier: AGPL-3.0-or-later
// Every function has words and samples; its samples hold, come through settle, and are explained in both languages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint } from '../../../runtime/engine/lint.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import { functionsAbout } from '../../../runtime/functions/about.ts';
import { minus, over, plus, rounded, times } from '../../../runtime/functions/decimal.ts';
import { functions } from '../../../runtime/functions/index.ts';
import type { Answers, Context, FieldSchema, Formula } from '../../../schemas/types.ts';
import { context, engine, formOf } from '../engine/engine.ts';

const scored = [
  { const: 'one', title: 'Uno', 'x-score': 1 },
  { const: 'two', title: 'Due', 'x-score': 2 },
];
const fields: { [key: string]: FieldSchema } = {
  a: { type: 'number', title: 'A' },
  b: { type: 'number', title: 'B' },
  d: { type: 'string', format: 'date', title: 'D' },
  e: { type: 'string', format: 'date', title: 'E' },
  s: { type: 'string', title: 'S' },
  y: { type: 'boolean', title: 'Y' },
  rows: {
    type: 'array',
    title: 'Rows',
    items: {
      type: 'object',
      properties: { n: { type: 'integer', title: 'N' }, d: { type: 'string', format: 'date', title: 'D' } },
    },
  },
  choice: { oneOf: scored, title: 'Choice' },
  several: { type: 'array', items: { oneOf: scored }, title: 'Several' },
};

/** Value and explanation of a formula in the small form. */
function result(formula: Formula, answers: Answers, given: Partial<Context> = {}) {
  const definition = formOf(
    { ...fields, result: { title: 'Result', type: 'string', 'x-value': formula } },
    { outcome: { rows: [{ when: { '/y': { const: true } }, gives: 'E1', reason: 'because' }] } },
  );
  const findings = lint(definition, engine);
  assert.deepEqual(
    findings.filter((finding) => finding.level === 'error'),
    [],
  );
  const settled = settle(walk(definition, engine), answers, { ...context, referenceDate: '', ...given });
  return settled.computed.get('/result')!;
}

test('every function has words and samples, and nothing else has', () => {
  assert.deepEqual(Object.keys(functionsAbout).sort(), functions.map((each) => each.name).sort());
  for (const { words } of Object.values(functionsAbout))
    assert.ok(words.it.length > 2 && words.en.length > 2);
});

for (const { name } of functions) {
  test(`samples of ${name}`, () => {
    const { samples } = functionsAbout[name]!;
    assert.ok(samples.length > 0);
    for (const sample of samples) {
      const { value, because } = result(sample.formula, sample.answers, sample.context);
      assert.deepEqual(value, sample.gives, JSON.stringify(sample));
      assert.ok(because.it.length > 0 && because.en.length > 0);
      assert.ok(!/undefined|NaN/.test(because.it + because.en), because.it);
    }
  });
}

test('a calculation is explained with its values in place', () => {
  const { because } = result({ add: [1, { multiply: [0.15, '/a'] }] }, { a: 1 });
  assert.equal(because.it, '1 + 0,15 × 1 = 1,15');
  assert.equal(because.en, '1 + 0.15 × 1 = 1.15');
  const product = result({ multiply: [{ add: ['/a', 1] }, 1000] }, { a: 1.5 });
  assert.equal(product.because.it, '(1,5 + 1) × 1.000 = 2.500');
  const missing = result({ add: ['/a', '/b'] }, { a: 1 });
  assert.deepEqual([missing.value, missing.missing, missing.because.it], [undefined, ['/b'], '1 + B = …']);
});

test('what is missing is named with row numbers', () => {
  const row = {
    type: 'object' as const,
    properties: {
      x: { type: 'integer' as const, title: 'X' },
      y: { type: 'number' as const, title: 'Y', 'x-value': { add: ['./x', '/t'] } },
    },
  };
  const outline = walk(
    formOf({ t: { type: 'integer', title: 'T' }, n: { type: 'array', title: 'N', items: row } }),
    engine,
  );
  const settled = settle(outline, { n: [{ id: '00000000001', x: 1 }, { id: '00000000002' }] }, context);
  assert.deepEqual(settled.computed.get('/n/0/y')?.missing, ['/t']);
  assert.deepEqual(settled.computed.get('/n/1/y')?.missing, ['/n/1/x', '/t']);
});

test('a declined answer is not yet to formulas', () => {
  const definition = formOf({
    a: { type: 'integer', title: 'A', 'x-not-asked': ['unknown'] },
    b: { type: 'number', title: 'B', 'x-value': { add: ['/a', 1] } },
  });
  assert.equal(
    settle(walk(definition, engine), { a: { declined: 'unknown' } }, context).answers['b'],
    undefined,
  );
});

test('arithmetic is exact where binary fractions are not', () => {
  assert.equal(plus(0.1, 0.2), 0.3);
  assert.equal(minus(1.15, 1), 0.15);
  assert.equal(times(1.15, 100), 115);
  assert.equal(times(1e-7, 3), 3e-7);
  assert.equal(over(1, 3), 0.3333333333333333);
  assert.equal(over(1e21, 1e-3), 1e24);
  assert.equal(rounded(1.005, 2), 1.01);
  assert.equal(rounded(-0.5, 0), -1);
  assert.equal(rounded(1234, -2), 1200);
  assert.equal(rounded(7, 2), 7);
});
