// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listsOf, listRows } from '../../../../server/lists.ts';
import { loadOwnLists, ownLists } from '../../../../server/own-lists.ts';
import type { ListRow } from '../../../../schemas/types.ts';
import { createWorld, type World } from '../../world.ts';

let world: World;
let cookie: string;
before(async () => {
  world = await createWorld();
  cookie = await world.signIn('moduli');
});
after(() => world.close());

const put = (name: string, rev: number, rows: readonly object[]) =>
  world.ask('PUT', `/api/lists/${name}`, {
    cookie,
    headers: { 'If-Match': `"${rev}"` },
    body: { title: 'Elenco', rows },
  });
const rowsOf = (district: string, name: string) => listRows(world.deps, district, name)?.map(({ id }) => id);

test('a district makes a list its own, nobody else sees it, it survives a start, and it can be given back', async () => {
  assert.deepEqual(rowsOf('alfa', 'tipi-nota'), ['visita']);
  const rows = [
    { id: 'nido', title: 'Nido' },
    { id: 'visita', title: 'Visita', costo: 3 },
  ];
  assert.equal((await put('tipi-nota', 0, rows)).json.rev, 1);
  assert.equal((await put('tipi-nota', 0, rows)).status, 412);
  assert.deepEqual(rowsOf('alfa', 'tipi-nota'), ['nido', 'visita']);
  assert.deepEqual(rowsOf('beta', 'tipi-nota'), ['visita']);
  const { items } = (await world.ask('GET', '/api/lists', { cookie })).json;
  assert.deepEqual(
    items.find(({ name }: { name: string }) => name === 'tipi-nota'),
    { name: 'tipi-nota', register: false, own: true, rows: 2, usedBy: [] },
  );
  ownLists(world.deps.catalogue, 'alfa').clear();
  await loadOwnLists(world.deps);
  assert.deepEqual(rowsOf('alfa', 'tipi-nota'), ['nido', 'visita']);
  const read = await world.ask('GET', '/api/lists/tipi-nota/rows', { cookie });
  assert.deepEqual([read.json.rev, read.json.rows], [1, rows]);
  const gone = await world.ask('DELETE', '/api/lists/tipi-nota', { cookie, headers: { 'If-Match': '"1"' } });
  assert.equal(gone.status, 204);
  assert.deepEqual(rowsOf('alfa', 'tipi-nota'), ['visita']);
  const register = await put('servizi', 0, rows);
  assert.deepEqual([register.status, register.json.code], [422, 'list-is-register']);
});

test('what cannot be a list is refused with its row', async () => {
  const code = async (...rows: object[]) => (await put('prova', 0, rows)).json;
  assert.deepEqual((await code({ id: 'a b', title: 'A' })).code, 'list-id');
  assert.deepEqual((await code({ id: 'a', title: ' ' })).code, 'list-title');
  const twice = await code({ id: 'a', title: 'A' }, { id: 'a', title: 'B' });
  assert.deepEqual([twice.code, twice.params.line], ['list-id-twice', 2]);
  assert.equal((await code({ id: 'a', title: 'A', valid_from: '1/1/2026' })).code, 'list-day');
  assert.equal(
    (await code({ id: 'a', title: 'A', valid_from: '2026-02-01', valid_to: '2026-01-01' })).code,
    'list-days',
  );
  assert.equal((await code({ id: 'a', title: 'A', x: { y: 1 } })).code, 'list-cell');
  assert.equal(rowsOf('alfa', 'prova'), undefined);
});

test('a row is offered while it is valid, and stays for who has chosen it', () => {
  const rows: ListRow[] = [
    { id: 'ora', title: 'Ora', valid_from: '2026-01-01', valid_to: '2026-12-31' },
    { id: 'poi', title: 'Poi', valid_from: '2026-06-01' },
    { id: 'prima', title: 'Prima', valid_to: '2025-12-31' },
    { id: 'sempre', title: 'Sempre' },
  ];
  ownLists(world.deps.catalogue, 'alfa').set('datati', rows);
  const ids = (read: unknown, today: string) =>
    listsOf(world.deps, 'alfa', ['datati'], read, today).lists['datati']?.map(({ id }) => id);
  assert.deepEqual(ids({}, '2026-03-02'), ['ora', 'sempre']);
  assert.deepEqual(ids({ scelta: 'prima' }, '2026-03-02'), ['ora', 'prima', 'sempre']);
  assert.deepEqual(ids({}, '2027-01-01'), ['poi', 'sempre']);
});
