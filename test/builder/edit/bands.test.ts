// SPDX-License-Identifier: AGPL-3.0-or-later
// Bands never overlap nor leave a gap, whatever is done to them; the range is what answers can really give.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bandsOf,
  beginBands,
  rangeOf,
  removeBand,
  renameBand,
  setBoundary,
  splitBand,
} from '../../../builder/edit/bands.ts';
import {
  addOutcome,
  moveOutcome,
  removeOutcome,
  setOtherwise,
  setOutcome,
} from '../../../builder/edit/outcome.ts';
import { setPoints, setWeight } from '../../../builder/edit/points.ts';
import { bandOf, score } from '../../../runtime/engine/score.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import type { Condition, Definition, FieldSchema } from '../../../schemas/types.ts';
import { context, engine, formOf } from '../../runtime/engine/engine.ts';
import { seeded } from '../../runtime/engine/random.ts';
import { family } from '../family.ts';
import { faults } from './sample.ts';

const levels = (...points: readonly number[]): FieldSchema => ({
  title: 'Livello',
  oneOf: points.map((each, at) => ({ const: `v${at}`, title: `Livello ${at}`, 'x-score': each })),
});
const grid = formOf({ a: levels(0, 1, 3), b: { ...levels(0, 2, 5), 'x-weight': 2 }, c: levels(1, 4) });

/** Every point of the range falls into exactly one band. */
function whole(definition: Definition): void {
  const bands = bandsOf(definition, '');
  assert.deepEqual(faults(definition), []);
  bands.forEach((band, at) => {
    assert.equal(band.to, bands[at + 1]?.from, 'a band ends where the next begins');
    if (band.to !== undefined) assert.ok(band.to > band.from, 'no band is empty');
  });
  const { lowest, highest = 0 } = rangeOf(definition, '')!;
  for (let points = lowest; points <= highest; points += 0.5)
    assert.equal(
      bands.filter(({ from, to }) => points >= from && (to === undefined || points < to)).length,
      1,
    );
}

test('the range is what answers can give: weights, several options, rows, what may be hidden', () => {
  assert.deepEqual(rangeOf(grid, ''), { lowest: 1, highest: 17 });
  const several: FieldSchema = { type: 'array', items: levels(-2, 1, 3), maxItems: 2 };
  assert.deepEqual(rangeOf(formOf({ s: several }), ''), { lowest: -2, highest: 4 });
  const rows: FieldSchema = {
    type: 'array',
    maxItems: 3,
    items: { type: 'object', properties: { l: levels(0, 2) } },
  };
  assert.deepEqual(rangeOf(formOf({ r: rows }), ''), { lowest: 0, highest: 6 });
  const { maxItems: _most, ...endless } = rows;
  assert.deepEqual(rangeOf(formOf({ r: endless }), ''), { lowest: 0, highest: undefined });
  const hidden = { ...levels(2, 4), 'x-show': { '/a': { answered: true } } as Condition };
  assert.deepEqual(rangeOf(formOf({ a: { type: 'string' }, h: hidden }), ''), { lowest: 0, highest: 4 });
  assert.equal(rangeOf(formOf({ a: { type: 'string' } }), ''), undefined);
});

test('the range holds for every answer', () => {
  const { lowest, highest } = rangeOf(grid, '')!;
  const seen = new Set<number>();
  for (const a of ['v0', 'v1', 'v2'])
    for (const b of ['v0', 'v1', 'v2'])
      for (const c of ['v0', 'v1']) {
        const outline = walk(grid, engine);
        seen.add(score(outline, settle(outline, { a, b, c }, context)).points!);
      }
  assert.deepEqual([Math.min(...seen), Math.max(...seen)], [lowest, highest]);
});

