// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences } from '../../../runtime/engine/differences.ts';
import type { Definition, FieldSchema } from '../../../schemas/types.ts';
import { formOf } from './engine.ts';

const base = formOf(
  {
    a: { type: 'integer', title: 'A' },
    c: {
      title: 'C',
      oneOf: [
        { const: 'x', title: 'X' },
        { const: 'y', title: 'Y' },
      ],
    },
    n: {
      type: 'array',
      title: 'N',
      items: { type: 'object', properties: { k: { type: 'string', title: 'K' } } },
    },
  },
  {
    layout: [
      { page: 'p', title: 'P', items: ['/a', '/c'] },
      { page: 'q', title: 'Q', items: ['/n'] },
    ],
  },
);
const properties = (change: { [key: string]: FieldSchema }, rest: Partial<Definition> = {}): Definition => ({
  ...base,
  ...rest,
  schema: { ...base.schema, properties: { ...base.schema.properties, ...change } },
});
const codes = (after: Definition): string[] =>
  differences(base, after).map(({ code, params }) => [code, ...Object.values(params)].join(' '));
const c = (list: { const: string; title: string }[]): Definition =>
  properties({ c: { title: 'C', oneOf: list } });

test('each change has a code and the names that its sentence needs', () => {
  assert.deepEqual(differences(undefined, base), [{ code: 'first-version', params: { title: 'Prova' } }]);
  assert.deepEqual(codes(base), []);
  assert.deepEqual(codes(properties({ b: { type: 'string', title: 'B' } })), ['question-added B string']);
  assert.deepEqual(codes(properties({ a: { type: 'integer', title: 'A2' } })), ['question-renamed A A2']);
  assert.deepEqual(codes(properties({ a: { type: 'integer', title: 'A', 'x-type': 'money' } })), [
    'type-changed A integer money',
  ]);
  assert.deepEqual(codes(properties({ a: { type: 'integer', title: 'A', minimum: 1, maximum: 2 } })), [
    'limits-changed A',
  ]);
  assert.deepEqual(
    codes(properties({ a: { type: 'integer', title: 'A', 'x-show': { '/c': { const: 'x' } } } })),
    ['condition-added A'],
  );
  assert.deepEqual(codes({ ...base, schema: { ...base.schema, required: ['a'] } }), ['required-now A']);
  assert.deepEqual(codes(c([{ const: 'x', title: 'Z' }])), ['option-renamed C X Z', 'option-removed C Y']);
  assert.deepEqual(
    codes(
      c([
        { const: 'x', title: 'X' },
        { const: 'y', title: 'Y' },
        { const: 'z', title: 'Z' },
      ]),
    ),
    ['option-added C Z'],
  );
  assert.deepEqual(
    codes(properties({ n: { type: 'array', title: 'N', items: { type: 'object', properties: {} } } })),
    ['question-removed K'],
  );
  assert.deepEqual(
    codes({
      ...base,
      layout: [
        { page: 'p', title: 'P', items: ['/a'] },
        { page: 'q', title: 'Q2', items: ['/n', '/c'] },
      ],
    }),
    ['page-renamed Q Q2', 'question-moved C'],
  );
  assert.deepEqual(
    codes({
      ...base,
      layout: [
        { page: 'p', title: 'P', items: ['/c', '/a'] },
        { page: 'q', title: 'Q', items: ['/n'] },
      ],
    }),
    ['order-changed'],
  );
  assert.deepEqual(codes({ ...base, layout: [base.layout![0]!] }), ['page-removed Q', 'question-moved N']);
  assert.deepEqual(codes({ ...base, translations: { ar: { 'a.title': 'x' } } }), ['translation-changed ar']);
  assert.deepEqual(codes({ ...base, title: 'Altra' }), ['title-changed Prova Altra']);
});
