// SPDX-License-Identifier: AGPL-3.0-or-later
// Settling twice changes nothing; a settlement that follows changes equals settling anew.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outline, Settled } from '../../../runtime/engine/contract.ts';
import { lint } from '../../../runtime/engine/lint.ts';
import { at as valueAt, copy, isObject, type Json, put, split } from '../../../runtime/engine/pointer.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { Settlement } from '../../../runtime/engine/settlement.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import type { Condition, Definition, FieldSchema } from '../../../schemas/types.ts';
import { context, engine, formOf, rowId, times } from './engine.ts';
import { changed, type Draw, fitting, randomDefinition, seeded } from './random.ts';

const rounds = Math.max(10, times(60, 2_000));

/** Everything of a settlement as plain values, in an order of its own. */
const plain = (settled: Settled): unknown => ({
  answers: copy(settled.answers),
  shown: [...settled.shown].sort(),
  required: [...settled.required].sort(),
  locked: [...settled.locked].sort(),
  stale: [...settled.stale].sort(),
  computed: Object.fromEntries([...settled.computed].sort()),
  hidden: Object.fromEntries([...settled.hidden].sort()),
  outcome: settled.outcome,
});

/** The answers at hand with the parked ones back in their places. */
function input(settled: Settled): Json {
  const answers = copy(settled.answers) as Json;
  for (const [pointer, value] of settled.hidden) {
    const path = split(pointer);
    const last = path.pop()!;
    const holder = path.length === 0 ? answers : valueAt(answers, `/${path.join('/')}`);
    if (isObject(holder)) put(holder, last, copy(value));
  }
  return answers;
}

/** Computed values and rows from other rows, on top of a random definition. */
function withComputed(definition: Definition, draw: Draw): Definition {
  const { properties } = definition.schema;
  const extra: { [key: string]: FieldSchema } = {};
  const [rows, list] = Object.entries(properties).find(([, field]) => field.items?.properties) ?? [];
  const number = Object.entries(properties).find(([, field]) => field.type === 'integer')?.[0];
  if (rows !== undefined) {
    const inner = Object.entries(list!.items!.properties!).find(([, field]) => field.type === 'integer')?.[0];
    extra['x1'] = {
      type: 'integer',
      'x-value': {
        count: `/${rows}`,
        ...(inner && { where: { [`./${inner}`]: { type: 'integer', minimum: 2 } } }),
      },
    };
    if (inner)
      extra['x2'] = { type: 'number', 'x-value': { sum: `/${rows}`, of: { add: [`./${inner}`, '/x1'] } } };
    const where = inner
      ? { where: { [`./${inner}`]: { type: 'integer', minimum: draw(3) } } as Condition }
      : {};
    extra['x3'] = {
      type: 'array',
      'x-each': { of: `/${rows}`, ...where },
      items: {
        type: 'object',
        properties: {
          v: { type: 'integer' },
          w: { type: 'integer', 'x-show': { '/x1': { type: 'integer', minimum: 2 } } },
          c: { type: 'integer', 'x-value': { add: ['./v', 1] } },
        },
        required: ['v'],
      },
    };
  }
  if (number !== undefined)
    extra['x4'] = {
      type: 'number',
      'x-value': { multiply: [`/${number}`, 0.15] },
      'x-show': { [`/${number}`]: { type: 'integer', minimum: 2 } } as Condition,
    };
  return { ...definition, schema: { ...definition.schema, properties: { ...properties, ...extra } } };
}

/** One random change, made to the settlement and to a copy of what it stands for. */
function edit(outline: Outline, settlement: Settlement, model: Json, draw: Draw): string {
  const repeats = [...settlement.now.shown].filter(
    (pointer) => outline.byPointer.get(pointer.replace(/\/\d+/g, '/*'))?.type.nests === 'rows',
  );
  const repeat = repeats[draw(Math.max(1, repeats.length))];
  const kind = draw(10);
  if (repeat !== undefined && kind < 4) {
    const holder = valueAt(model, repeat.slice(0, repeat.lastIndexOf('/')) || '') ?? model;
    const key = repeat.slice(repeat.lastIndexOf('/') + 1);
    if (!isObject(holder) || !(holder[key] === undefined || Array.isArray(holder[key]))) return 'nothing';
    const list = Array.isArray(holder[key]) ? holder[key] : (holder[key] = []);
    const place = draw(list.length + 1);
    if (kind < 2) {
      const row = { id: rowId(5000 + draw(40)) };
      settlement.insertRow(repeat, place, row);
      list.splice(place, 0, copy(row));
      return `insert ${repeat}/${place}`;
    }
    if (kind === 2) {
      settlement.removeRow(repeat, place);
      list.splice(place, 1);
      return `remove ${repeat}/${place}`;
    }
    const to = draw(Math.max(1, list.length));
    settlement.moveRow(repeat, place, to);
    const [row] = list.splice(place, 1);
    if (row !== undefined) list.splice(to, 0, row);
    return `move ${repeat}/${place} to ${to}`;
  }
  const pointers = [...settlement.now.shown].filter((pointer) => pointer.startsWith('/'));
  const pointer = pointers[draw(Math.max(1, pointers.length))];
  if (pointer === undefined) return 'nothing';
  // A value that some answers have there, or none.
  const fresh = valueAt(fitting(outline, draw), pointer);
  settlement.set(pointer, fresh);
  const holder =
    pointer.lastIndexOf('/') === 0 ? model : valueAt(model, pointer.slice(0, pointer.lastIndexOf('/')));
  const key = pointer.slice(pointer.lastIndexOf('/') + 1);
  if (isObject(holder)) {
    if (fresh === undefined) delete holder[key];
    else holder[key] = copy(fresh);
  }
  return `set ${pointer} ${JSON.stringify(fresh)}`;
}

