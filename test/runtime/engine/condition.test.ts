// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { satisfies } from '../../../runtime/engine/condition.ts';
import { below, readings, reads } from '../../../runtime/engine/reads.ts';
import { engine } from './engine.ts';

test('what a condition reads, through all its parts and named ones', () => {
  const named = { adulto: { './eta': { type: 'integer', minimum: 18 } } } as const;
  const condition = {
    '/a': { const: 1 },
    any: [{ '../b': { answered: true } }, { not: { named: 'adulto' } }],
    all: [{ '/a': { const: 2 } }],
  } as const;
  assert.deepEqual(reads(condition as never, named), ['/a', '../b', './eta']);
});

test('conditions that name each other in a circle, or nothing, are read without end', () => {
  const named = { x: { named: 'y' }, y: { named: 'x', '/a': { const: 1 } } };
  assert.deepEqual(reads({ named: 'x' }, named), ['/a']);
  assert.deepEqual(reads({ named: 'gone' }, named), []);
  for (const odd of [null, 3, 'x', [], { all: 3 }, { any: null }, { '/a': 3 }])
    assert.deepEqual(readings(odd), []);
});

test('what a test looks at in rows', () => {
  const inner = { type: 'array', contains: { properties: { y: { const: 1 } } } };
  assert.deepEqual(below({ contains: { properties: { x: { const: 1 }, rows: inner }, required: ['z'] } }), [
    '/*/x',
    '/*/rows',
    '/*/rows/*/y',
    '/*/z',
  ]);
  assert.deepEqual(below({ not: { contains: { required: ['x'] } } }), ['/*/x']);
});

test('a keyword that is no operator never holds', () => {
  assert.equal(satisfies(1, { pattern: '.' }, engine.operators), false);
  assert.equal(satisfies(1, { constructor: 1 }, engine.operators), false);
});
