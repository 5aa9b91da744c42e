// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedPlaces, merge, type Sheet } from '../../../runtime/engine/merge.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import { copy, isObject, type Json, same } from '../../../runtime/engine/pointer.ts';
import type { Outline } from '../../../runtime/engine/contract.ts';
import { engine, formOf } from './engine.ts';
import { changed, fitting, randomDefinition, seeded } from './random.ts';

const text = { type: 'string', maxLength: 20 } as const;
const outline = walk(
  formOf({
    nome: text,
    casa: { type: 'object', properties: { via: text, cap: text } },
    nucleo: { type: 'array', items: { type: 'object', properties: { nome: text, lavoro: text } } },
    quanti: { type: 'integer', 'x-value': { count: '/nucleo' } },
  }),
  engine,
);
const sheet = (answers: Json, typed: Sheet['typed'] = {}, from: Sheet['from'] = {}): Sheet => ({
  answers,
  typed,
  from,
});
const row = (id: string, nome: string, more: Json = {}): Json => ({ id, nome, ...more });

test('changes of two people at different places are put together', () => {
  const base = sheet({ nome: 'A', casa: { via: 'x' }, nucleo: [row('r1', 'uno'), row('r2', 'due')] });
  const mine = sheet(
    { nome: 'B', casa: { via: 'x' }, nucleo: [row('r1', 'uno'), row('r3', 'tre'), row('r2', 'due')] },
    { '/casa/cap': '3812x' },
    { '/nome': 'typed' },
  );
  const theirs = sheet({
    nome: 'A',
    casa: { via: 'y' },
    nucleo: [row('r4', 'quattro'), row('r2', 'DUE', { lavoro: 'sarta' })],
  });
  const { sheet: merged, clashes, taken, rescued } = merge(outline, base, mine, theirs);
  assert.deepEqual(merged.answers, {
    nome: 'B',
    casa: { via: 'y' },
    nucleo: [row('r3', 'tre'), row('r4', 'quattro'), row('r2', 'DUE', { lavoro: 'sarta' })],
  });
  assert.deepEqual(merged.typed, { '/casa/cap': '3812x' });
  assert.deepEqual(merged.from, { '/nome': 'typed' });
  assert.deepEqual([clashes, rescued], [[], []]);
  assert.deepEqual([...taken].sort(), [
    '/casa/via',
    '/nucleo/r1',
    '/nucleo/r2/lavoro',
    '/nucleo/r2/nome',
    '/nucleo/r4',
  ]);
});

test('one field changed by both: theirs stands, both are told; my own earlier state is no other person', () => {
  const base = sheet({ nome: 'A' });
  const mine = sheet({}, { '/nome': '12/' });
  const theirs = sheet({ nome: 'C' });
  const told = merge(outline, base, mine, theirs);
  assert.deepEqual(told.clashes, [{ at: '/nome', mine: { text: '12/' }, theirs: { value: 'C' } }]);
  assert.deepEqual([told.sheet.answers, told.sheet.typed], [{ nome: 'C' }, {}]);
  const own = merge(outline, base, mine, theirs, (at) => at === '/nome');
  assert.deepEqual([own.clashes, own.sheet.answers, own.sheet.typed], [[], {}, { '/nome': '12/' }]);
});

test('a row removed here and changed there stays; removed and left alone it goes; an order changed here holds', () => {
  const rows = (...all: Json[]) => sheet({ nucleo: all });
  const base = rows(row('r1', 'uno'), row('r2', 'due'), row('r3', 'tre'));
  const removed = merge(
    outline,
    base,
    rows(row('r3', 'tre')),
    rows(row('r1', 'UNO'), row('r2', 'due'), row('r3', 'tre')),
  );
  assert.deepEqual(removed.sheet.answers['nucleo'], [row('r1', 'UNO'), row('r3', 'tre')]);
  assert.deepEqual(removed.rescued, ['/nucleo/r1']);
  const back = merge(
    outline,
    base,
    sheet({ nucleo: [row('r1', 'uno'), row('r2', 'due'), row('r3', 'tre')] }, { '/nucleo/r2/nome': 'x' }),
    rows(row('r1', 'uno')),
  );
  assert.deepEqual(back.rescued, ['/nucleo/r2']);
  assert.equal(back.sheet.typed['/nucleo/r2/nome'], 'x');
  const turned = merge(
    outline,
    base,
    rows(row('r3', 'tre'), row('r2', 'due'), row('r1', 'uno')),
    rows(row('r1', 'uno'), row('n', 'nuova'), row('r2', 'due'), row('r3', 'tre')),
  );
  assert.deepEqual(
    (turned.sheet.answers['nucleo'] as Json[]).map(({ id }) => id),
    ['r3', 'r2', 'r1', 'n'],
  );
});

/** Leaves and rows by place. */
function places(value: unknown, at = '', out = new Map<string, unknown>()): Map<string, unknown> {
  if (Array.isArray(value) && value.every((one) => isObject(one) && 'id' in one))
    for (const one of value as Json[])
      places(one, `${at}/${String(one['id'])}`, out.set(`${at}/${String(one['id'])}`, 'row'));
  else if (isObject(value) && !('declined' in value)) {
    for (const [key, one] of Object.entries(value)) if (key !== 'id') places(one, `${at}/${key}`, out);
  } else out.set(at, value);
  return out;
}

test('random forms: no change of either side is lost, and none is made up', () => {
  const draw = seeded(20260302);
  let clashes = 0;
  for (let round = 0; round < 60; round += 1) {
    const outline: Outline = walk(randomDefinition(draw), engine);
    const start = fitting(outline, draw);
    const edit = (): Json => {
      let now: unknown = copy(start);
      for (let count = 1 + draw(3); count > 0; count -= 1) {
        const next = changed(now as Json, outline, draw);
        // merging is for drafts: what is no row of a repeat never comes so far
        if (
          same(
            [...places(next)].filter(([, one]) => Array.isArray(one) && one.some(isObject)),
            [],
          )
        )
          now = next;
      }
      return now as Json;
    };
    const [base, mine, theirs] = [sheet(start), sheet(edit()), sheet(edit())];
    assert.deepEqual(merge(outline, base, base, base).taken, []);
    const known = new Set(merge(outline, base, mine, mine).taken);
    const there = new Set(changedPlaces(outline, base, theirs));
    const merged = merge(outline, base, mine, theirs);
    clashes += merged.clashes.length;
    const [was, here, other, now] = [base, mine, theirs, merged.sheet].map(({ answers }) => places(answers));
    const told = new Set(merged.clashes.map(({ at }) => at));
    for (const place of new Set([...was!.keys(), ...here!.keys(), ...other!.keys()])) {
      const node = outline.byPointer.get(place.replace(/\/\d{11}(?=\/|$)/g, '/*'));
      // a key that no field has, or a row's own mark, is left to the check of answers
      if (!node || node.type.nests || told.has(place)) continue;
      const [b, m, t, n] = [was, here, other, now].map((all) => all!.get(place));
      if ([...told, ...merged.rescued].some((at) => place.startsWith(`${at}/`))) continue;
      if (same(m, b) && same(t, b)) assert.deepEqual(n, b, place);
      else if (same(m, t) || same(t, b)) {
        // mine, unless the row that holds it was removed by the other and nothing in it is mine
        if (n !== undefined || m === undefined) assert.deepEqual(n, m, place);
      } else if (same(m, b) && n !== undefined) assert.deepEqual(n, t, place);
    }
    assert.ok(known.size + there.size >= 0);
  }
  assert.ok(clashes > 4, `${clashes} clashes`);
});
