// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settle } from '../../../runtime/engine/settle.ts';
import { decides, trace } from '../../../runtime/engine/trace.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import type { Answers, FieldSchema } from '../../../schemas/types.ts';
import { context, engine, formOf, rowId } from './engine.ts';

const scale = (title: string): FieldSchema => ({
  title,
  oneOf: [0, 1, 2].map((points) => ({ const: `s${points}`, title: `Livello ${points}`, 'x-score': points })),
});
const bands = [
  { from: 0, to: 3, code: 'lieve', title: 'Lieve' },
  { from: 3, code: 'grave', title: 'Grave' },
];
const definition = formOf(
  {
    casa: {
      type: 'object',
      title: 'Casa',
      'x-bands': bands,
      properties: { stato: scale('Stato'), spazio: { ...scale('Spazio'), 'x-weight': 1.5 } },
    },
    nucleo: {
      type: 'array',
      title: 'Componenti',
      items: {
        type: 'object',
        properties: {
          salute: scale('Salute'),
          punti: { type: 'number', title: 'Punti', 'x-value': { add: [{ score: './salute' }, 1] } },
        },
      },
    },
    punti: { type: 'number', title: 'Punti della casa', 'x-value': { score: '/casa' }, 'x-drawn': false },
    segreto: { type: 'boolean', title: 'Segreto', 'x-visible-to': ['coordinator'] },
  },
  {
    conditions: { affollata: { '/casa/spazio': { const: 's2' } } },
    outcome: {
      rows: [
        { when: { '/segreto': { const: true } }, gives: 'E0', reason: 'Protezione.' },
        {
          when: { named: 'affollata', '/nucleo': { type: 'array', minItems: 1 } },
          gives: 'E1',
          reason: 'Affollata.',
        },
        { when: { '/punti': { type: 'number', minimum: 3 } }, gives: 'E2', reason: 'Tre punti.' },
      ],
      otherwise: 'Niente.',
    },
  },
);
const outline = walk(definition, engine);
const traced = (answers: Answers, role = 'coordinator') =>
  trace(outline, settle(outline, answers, { ...context, role }), { ...context, role })!;

test('rules are told in order, to the first that holds, with the answers that they read', () => {
  const { rules } = traced({
    casa: { stato: 's0', spazio: 's2' },
    nucleo: [{ id: rowId(1), salute: 's1' }],
    segreto: false,
  });
  assert.deepEqual(rules, [
    {
      row: 0,
      gives: 'E0',
      reason: 'Protezione.',
      holds: false,
      reads: [{ at: '/segreto', title: 'Segreto', value: false }],
    },
    {
      row: 1,
      gives: 'E1',
      reason: 'Affollata.',
      holds: true,
      reads: [
        { at: '/casa/spazio', title: 'Casa: Spazio', value: 's2' },
        { at: '/nucleo', title: 'Componenti', value: 1 },
      ],
    },
  ]);
});

test('where none holds, all are told; what is not answered has no value', () => {
  const { rules } = traced({ casa: { stato: 's1' } });
  assert.deepEqual(
    rules.map(({ holds, reads }) => [holds, reads.map(({ at, value }) => [at, value])]),
    [
      [false, [['/segreto', undefined]]],
      [
        false,
        [
          ['/casa/spazio', undefined],
          ['/nucleo', undefined],
        ],
      ],
      [false, [['/punti', undefined]]],
    ],
  );
});

test('scores of what has bands and of what formulas ask, each with its items', () => {
  const { scores } = traced({
    casa: { stato: 's1', spazio: 's2' },
    nucleo: [{ id: rowId(1), salute: 's2' }, { id: rowId(2) }],
  });
  assert.deepEqual(scores, [
    {
      at: '/casa',
      title: 'Casa',
      points: 4,
      band: { code: 'grave', title: 'Grave' },
      items: [
        { at: '/casa/stato', title: 'Casa: Stato', value: 's1', points: 1, weight: 1 },
        { at: '/casa/spazio', title: 'Casa: Spazio', value: 's2', points: 2, weight: 1.5 },
      ],
    },
    {
      at: '/nucleo/0/salute',
      title: 'Salute',
      points: 2,
      items: [{ at: '/nucleo/0/salute', title: 'Salute', value: 's2', points: 2, weight: 1 }],
    },
    { at: '/nucleo/1/salute', title: 'Salute', items: [] },
  ]);
});

test('a role is not told what it may not see', () => {
  const { rules } = traced({ casa: {}, segreto: true }, 'case-manager');
  assert.deepEqual(rules, [{ row: 0, gives: 'E0', reason: 'Protezione.', holds: true, reads: [] }]);
});

test('the whole has bands; a part that is hidden has none', () => {
  const small = walk(
    formOf({
      a: { ...scale('A'), 'x-bands': bands, 'x-show': { '/b': { const: true } } },
      b: { type: 'boolean', title: 'B', 'x-score': 4 },
    }),
    engine,
  );
  const whole = {
    ...small,
    definition: { ...small.definition, schema: { ...small.definition.schema, 'x-bands': bands } },
  };
  const scores = (answers: Answers) => trace(whole, settle(whole, answers, context), context)!.scores;
  assert.deepEqual(
    scores({ b: true, a: 's1' }).map(({ at, title, points, band }) => [at, title, points, band?.code]),
    [
      ['', 'Prova', 5, 'grave'],
      ['/a', 'A', 1, 'lieve'],
    ],
  );
  assert.deepEqual(
    scores({ b: false }).map(({ at, points, band }) => [at, points, band?.code]),
    [['', 0, 'lieve']],
  );
});

test('a form that decides nothing has nothing to tell', () => {
  const plain = walk(
    formOf({ a: { type: 'integer', title: 'A' }, b: { type: 'integer', 'x-value': { add: ['/a', 1] } } }),
    engine,
  );
  assert.equal(decides(plain), false);
  assert.equal(trace(plain, settle(plain, {}, context), context), undefined);
  assert.equal(
    decides(
      walk(
        formOf({ a: scale('A'), p: { type: 'number', 'x-value': { add: [{ score: '/a' }, 1] } } }),
        engine,
      ),
    ),
    true,
  );
});
