// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { score } from '../../../runtime/engine/score.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import type { FieldSchema } from '../../../schemas/types.ts';
import { context, engine, formOf, rowId } from './engine.ts';

const scale: FieldSchema = {
  oneOf: [0, 1, 2].map((points) => ({ const: `s${points}`, title: String(points), 'x-score': points })),
};
const bands = [
  { from: 0, to: 3, code: 'lieve', title: 'Lieve' },
  { from: 3, code: 'grave', title: 'Grave' },
];
const definition = formOf({
  g: {
    type: 'object',
    title: 'G',
    'x-bands': bands,
    properties: {
      a: { ...scale, title: 'A' },
      b: { ...scale, title: 'B', 'x-weight': 1.5 },
      c: { ...scale, title: 'C', 'x-show': { '/g/a': { const: 's2' } } },
    },
  },
  n: {
    type: 'array',
    title: 'N',
    items: { type: 'object', properties: { q: { ...scale, title: 'Q', 'x-not-asked': ['unknown'] } } },
  },
  y: { type: 'boolean', title: 'Y', 'x-score': 4 },
  t: { type: 'string', title: 'T' },
});
const outline = walk(definition, engine);
const scored = (answers: { [key: string]: unknown }, pointer?: string) =>
  score(outline, settle(outline, answers, context), pointer);

test('points of a group are weighted, hidden items do not count', () => {
  const found = scored({ g: { a: 's1', b: 's1', c: 's2' } }, '/g');
  assert.equal(found.points, 2.5);
  assert.equal(found.band?.code, 'lieve');
  assert.deepEqual(
    found.trace.map(({ at, points, weight }) => [at, points, weight]),
    [
      ['/g/a', 1, 1],
      ['/g/b', 1, 1.5],
    ],
  );
});

test('a band begins with its first score', () => {
  assert.equal(scored({ g: { a: 's1', b: 's2' } }, '/g').band?.code, 'grave');
  assert.equal(scored({ g: { a: 's0', b: 's2' } }, '/g').points, 3);
});

test('not yet while an item that is shown is open; declined items do not count', () => {
  assert.equal(scored({ g: { a: 's2', b: 's1' } }, '/g').points, undefined);
  const rows = [
    { id: rowId(1), q: 's2' },
    { id: rowId(2), q: { declined: 'unknown' } },
  ];
  assert.equal(scored({ n: rows }, '/n').points, 2);
  assert.equal(scored({ n: rows }, '/n/0').points, 2);
});

test('the whole', () => {
  assert.equal(scored({ g: { a: 's0', b: 's0' }, n: [], y: true }).points, 4);
});

test('an item counts by its weight times those around it; by itself it has none', () => {
  const weighed = walk(
    formOf({
      n: {
        type: 'array',
        title: 'N',
        'x-weight': 0.5,
        items: {
          type: 'object',
          properties: {
            g: { type: 'object', 'x-weight': 2, properties: { q: { ...scale, 'x-weight': 3 } } },
          },
        },
      },
    }),
    engine,
  );
  const settled = settle(weighed, { n: [{ id: rowId(1), g: { q: 's2' } }] }, context);
  const told = (pointer: string) => {
    const { points, trace } = score(weighed, settled, pointer);
    return [points, trace[0]?.points, trace[0]?.weight];
  };
  assert.deepEqual(told(''), [6, 2, 3]);
  assert.deepEqual(told('/n'), [12, 2, 6]);
  assert.deepEqual(told('/n/0'), [12, 2, 6]);
  assert.deepEqual(told('/n/0/g'), [6, 2, 3]);
  assert.deepEqual(told('/n/0/g/q'), [2, 2, 1]);
});
