// SPDX-License-Identifier: AGPL-3.0-or-later
// National models: listed to who may read definitions, copied by who may write them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createWorld, type World } from './world.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world.close());

test('a national model becomes a form of the district under a title of its own', async () => {
  const cookie = await world.signIn('moduli');
  const { json } = await world.ask('GET', '/api/models', { cookie });
  const [model] = json.items as { id: string; title: string; kind: string; about: string }[];
  assert.equal(model?.id, 'scheda');
  const body = { model: 'scheda', id: 'scheda-di-alfa', title: 'Scheda di Alfa' };
  const made = await world.ask('POST', '/api/definitions', { cookie, body });
  assert.equal(made.status, 201);
  const opened = await world.ask('GET', '/api/definitions/scheda-di-alfa', { cookie });
  assert.equal(opened.json.definition.title, 'Scheda di Alfa');
  assert.equal(opened.json.published, null);
  const none = await world.ask('POST', '/api/definitions', {
    cookie,
    body: { ...body, model: 'nessuno', id: 'x' },
  });
  assert.equal(none.status, 404);
});
