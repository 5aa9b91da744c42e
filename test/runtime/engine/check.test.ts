// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { check, shape } from '../../../runtime/engine/check.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import type { Definition } from '../../../schemas/types.ts';
import { context, engine, formOf, rowId, times } from './engine.ts';
import { changed, fitting, randomDefinition, seeded } from './random.ts';

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

test('settled answers hold nothing that is hidden; check finds all that shape finds, whatever it is given', () => {
  const rounds = times(150, 3_000);
  for (let seed = 1; seed <= rounds; seed++) {
    const draw = seeded(seed * 31);
    const outline = walk(randomDefinition(seeded(seed)), engine);
    const anything = fc.sample(fc.jsonValue(), { seed, numRuns: 1 })[0];
    for (const answers of [changed(fitting(outline, draw), outline, draw), anything] as {
      [key: string]: unknown;
    }[]) {
      const settled = settle(outline, answers, context);
      const found = shape(outline, settled.answers);
      const hidden = found.filter((problem) => problem.code === 'hidden');
      assert.deepEqual(hidden, [], `seed ${seed}`);
      const all = new Set(check(outline, settled, context).map((problem) => `${problem.code} ${problem.at}`));
      for (const problem of found)
        assert.ok(all.has(`${problem.code} ${problem.at}`), `seed ${seed}: ${problem.code} ${problem.at}`);
      // What is required and not there is a problem, and nothing else is missing.
      const missing = check(outline, settled, context).filter((problem) => problem.code === 'required');
      for (const problem of missing)
        assert.ok(settled.required.has(problem.at), `seed ${seed}: ${problem.at}`);
    }
  }
});
