// SPDX-License-Identifier: AGPL-3.0-or-later
// What conditions become in the closed schema, word for word: a reader of another language must find it as said here.
/* oxlint-disable unicorn/no-thenable -- JSON Schemas, never awaited */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerSchema } from '../../../runtime/engine/answer-schema.ts';
import { at as valueAt } from '../../../runtime/engine/pointer.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import type { Condition, Definition, FieldSchema } from '../../../schemas/types.ts';
import { engine, formOf } from './engine.ts';

const text = (rest: FieldSchema = {}): FieldSchema => ({ type: 'string', maxLength: 5, ...rest });
type Loose = { readonly [key: string]: unknown };
const part = (schema: Loose, pointer: string): unknown => valueAt(schema, pointer);
const closed = (
  properties: { [key: string]: FieldSchema },
  rest: Partial<Definition> & { required?: string[] } = {},
): Loose => answerSchema(walk(formOf(properties, rest), engine)).schema;
/** The one condition of a form with a (yes/no, may be declined), b (number), g.h, rows n with k, and x shown by it. */
const fields = (show: Condition, more: FieldSchema = {}): { [key: string]: FieldSchema } => ({
  a: { type: 'boolean', 'x-not-asked': ['unknown'] },
  b: { type: 'integer' },
  g: { type: 'object', properties: { h: { type: 'boolean' } } },
  n: { type: 'array', items: { type: 'object', properties: { k: { type: 'integer' } } } },
  x: text({ 'x-show': show, ...more }),
});
const shown = (show: Condition): Loose[] => closed(fields(show))['allOf'] as Loose[];

test('a test is what must be there and what it must be; what is not shown is forbidden', () => {
  assert.deepEqual(shown({ '/b': { type: 'integer', minimum: 3 } }), [
    {
      if: { properties: { b: { type: 'integer', minimum: 3 } }, required: ['b'] },
      else: { properties: { x: false } },
    },
  ]);
});

test('answered says only that it is there; not answered is its denial', () => {
  assert.deepEqual(shown({ '/b': { answered: true } })[0]!['if'], { required: ['b'] });
  assert.deepEqual(shown({ '/b': { answered: false } })[0]!['if'], { not: { required: ['b'] } });
  assert.deepEqual(shown({ not: { '/b': { answered: false } } })[0]!['if'], { required: ['b'] });
});

test('tests of different answers stand in one schema, of the same answer side by side', () => {
  assert.deepEqual(shown({ '/a': { const: true }, '/b': { const: 3 } })[0]!['if'], {
    properties: { a: { const: true }, b: { const: 3 } },
    required: ['a', 'b'],
  });
  assert.deepEqual(
    shown({
      all: [{ '/b': { const: 3 } }, { '/b': { answered: true } }, { '/b': { not: { const: 4 } } }],
    })[0]!['if'],
    {
      allOf: [
        { properties: { b: { const: 3 } }, required: ['b'] },
        { properties: { b: { not: { const: 4 } } }, required: ['b'] },
      ],
    },
  );
});

test('the same part twice is said once; any of several', () => {
  assert.deepEqual(shown({ all: [{ '/b': { const: 3 } }, { all: [{ '/b': { const: 3 } }] }] })[0]!['if'], {
    properties: { b: { const: 3 } },
    required: ['b'],
  });
  assert.deepEqual(
    shown({
      any: [{ '/b': { const: 3 } }, { any: [{ '/a': { const: true } }, { '/b': { const: 3 } }] }],
    })[0]!['if'],
    {
      anyOf: [
        { properties: { b: { const: 3 } }, required: ['b'] },
        { properties: { a: { const: true } }, required: ['a'] },
      ],
    },
  );
});

test('a group on the way is an object', () => {
  assert.deepEqual(shown({ '/g/h': { const: true } })[0]!['if'], {
    properties: { g: { type: 'object', properties: { h: { const: true } }, required: ['h'] } },
    required: ['g'],
  });
});

test('beside every contains stands minItems, one at least', () => {
  const inside = (test: Loose): unknown => part(shown({ '/n': test } as Condition)[0]!, '/if/properties/n');
  const one = { type: 'array', contains: { properties: { k: { const: 1 } }, required: ['k'] } };
  assert.deepEqual(inside(one), { ...one, minItems: 1 });
  assert.deepEqual(inside({ ...one, minItems: 3 }), { ...one, minItems: 3 });
  assert.deepEqual(inside({ not: one }), { not: { ...one, minItems: 1 } });
  assert.deepEqual(inside({ type: 'array', minItems: 2 }), { type: 'array', minItems: 2 });
});

test('required when shown: then requires, else forbids', () => {
  assert.deepEqual(closed(fields({ '/b': { const: 3 } }), { required: ['x'] })['allOf'], [
    {
      if: { properties: { b: { const: 3 } }, required: ['b'] },
      then: { required: ['x'] },
      else: { properties: { x: false } },
    },
  ]);
});

test('equal conditions share one if', () => {
  const show: Condition = { '/b': { const: 3 } };
  const { allOf } = closed({ ...fields(show), y: text({ 'x-show': { all: [show] } }) }, { required: ['y'] });
  assert.deepEqual(allOf, [
    {
      if: { properties: { b: { const: 3 } }, required: ['b'] },
      then: { required: ['y'] },
      else: { properties: { x: false, y: false } },
    },
  ]);
});

