// SPDX-License-Identifier: AGPL-3.0-or-later
// What is left standing when an answer goes, moves or becomes something else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removeField } from '../../../builder/edit/remove.ts';
import { clip } from '../../../builder/edit/clip.ts';
import { fieldAt } from '../../../builder/edit/fields.ts';
import { moveTo } from '../../../builder/edit/move.ts';
import { paste } from '../../../builder/edit/paste.ts';
import { referrers } from '../../../builder/edit/references.ts';
import { renameKey } from '../../../builder/edit/rename.ts';
import { changeType } from '../../../builder/edit/type.ts';
import { lint } from '../../../runtime/engine/lint.ts';
import type { Condition, Definition, FieldSchema } from '../../../schemas/types.ts';
import { engine, formOf } from '../../runtime/engine/engine.ts';
import { catalogue } from './sample.ts';

const text: FieldSchema = { title: 'Testo', type: 'string', maxLength: 20 };
const when = (pointer: string, test: unknown = { const: 'x' }): Condition =>
  ({ [pointer]: test }) as Condition;

const errors = (definition: Definition): readonly string[] =>
  lint(definition, engine)
    .filter(({ level }) => level === 'error')
    .map(({ code, at }) => `${code} ${at}`);

const lost = (edited: ReturnType<typeof removeField>): readonly string[] =>
  (edited?.lost ?? []).map(({ by, word }) => `${by} ${word}`).toSorted();

/** Two lists with the same questions. */
const twoLists = formOf(
  {
    figli: { title: 'Figli', type: 'array', maxItems: 9, items: { $ref: '#/$defs/persona' } },
    altri: { title: 'Altri', type: 'array', maxItems: 9, items: { $ref: '#/$defs/persona' } },
    quanti: {
      title: 'Quanti',
      type: 'integer',
      minimum: 0,
      'x-value': { count: '/altri', where: when('./nome') },
    },
  },
  { $defs: { persona: { type: 'object', properties: { nome: text, detto: text } } } },
);

test('a question goes from every list that shares it, and so does what reads it there', () => {
  assert.deepEqual(errors(twoLists), []);
  const edited = removeField(twoLists, '/figli/*/nome')!;
  assert.deepEqual(lost(edited), ['/altri/*/nome shared', '/quanti x-value']);
  assert.deepEqual(errors(edited.definition), []);
});

test('a shared question does not move away from the other list', () => {
  const moved = moveTo(twoLists, '/figli/*/detto', { after: '/quanti' });
  assert.ok(moved && 'refused' in moved);
  assert.equal(moved.refused.code, 'moves-out-of-shared');
});

test('a list pasted or moved into its own shared part has it written out', () => {
  const pasted = paste(twoLists, { into: '/figli' }, clip(twoLists, ['/altri'])!)!;
  assert.deepEqual(errors(pasted.definition), []);
  assert.ok(fieldAt(pasted.definition, '/figli/*/altri/*/nome'));
  const { quanti: _quanti, ...two } = twoLists.schema.properties;
  const free = { ...twoLists, schema: { ...twoLists.schema, properties: two } };
  const moved = moveTo(free, '/altri', { into: '/figli' });
  assert.ok(moved && 'definition' in moved);
  assert.deepEqual(errors(moved.definition), []);
});

test('everything that reads is found: limits, choices that open a question, checks of rows, filters', () => {
  const definition = formOf({
    inizio: { title: 'Inizio', type: 'string', format: 'date' },
    fine: { title: 'Fine', type: 'string', format: 'date', 'x-settings': { from: '/inizio+1d' } },
    casa: {
      title: 'Casa',
      type: 'string',
      oneOf: [{ const: 'altro', title: 'Altro' }],
      'x-settings': { beside: { altro: 'quale' } },
    },
    quale: { ...text, 'x-show': when('/casa', { const: 'altro' }) },
    figli: {
      title: 'Figli',
      type: 'array',
      maxItems: 9,
      items: {
        type: 'object',
        properties: { nome: text },
        'x-check': [{ must: when('/inizio', { answered: true }), message: 'No' }],
      },
    },
  });
  assert.deepEqual(errors(definition), []);
  assert.deepEqual(
    referrers(definition, '/inizio').map(({ by, word }) => `${by} ${word}`),
    ['/fine x-settings', '/figli x-check'],
  );
  const renamed = renameKey(definition, '/inizio', 'dal');
  assert.ok('definition' in renamed);
  assert.deepEqual(errors(renamed.definition), []);
  assert.deepEqual(fieldAt(renamed.definition, '/fine')?.['x-settings'], { from: '/dal+1d' });
  const without = removeField(definition, '/inizio')!;
  assert.deepEqual(lost(without), ['/figli x-check', '/fine x-settings']);
  assert.deepEqual(errors(without.definition), []);
  const closed = removeField(definition, '/quale')!;
  assert.deepEqual(lost(closed), ['/casa beside']);
  assert.deepEqual(errors(closed.definition), []);
});

test('a named condition that loses all it says takes along those that go by its name', () => {
  const definition = formOf(
    { casa: text, note: { ...text, 'x-show': { named: 'affitto' } as Condition } },
    {
      conditions: { affitto: when('/casa') },
      outcome: { rows: [{ when: { named: 'affitto' } as Condition, gives: 'a', reason: 'b' }] },
    },
  );
  assert.deepEqual(errors(definition), []);
  const edited = removeField(definition, '/casa')!;
  assert.deepEqual(lost(edited), ['/note x-show', 'condition:affitto conditions', 'outcome outcome']);
  assert.deepEqual(errors(edited.definition), []);
  assert.equal(edited.definition.outcome, undefined);
});

test('rows that become a group read each other as before; who counted them does not', () => {
  const definition = formOf({
    figli: {
      title: 'Figli',
      type: 'array',
      maxItems: 9,
      items: { type: 'object', properties: { nome: text, detto: { ...text, 'x-show': when('./nome') } } },
    },
    quanti: { title: 'Quanti', type: 'integer', minimum: 0, 'x-value': { count: '/figli' } },
  });
  const edited = changeType(definition, '/figli', 'group', catalogue);
  assert.deepEqual(lost(edited), ['/quanti x-value']);
  assert.deepEqual(fieldAt(edited.definition, '/figli/detto')?.['x-show'], when('/figli/nome'));
  assert.deepEqual(errors(edited.definition), []);
  const back = changeType(edited.definition, '/figli', 'repeat', catalogue);
  assert.deepEqual(fieldAt(back.definition, '/figli/*/detto')?.['x-show'], when('./nome'));
});
