// SPDX-License-Identifier: AGPL-3.0-or-later
// RT1: the table of routing that the sample district ships, asked of facts on both sides of the threshold.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settle } from '../../runtime/engine/settle.ts';
import { walk } from '../../runtime/engine/walk.ts';
import type { Answers, Definition } from '../../schemas/types.ts';
import { contextOf, engine, json, valprova } from '../fixtures/national.ts';

const table = json('districts/valprova/definitions/instradamento.json') as Definition;
/** The same table with the other comparison: one word of data. */
function comparing(sign: '<' | '<='): Definition {
  const copy = structuredClone(table);
  const field = copy.schema.properties?.['confronto'];
  if (field) field['x-value'] = { text: sign };
  return copy;
}
const outlines = { '<': walk(comparing('<'), engine), '<=': walk(comparing('<='), engine) };

const all = { income_within: true, category: true, resident: true };
function sent(
  sign: '<' | '<=',
  isee: number | undefined,
  more: Answers = all,
  dates: Answers = {},
  day = '2026-03-02',
) {
  const dati = { ...more, ...(isee === undefined ? {} : { isee }) };
  return settle(outlines[sign], {}, contextOf(day, { dati, date: dates })).outcome;
}

test('RT1: 10.140,00 and 10.140,01 with both operators', () => {
  assert.deepEqual(
    [
      sent('<=', 1_014_000)?.suggested,
      sent('<=', 1_014_001)?.suggested,
      sent('<', 1_014_000)?.suggested,
      sent('<', 1_014_001)?.suggested,
      sent('<', 1_013_999)?.suggested,
    ],
    ['adi', 'orientamento', 'orientamento', 'orientamento', 'adi'],
  );
});

test('the threshold is the one of the day', () => {
  assert.equal(sent('<=', 1_014_000, all, {}, '2024-12-31')?.suggested, 'orientamento');
  assert.equal(sent('<=', 936_000, all, {}, '2024-12-31')?.suggested, 'adi');
});

test('without the requisites: a request of the court leads to the family centre, none to the team', () => {
  const poor = { ...all, income_within: false };
  assert.equal(sent('<=', 912_010, poor, { richiesta_ag: '2026-02-12' })?.suggested, 'non-adi');
  assert.equal(sent('<=', 187_000, { ...all, category: false })?.suggested, 'indigenza');
  assert.equal(sent('<=', 2_000_000, all, { richiesta_ag: '2026-02-12' })?.suggested, 'orientamento');
  const unknown = sent('<=', undefined);
  assert.equal(unknown?.suggested, undefined);
  assert.match(unknown?.reason ?? '', /Manca/);
});

test('every outcome of the table has a queue, every queue is somebody’s', () => {
  const { routing, queues = [] } = valprova;
  const given = table.outcome?.rows.map(({ gives }) => String(gives)) ?? [];
  assert.deepEqual(Object.keys(routing?.queues ?? {}).sort(), [...given].sort());
  for (const id of Object.values(routing?.queues ?? {}))
    assert.ok(
      queues.some((queue) => queue.id === id && queue.roles.length > 0),
      id,
    );
});
