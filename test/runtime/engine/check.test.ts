// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, shape } from '../../../runtime/engine/check.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import type { Definition } from '../../../schemas/types.ts';
import { context, engine, formOf, rowId } from './engine.ts';

const problems = (
  definition: Definition,
  answers: { [key: string]: unknown },
  at?: string,
  before?: { [key: string]: unknown },
) => {
  const outline = walk(definition, engine);
  return check(outline, settle(outline, answers, context), context, at, before).map(
    (found) => `${found.code} ${found.at}`,
  );
};
const rows = formOf({
  a: { type: 'integer', title: 'A', maximum: 3 },
  n: {
    type: 'array',
    title: 'N',
    items: {
      type: 'object',
      properties: { x: { type: 'integer', title: 'X', maximum: 3 }, y: { type: 'string', title: 'Y' } },
      required: ['y'],
    },
  },
});

test('at one pointer: only its own problems and those inside it', () => {
  const answers = {
    a: 9,
    n: [
      { id: rowId(1), x: 9 },
      { id: rowId(2), x: 9, y: 'y' },
    ],
  };
  assert.deepEqual(problems(rows, answers, '/a'), ['too-large /a']);
  assert.deepEqual(problems(rows, answers, '/n/1/x'), ['too-large /n/1/x']);
  assert.deepEqual(problems(rows, answers, '/n/0/y'), ['required /n/0/y']);
  assert.deepEqual(problems(rows, answers, '/n'), [
    'too-large /n/0/x',
    'required /n/0/y',
    'too-large /n/1/x',
  ]);
  assert.deepEqual(problems(rows, answers, '/gone'), []);
});

test('problems come as a person meets the questions, row by row', () => {
  const laid = { ...rows, layout: [{ repeat: '/n', items: ['./y', './x'] }, '/a'] };
  const answers = {
    a: 9,
    n: [
      { id: rowId(1), x: 9 },
      { id: rowId(1), x: 9 },
    ],
  };
  assert.deepEqual(problems(laid, answers), [
    'required /n/0/y',
    'too-large /n/0/x',
    'same-row-twice /n/1',
    'required /n/1/y',
    'too-large /n/1/x',
    'too-large /a',
  ]);
});

test('locked answers must come back as they were, whatever row number they have now', () => {
  const locked = formOf({
    a: { type: 'string', title: 'A', readOnly: true },
    n: {
      type: 'array',
      title: 'N',
      items: { type: 'object', properties: { x: { type: 'string', title: 'X', readOnly: true } } },
    },
  });
  const before = {
    a: 'x',
    n: [
      { id: rowId(1), x: 'p' },
      { id: rowId(2), x: 'q' },
    ],
  };
  assert.deepEqual(
    problems(
      locked,
      {
        a: 'x',
        n: [
          { id: rowId(2), x: 'q' },
          { id: rowId(1), x: 'p' },
        ],
      },
      undefined,
      before,
    ),
    [],
  );
  assert.deepEqual(problems(locked, { a: 'y', n: [{ id: rowId(2), x: 'p' }] }, undefined, before), [
    'locked /a',
    'locked /n/0/x',
  ]);
  assert.deepEqual(problems(locked, { n: [] }, undefined, before), ['locked /a']);
});

test('answers that are no object', () => {
  const outline = walk(rows, engine);
  for (const value of [null, 1, 'x', []])
    assert.deepEqual(
      shape(outline, value).map((found) => found.code),
      ['not-answers'],
    );
});

test('an unknown answer is named with its key escaped', () => {
  assert.deepEqual(
    shape(walk(rows, engine), { 'a/b~': 1 }).map((found) => found.at),
    ['/a~1b~0'],
  );
});
