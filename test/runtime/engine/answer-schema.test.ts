// SPDX-License-Identifier: AGPL-3.0-or-later
// oxlint-disable unicorn/no-thenable -- JSON Schemas, never awaited
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerSchema } from '../../../runtime/engine/answer-schema.ts';
import { shape } from '../../../runtime/engine/check.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import { compile } from './ajv.ts';
import { engine, formOf } from './engine.ts';

test('one if/then/else per distinct condition, shared by the questions that have it', () => {
  const show = { 'x-show': { '/a': { const: true } } };
  const { schema } = answerSchema(
    walk(
      formOf(
        { a: { type: 'boolean' }, b: { type: 'boolean', ...show }, c: { type: 'boolean', ...show } },
        { required: ['b'] },
      ),
      engine,
    ),
  );
  assert.deepEqual(schema['allOf'], [
    {
      if: { properties: { a: { const: true } }, required: ['a'] },
      then: { required: ['b'] },
      else: { properties: { b: false, c: false } },
    },
  ]);
});

test('outer tests stand outside, inner ones inside items', () => {
  const definition = formOf({
    a: { type: 'boolean' },
    n: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          x: { type: 'boolean' },
          y: { type: 'boolean', 'x-show': { '/a': { const: true }, './x': { const: true } } },
        },
      },
    },
  });
  const { schema } = answerSchema(walk(definition, engine));
  const y = { properties: { y: false } };
  assert.deepEqual(schema['allOf'], [
    {
      if: { properties: { a: { const: true } }, required: ['a'] },
      then: {
        properties: {
          n: { items: { if: { properties: { x: { const: true } }, required: ['x'] }, else: y } },
        },
      },
      else: { properties: { n: { items: y } } },
    },
  ]);
});

test('what only the engine checks is listed', () => {
  const { engineOnly } = answerSchema(
    walk(
      formOf(
        {
          o: {
            type: 'array',
            items: { type: 'object', properties: { t: { type: 'string', readOnly: true } } },
          },
          r: { type: 'string', 'x-ref': '/o' },
          v: { type: 'integer', 'x-value': { count: '/o' } },
          s: { type: 'string', 'x-type': 'one', 'x-choices': { from: 'register:servizi' } },
          p: { type: 'string', 'x-visible-to': ['coordinator'] },
        },
        { required: ['p'] },
      ),
      engine,
    ),
  );
  assert.deepEqual([...engineOnly].sort(), [
    'choices:/s',
    'computed:/v',
    'link:/r',
    'locked:/o/*/t',
    'roles:/p',
    'row-ids:/o',
  ]);
});

test('lists frozen with the version are in the schema, and shape says the same', () => {
  const outline = walk(
    formOf({ s: { type: 'string', 'x-type': 'one', 'x-choices': { from: 'list:paesi' } } }),
    engine,
  );
  const choices = () => [{ id: 'it', title: 'Italia' }];
  const accepts = compile(answerSchema(outline, choices).schema);
  for (const [answer, fits] of [
    ['it', true],
    ['fr', false],
  ] as const) {
    assert.equal(accepts({ s: answer }), fits);
    assert.equal(shape(outline, { s: answer }, choices).length === 0, fits);
  }
});

test('a rule whose levels cross too often is the engine’s alone', () => {
  const keys = Array.from({ length: 8 }, (_, place) => `k${place}`);
  const booleans = Object.fromEntries(keys.map((key) => [key, { type: 'boolean' as const }]));
  const must = { any: keys.map((key) => ({ [`/${key}`]: { const: true }, [`./${key}`]: { const: true } })) };
  const definition = formOf({
    ...booleans,
    n: {
      type: 'array',
      items: { type: 'object', properties: booleans, 'x-check': [{ must: must as never, message: 'm' }] },
    },
  });
  assert.ok(answerSchema(walk(definition, engine)).engineOnly.includes('check:/n/*#0'));
});
