// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCatalogue } from '../../server/catalogue.ts';
import { lookUp, readAsking } from '../../server/lists.ts';

const { lists } = await readCatalogue([{ folder: 'schemas', districts: false }], () => undefined);
const comuni = lists.get('comuni-italiani')!;
const found = (query: { [name: string]: string }): string[] =>
  lookUp(comuni, readAsking(query)).map(({ title }) => title);

test('the shipped list: 7,896 comuni, each once, in the 107 provinces of the 20 regions', () => {
  assert.equal(comuni.length, 7896);
  assert.equal(new Set(comuni.map(({ id }) => id)).size, 7896);
  assert.equal(new Set(comuni.map(({ title }) => title)).size, 7896);
  const provinces = new Map(lists.get('province')!.map((row) => [row.id, row]));
  assert.equal(provinces.size, 107);
  for (const row of comuni) {
    assert.match(row.id, /^[A-M]\d{3}$/);
    assert.ok(provinces.has(row['provincia'] as string), row.title);
    assert.ok(row.title.endsWith(` (${row['provincia'] as string})`), row.title);
    assert.doesNotMatch(row.title, /[ÃÂ�?]/);
  }
  const regions = new Set(lists.get('regioni')!.map(({ id }) => id));
  for (const { regione } of provinces.values()) assert.ok(regions.has(regione as string));
  assert.equal(comuni.filter((row) => row['provincia'] === 'AO').length, 74);
  assert.equal(comuni.filter((row) => row['provincia'] === 'CE').length, 104);
});

test('a look-up: accents, case and signs do not matter, any word may begin, the best come first', () => {
  assert.equal(found({ q: 'forli' })[0], 'Forlì (FC)');
  assert.equal(found({ q: 'ROMA' })[0], 'Roma (RM)');
  assert.equal(found({ q: "l'aquila" })[0], 'L’Aquila (AQ)');
  assert.equal(found({ q: 'emilia reggio' })[0], 'Reggio nell’Emilia (RE)');
  assert.equal(found({ q: 'bozen' })[0], 'Bolzano/Bozen (BZ)');
  assert.deepEqual(found({ q: 'samone tn' }), ['Samone (TN)']);
  assert.deepEqual(found({ q: 'neglia' }), [], 'the middle of a word is no beginning');
  assert.deepEqual(found({ q: '???' }), []);
  assert.equal(found({ q: 'a' }).length, 20);
});

test('a look-up within a province, and by id', () => {
  assert.deepEqual(found({ q: 'san', in: 'provincia:AO' }), []);
  assert.equal(found({ q: 'saint', in: 'provincia:AO' }).length, 15);
  assert.equal(found({ in: 'provincia:PO' }).length, 7);
  assert.deepEqual(found({ in: 'constructor:x' }), []);
  assert.deepEqual(found({ id: 'H501,Z999,D704' }), ['Forlì (FC)', 'Roma (RM)']);
});