test(`settling twice changes nothing, and a settlement follows ${rounds} runs of edits`, () => {
  let edits = 0;
  let rowEdits = 0;
  for (let seed = 1; seed <= rounds; seed++) {
    const draw = seeded(seed * 7919);
    const definition = withComputed(randomDefinition(seeded(seed)), draw);
    if (lint(definition, engine).some((finding) => finding.level === 'error')) continue;
    const outline = walk(definition, engine);
    const answers = draw(3) === 0 ? {} : (changed(fitting(outline, draw), outline, draw) as Json);
    const once = settle(outline, answers, context);
    assert.deepEqual(
      plain(settle(outline, once.answers, context)),
      { ...(plain(once) as object), hidden: {} },
      `settled twice, seed ${seed}`,
    );
    const settlement = new Settlement(outline, answers, context);
    assert.deepEqual(plain(settlement.now), plain(once));
    const steps: string[] = [];
    for (let step = 0; step < 12; step++) {
      const model = input(settlement.now);
      const told = edit(outline, settlement, model, draw);
      steps.push(told);
      edits++;
      if (/^(insert|remove|move)/.test(told)) rowEdits++;
      assert.deepEqual(
        plain(settlement.now),
        plain(settle(outline, model, context)),
        `seed ${seed}: ${steps.join('; ')}`,
      );
    }
  }
  // A few throws may all miss the rows.
  if (rounds >= 60)
    assert.ok(edits > rounds * 8 && rowEdits > edits / 12, `${edits} edits, ${rowEdits} of rows`);
});

test('a keystroke settles only what reads it, however many fields there are', () => {
  const work = (fields: number): number => {
    const properties: { [key: string]: FieldSchema } = {
      a: { type: 'integer' },
      b: { type: 'integer', 'x-value': { add: ['/a', 1] } },
    };
    for (let place = 0; place < fields; place++) properties[`f${place}`] = { type: 'integer' };
    const settlement = new Settlement(walk(formOf(properties), engine), {}, context);
    const settled = settlement.set('/a', 1);
    assert.equal(settlement.now.answers['b'], 2);
    return settled.length;
  };
  assert.equal(work(10), 2);
  assert.equal(work(900), 2);
});

test('what a condition hides is parked and comes back', () => {
  const outline = walk(
    formOf({
      a: { type: 'boolean' },
      g: {
        type: 'object',
        'x-show': { '/a': { const: true } },
        properties: { b: { type: 'boolean' }, c: { type: 'string', 'x-show': { '/g/b': { const: true } } } },
      },
    }),
    engine,
  );
  const settlement = new Settlement(outline, { a: true, g: { b: true, c: 'x' } }, context);
  settlement.set('/g/b', false);
  assert.deepEqual([...settlement.now.hidden], [['/g/c', 'x']]);
  settlement.set('/a', false);
  assert.deepEqual(settlement.now.answers, { a: false });
  settlement.set('/a', true);
  settlement.set('/g/b', true);
  assert.deepEqual(settlement.now.answers, { a: true, g: { b: true, c: 'x' } });
  assert.equal(settlement.now.hidden.size, 0);
});