test('kept when hidden is not forbidden; always required is plainly required', () => {
  assert.equal(closed(fields({ '/b': { const: 3 } }, { 'x-when-hidden': 'keep' }))['allOf'], undefined);
  const schema = closed(
    { g: { type: 'object', properties: { h: text() }, required: ['h'] }, y: text() },
    { required: ['y'] },
  );
  assert.deepEqual([schema['required'], part(schema, '/properties/g/required')], [['g', 'y'], ['h']]);
});

test('levels: outer tests outside, inner ones inside the rows', () => {
  const schema = closed({
    a: { type: 'boolean' },
    n: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          k: { type: 'integer' },
          y: text({ 'x-show': { '/a': { const: true }, './k': { const: 1 } } }),
          z: text({ 'x-show': { './k': { const: 2 } } }),
        },
        required: ['y'],
      },
    },
  });
  assert.deepEqual(schema['allOf'], [
    {
      if: { properties: { a: { const: true } }, required: ['a'] },
      then: {
        properties: {
          n: {
            items: {
              if: { properties: { k: { const: 1 } }, required: ['k'] },
              then: { required: ['y'] },
              else: { properties: { y: false } },
            },
          },
        },
      },
      else: { properties: { n: { items: { properties: { y: false } } } } },
    },
  ]);
  assert.deepEqual(part(schema, '/properties/n/items/allOf'), [
    { if: { properties: { k: { const: 2 } }, required: ['k'] }, else: { properties: { z: false } } },
  ]);
  assert.deepEqual(part(schema, '/properties/n/items/required'), ['id']);
});

test('a broken rule refuses, once all that it reads is there and not declined', () => {
  const { allOf } = closed({
    a: { type: 'boolean', 'x-not-asked': ['unknown'] },
    b: {
      type: 'integer',
      'x-check': [{ must: { any: [{ '/a': { const: true } }, { '/b': { const: 3 } }] }, message: 'm' }],
    },
  });
  assert.deepEqual(allOf, [
    {
      if: {
        allOf: [
          { properties: { a: { not: { type: 'object', required: ['declined'] } } }, required: ['b', 'a'] },
          {
            not: {
              anyOf: [
                { properties: { a: { const: true } }, required: ['a'] },
                { properties: { b: { const: 3 } }, required: ['b'] },
              ],
            },
          },
        ],
      },
      then: { not: {} },
    },
  ]);
});

test('a warning, a rule that never can be broken, a name that is not there', () => {
  const rule = (must: Condition, level?: 'warning') =>
    closed({ b: { type: 'integer' } }, {
      conditions: { c: { '/b': { const: 1 } } },
    } as Partial<Definition>)['allOf'] ?? closedWith(must, level);
  const closedWith = (must: Condition, level?: 'warning'): unknown =>
    (
      answerSchema(
        walk(
          {
            ...formOf({ b: { type: 'integer' } }, { conditions: { c: { '/b': { const: 1 } } } }),
            schema: {
              type: 'object',
              properties: { b: { type: 'integer' } },
              'x-check': [{ must, message: 'm', ...(level && { level }) }],
            },
          },
          engine,
        ),
      ).schema as Loose
    )['allOf'];
  assert.equal(rule({ '/b': { const: 1 } }, 'warning'), undefined);
  assert.deepEqual(rule({ named: 'c' }), [
    {
      if: { allOf: [{ required: ['b'] }, { not: { properties: { b: { const: 1 } }, required: ['b'] } }] },
      then: { not: {} },
    },
  ]);
});

test('declined answers, roles and rows in the schema', () => {
  const schema = closed(
    {
      a: { type: 'boolean', title: 'A', 'x-not-asked': ['unknown', 'refused'] },
      v: text({ 'x-visible-to': ['coordinator'] }),
      n: { type: 'array', title: 'N', description: 'D', items: { type: 'object', properties: {} } },
    },
    { required: ['a', 'v'] },
  );
  assert.deepEqual(schema['required'], ['a']);
  assert.deepEqual(part(schema, '/properties/a'), {
    title: 'A',
    if: { type: 'object', required: ['declined'] },
    then: { additionalProperties: false, properties: { declined: { enum: ['unknown', 'refused'] } } },
    else: { type: 'boolean' },
  });
  assert.deepEqual(part(schema, '/properties/n'), {
    title: 'N',
    description: 'D',
    type: 'array',
    minItems: 0,
    maxItems: 100,
    items: {
      type: 'object',
      additionalProperties: false,
      properties: { id: { type: 'string', pattern: '^[A-Za-z0-9_-]{11}$' } },
      required: ['id'],
    },
  });
});

test('what only the engine checks is named', () => {
  const { engineOnly } = answerSchema(
    walk(
      formOf({
        a: { type: 'integer', 'x-value': 1 },
        b: { type: 'string', 'x-ref': '/n' },
        n: {
          type: 'array',
          items: { type: 'object', properties: { d: { type: 'string', format: 'date' } } },
        },
        e: { type: 'array', 'x-each': { of: '/n' }, items: { type: 'object', properties: {} } },
        c: { type: 'string', 'x-choices': { from: 'list:l' } },
        l: text({ readOnly: true }),
        m: text({ 'x-lock': { '/a': { const: 1 } } }),
        v: text({ 'x-visible-to': ['x'], 'x-require': { '/a': { const: 1 } } }),
      }),
      engine,
    ),
  );
  assert.deepEqual(engineOnly, [
    'computed:/a',
    'link:/b',
    'row-ids:/n',
    'deep:/n/*/d',
    'each:/e',
    'row-ids:/e',
    'choices:/c',
    'locked:/l',
    'locked:/m',
    'roles:/v',
  ]);
});