test('whatever is done to boundaries, no gap and no overlap', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const draw = seeded(seed);
    let now = beginBands(grid, '', ['Basso', 'Alto']).definition;
    whole(now);
    for (let step = 0; step < 40; step++) {
      const place = draw(6);
      const acts = [
        () => setBoundary(now, '', place, draw(60) - 20),
        () => setBoundary(now, '', place, draw(400) / 10, 0.5),
        () => splitBand(now, '', place, 'Nuova'),
        () => (bandsOf(now, '').length > 1 ? removeBand(now, '', place) : splitBand(now, '', 0, 'Due')),
        () => renameBand(now, '', place, 'Altra'),
      ];
      const edited = acts[draw(acts.length)]!();
      assert.equal(edited.step.params['title'], now.title);
      now = edited.definition;
      whole(now);
    }
  }
});

test('a boundary stays between its neighbours', () => {
  const three = splitBand(beginBands(grid, '', ['A', 'B']).definition, '', 1, 'C').definition;
  const at = (definition: Definition): readonly number[] => bandsOf(definition, '').map(({ from }) => from);
  assert.deepEqual(at(three), [1, 9, 13]);
  assert.deepEqual(at(setBoundary(three, '', 1, 40).definition), [1, 12, 13]);
  assert.deepEqual(at(setBoundary(three, '', 2, -5).definition), [1, 9, 10]);
  assert.equal(setBoundary(three, '', 1, 9).definition, three, 'it stands there already');
  assert.equal(setBoundary(three, '', 0, 5).definition, three, 'the first begins where points begin');
  assert.deepEqual(at(removeBand(three, '', 0).definition), [1, 13]);
  assert.equal(bandOf(11, bandsOf(removeBand(three, '', 1).definition, ''))?.title, 'A');
});

test('points of options and weights; without points none are written', () => {
  const more = setPoints(family, '/casa', 'proprieta', 4).definition;
  assert.deepEqual(
    more.schema.properties['casa']?.oneOf?.map((choice) => choice['x-score']),
    [4, 2],
  );
  const none = setPoints(more, '/casa', 'affitto', undefined).definition;
  assert.deepEqual(Object.keys(none.schema.properties['casa']?.oneOf?.[1] ?? {}), ['const', 'title']);
  assert.equal(setPoints(more, '/casa', 'proprieta', 4).definition, more);
  const heavy = setWeight(more, '/casa', 3).definition;
  assert.deepEqual(rangeOf(heavy, ''), { lowest: 6, highest: 12 });
  assert.equal(setWeight(heavy, '/casa', 1).definition.schema.properties['casa']?.['x-weight'], undefined);
});

test('the outcome table: rows in their order, and what happens otherwise', () => {
  const rent = { '/casa': { const: 'affitto' } } as Condition;
  const many = { '/minori': { type: 'integer', minimum: 3 } } as Condition;
  let now = addOutcome(family, rent, 'ordinario', 'Paga un affitto').definition;
  now = addOutcome(now, many, 'urgente', 'Tre o più minori').definition;
  now = setOtherwise(now, 'Nessun segnale').definition;
  assert.deepEqual(faults(now), []);
  const given = (definition: Definition): readonly unknown[] =>
    definition.outcome!.rows.map(({ gives }) => gives);
  const first = moveOutcome(now, 1, -1).definition;
  assert.deepEqual(given(first), ['urgente', 'ordinario']);
  assert.equal(first.outcome!.otherwise, 'Nessun segnale');
  assert.equal(moveOutcome(now, 0, -1).definition, now);
  const settled = (definition: Definition): unknown =>
    settle(walk(definition, engine), { casa: 'affitto', nucleo: [3, 4, 5].map((eta) => ({ id: `row${eta}0000000`, eta })) }, context)
      .outcome?.suggested; // prettier-ignore
  assert.equal(settled(now), 'ordinario');
  assert.equal(settled(first), 'urgente');
  assert.equal(setOutcome(now, 0, { gives: '' }).definition, now, 'an outcome is never empty');
  assert.equal(setOutcome(now, 0, { reason: 'Altro' }).definition.outcome!.rows[0]!.reason, 'Altro');
  assert.equal(removeOutcome(removeOutcome(now, 0).definition, 0).definition.outcome, undefined);
});
