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

const mixed = walk(
  formOf({
    n: {
      type: 'array',
      'x-check': [{ must: { '/n': { type: 'array', maxItems: 1 } }, message: 'm', level: 'warning' }],
      items: {
        type: 'object',
        properties: {
          d: { type: 'string', format: 'date', 'x-settings': { from: '2026-01-01' } },
          k: { type: 'integer', maximum: 3 },
        },
        'x-check': [{ must: { './k': { const: 1 } }, message: 'm', level: 'warning' }],
      },
    },
    o: { type: 'array', items: { type: 'object', properties: {} } },
    l: { type: 'array', items: { type: 'string' }, 'x-ref': '/o' },
    z: { type: 'integer', maximum: 3 },
  }),
  engine,
);
const tellAll = (answers: { [key: string]: unknown }, at?: string) =>
  check(mixed, settle(mixed, answers, context), context, at).map(
    ({ code, at: place, level, params }) => `${code} ${place} ${level} ${JSON.stringify(params)}`,
  );

test('twelve rows are told in the order of their numbers, a list before what is in it', () => {
  const n = Array.from({ length: 12 }, (_, place) => ({
    id: rowId(place),
    k: place === 2 || place === 10 ? 9 : 1,
  }));
  assert.deepEqual(
    tellAll({ z: 9, n }).map((each) => each.split(' ').slice(0, 2).join(' ')),
    ['check /n', 'check /n/2', 'too-large /n/2/k', 'check /n/10', 'too-large /n/10/k', 'too-large /z'],
  );
});

test('what only the engine sees is told of one place and of what is in it, once', () => {
  const answers = {
    n: [
      { id: rowId(1), d: '2025-12-31', k: 2 },
      { id: rowId(1), k: 1 },
    ],
    o: [],
    l: [rowId(5), rowId(6)],
  };
  assert.deepEqual(tellAll(answers, '/n').toSorted(), [
    'check /n warning {"rule":0,"message":"m"}',
    'check /n/0 warning {"rule":0,"message":"m"}',
    'date-too-early /n/0/d error {"limit":"01/01/2026"}',
    'same-row-twice /n/1 error {}',
  ]);
  assert.deepEqual(
    tellAll(answers, '/n/0/d').map((each) => each.split(' ')[0]),
    ['date-too-early'],
  );
  assert.deepEqual(tellAll(answers, '/l'), [
    `row-gone /l/0 error {"list":"/o"}`,
    `row-gone /l/1 error {"list":"/o"}`,
  ]);
  assert.deepEqual(tellAll(answers, '/nothing'), []);
});

test('a date that is none is not also too early; a link that is none is not also gone', () => {
  assert.deepEqual(
    tellAll({ n: [{ id: rowId(1), d: '2025-12-32', k: 1 }] }).map((each) => each.split(' ')[0]),
    ['not-a-date'],
  );
  assert.deepEqual(
    tellAll({ o: [], l: [3] }).map((each) => each.split(' ').slice(0, 2).join(' ')),
    ['not-a-link /l/0'],
  );
});

test('locks of one place only, and never of what is worked out', () => {
  const outline = walk(
    formOf({
      a: { type: 'integer', readOnly: true },
      ab: { type: 'integer', readOnly: true },
      c: { type: 'integer', 'x-value': 7 },
      g: { type: 'object', readOnly: true, properties: { h: { type: 'integer', readOnly: true } } },
    }),
    engine,
  );
  const told = (answers: { [key: string]: unknown }, at?: string) =>
    check(outline, settle(outline, answers, context), context, at, { a: 1, ab: 1, c: 1, g: { h: 1 } }).map(
      (found) => `${found.code} ${found.at}`,
    );
  assert.deepEqual(told({ a: 2, ab: 2, g: { h: 2 } }), ['locked /a', 'locked /ab', 'locked /g/h']);
  assert.deepEqual(told({ a: 2, ab: 2, g: { h: 2 } }, '/a'), ['locked /a']);
  assert.deepEqual(told({ a: 2, ab: 2, g: { h: 2 } }, '/g'), ['locked /g/h']);
  assert.deepEqual(told({ a: 1, ab: 1, g: { h: 1 } }), []);
});