test('x-each: one row per fitting source row; a row whose source has gone stays, read-only, marked', () => {
  const outline = walk(
    formOf({
      n: { type: 'array', items: { type: 'object', properties: { eta: { type: 'integer' } } } },
      q: {
        type: 'array',
        'x-each': { of: '/n', where: { './eta': { type: 'integer', minimum: 18 } } },
        items: { type: 'object', properties: { v: { type: 'integer' } } },
      },
    }),
    engine,
  );
  const settlement = new Settlement(
    outline,
    {
      n: [
        { id: rowId(1), eta: 20 },
        { id: rowId(2), eta: 5 },
        { id: rowId(3), eta: 40 },
      ],
    },
    context,
  );
  assert.deepEqual(settlement.now.answers['q'], [{ id: rowId(1) }, { id: rowId(3) }]);
  settlement.set('/q/0/v', 7);
  settlement.set('/n/0/eta', 4);
  assert.deepEqual(settlement.now.answers['q'], [{ id: rowId(3) }, { id: rowId(1), v: 7 }]);
  assert.deepEqual([...settlement.now.stale], ['/q/1']);
  assert.ok(settlement.now.locked.has('/q/1/v'));
  settlement.removeRow('/q', 1);
  assert.equal(settlement.now.stale.size, 0);
  settlement.removeRow('/n', 2);
  assert.deepEqual(settlement.now.answers['q'], [{ id: rowId(3) }]);
  assert.deepEqual([...settlement.now.stale], ['/q/0']);
});

test('what is settled again: what changed, what reads it, what stands in it, and nothing else', () => {
  const outline = walk(
    formOf(
      {
        a: { type: 'boolean' },
        t: { type: 'string', 'x-show': { '/a': { const: true } } },
        g: { type: 'object', 'x-lock': { '/a': { const: true } }, properties: { h: { type: 'string' } } },
        n: {
          type: 'array',
          items: {
            type: 'object',
            properties: { k: { type: 'integer' }, x: { type: 'string', 'x-show': { './k': { const: 1 } } } },
          },
        },
        m: { type: 'array', items: { type: 'object', properties: { y: { type: 'string' } } } },
        s: { type: 'integer', 'x-value': { count: '/n', where: { './k': { const: 1 } } } },
        o: { type: 'string', 'x-value': { outcome: [] } },
      },
      {
        layout: [
          {
            page: 'p',
            title: 'P',
            items: [
              '/a',
              '/t',
              '/g',
              {
                repeat: '/n',
                items: [
                  './k',
                  { section: 'u', title: 'U', 'x-show': { './k': { const: 1 } }, items: ['./x'] },
                ],
              },
              '/m',
              '/s',
              '/o',
            ],
          },
        ],
        outcome: { rows: [{ when: { '/s': { const: 2 } }, gives: 'due', reason: 'r' }] },
      },
    ),
    engine,
  );
  const start = { n: [{ id: rowId(1), k: 1 }, { id: rowId(2) }], m: [{ id: rowId(3) }] };
  const again = (act: (settlement: Settlement) => readonly string[], from: Json = start): string[] =>
    [...act(new Settlement(outline, from, context))].sort();
  assert.deepEqual(
    again((settlement) => settlement.set('/t', 'x')),
    ['/t'],
  );
  assert.deepEqual(
    again((settlement) => settlement.set('/m/0/y', 'x')),
    ['/m/0/y'],
  );
  assert.deepEqual(
    again((settlement) => settlement.set('/a', true)),
    ['/a', '/g', '/g/h', '/t'],
  );
  assert.deepEqual(
    again((settlement) => settlement.set('/a', false)),
    ['/a', '/g', '/t'],
  );
  assert.deepEqual(
    again((settlement) => settlement.set('/n/1/k', 5)),
    ['/n/1/k', '/n/1/section:u', '/n/1/x', '/s'],
  );
  assert.deepEqual(
    again((settlement) => settlement.set('/n/1/k', 1)),
    ['/n/1/k', '/n/1/section:u', '/n/1/x', '/o', '/s', 'outcome:'],
  );
  assert.deepEqual(
    again((settlement) => settlement.insertRow('/m', 0, { id: rowId(4) })),
    ['/m', '/m/0/y'],
  );
  assert.deepEqual(
    again((settlement) => settlement.insertRow('/n', 0, { id: rowId(4) })),
    ['/n', '/n/0/k', '/n/0/section:u', '/n/0/x', '/s'],
  );
  assert.deepEqual(
    again((settlement) => settlement.removeRow('/m', 0)),
    ['/m'],
  );
  assert.deepEqual(
    again((settlement) => settlement.moveRow('/m', 5, 0)),
    ['/m'],
  );
  assert.deepEqual(
    again((settlement) => settlement.removeRow('/t', 0)),
    [],
  );
  assert.deepEqual(
    again((settlement) => settlement.set('/nowhere', 0)),
    [],
  );
  assert.deepEqual(
    again((settlement) => settlement.set('/n/7/k', 0)),
    [],
  );
  assert.deepEqual(
    again((settlement) => settlement.insertRow('/m', 0, { id: rowId(4) }), { m: 'no rows' }),
    [],
  );
});
