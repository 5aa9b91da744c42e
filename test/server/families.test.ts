// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { familiesOf } from '../../server/actions/definitions/families.ts';
import { createWorld, type World } from './world.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world.close());

const path = '/api/definitions/domanda/families';

test('a test family is kept, changed and taken away; others of the district may look', async () => {
  const cookie = await world.signIn('moduli');
  const family = { title: 'Con due figli', answers: { nome: 'Ada' } };
  const made = await world.ask('POST', path, { cookie, body: family });
  assert.equal(made.status, 201);
  const { id } = made.json as { id: string };
  const listed = await world.ask('GET', path, { cookie: await world.signIn('capo') });
  assert.deepEqual(listed.json.items, [{ id, rev: 1, ...family }]);
  const one = `${path}/${id}`;
  const rev = (number: number) => ({ 'If-Match': `"${number}"` });
  const changed = { ...family, title: 'Con tre figli' };
  const put = await world.ask('PUT', one, { cookie, headers: rev(1), body: changed });
  assert.deepEqual([put.status, put.json.rev], [200, 2]);
  assert.equal((await world.ask('PUT', one, { cookie, headers: rev(1), body: family })).status, 412);
  // It belongs to one definition and to one district.
  const other = one.replace('domanda', 'scheda');
  assert.equal((await world.ask('DELETE', other, { cookie, headers: rev(2) })).status, 404);
  const foreign = await world.signIn('fuorimoduli');
  assert.equal((await world.ask('DELETE', one, { cookie: foreign, headers: rev(2) })).status, 404);
  assert.deepEqual((await world.ask('GET', path, { cookie: foreign })).json.items, []);
  assert.equal((await world.ask('DELETE', one, { cookie, headers: rev(2) })).status, 204);
  assert.deepEqual((await world.ask('GET', path, { cookie })).json.items, []);
});

test('a draft that was never published has its lists, for the role that is asked for', async () => {
  const cookie = await world.signIn('moduli');
  const definition = {
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id: 'nuova',
    title: 'Nuova',
    schema: {
      type: 'object',
      properties: { aiuto: { title: 'Aiuto', type: 'string', 'x-choices': { from: 'register:servizi' } } },
    },
  };
  await world.ask('POST', '/api/definitions', { cookie, body: { definition } });
  const told = await world.ask('GET', '/api/definitions/nuova/context?role=educator', { cookie });
  assert.equal(told.status, 200);
  assert.deepEqual(told.json.lists, { servizi: [{ id: 'mensa', title: 'Mensa' }] });
  assert.equal(told.json.role, 'educator');
  const other = await world.ask('GET', '/api/definitions/nuova/context?role=constructor', { cookie });
  assert.equal(other.json.role, 'case-manager');
});

test('the district’s families answer a definition, and a copy of it; not one that shares a word with it by chance', async () => {
  const given = { nome: 'Ada', canone: 42_000, casa: 'affitto' };
  const head = { id: 'a1', title: 'Ada', comune: 'centro', measure: 'm1' };
  const families = [{ ...head, submissions: [{ definition: 'una', day: '2026-03-02', answers: given }] }];
  const deps = { ...world.deps, catalogue: { ...world.deps.catalogue, families: () => families } };
  const asked = async (id: string, keys: readonly string[]) => {
    const properties = Object.fromEntries(keys.map((key) => [key, { type: 'string' as const }]));
    const schema = { type: 'object' as const, properties };
    const definition = {
      $schema: 'urn:patto:definition:1' as const,
      kind: 'form' as const,
      id,
      title: id,
      schema,
    };
    const [first] = await familiesOf(deps, { district: 'alfa', actor: 'moduli' }, definition);
    return first?.answers;
  };
  assert.deepEqual(await asked('una', []), given);
  assert.deepEqual(await asked('copia', ['nome', 'casa', 'altro']), given);
  assert.deepEqual(await asked('altra', ['casa', 'oggetto']), {});
});
