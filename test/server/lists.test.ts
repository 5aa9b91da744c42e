// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readCatalogue } from '../../server/catalogue.ts';
import type { Definition, ListRow, Submission } from '../../schemas/types.ts';
import { createWorld, domanda, goodAnswers, tokenOf, type World } from './world.ts';

const { lists } = await readCatalogue([{ folder: 'schemas', districts: false }], () => undefined);
const comuni = lists.get('comuni-italiani')!;

let world: World;
before(async () => {
  world = await createWorld();
  (world.deps.catalogue.lists as Map<string, readonly ListRow[]>).set('comuni-italiani', comuni);
  const cookie = await world.signIn('moduli');
  const definition = structuredClone(domanda) as Definition;
  Object.assign(definition.schema.properties, {
    provincia: { type: 'string', title: 'Provincia', maxLength: 2 },
    nascita: {
      type: 'string',
      title: 'Comune di nascita',
      'x-choices': { from: 'list:comuni-italiani', where: { provincia: '/provincia' } },
    },
  });
  const read = await world.ask('GET', '/api/definitions/domanda', { cookie });
  const rev = String(read.json.rev as number);
  const headers = { 'If-Match': `"${rev}"` };
  const saved = await world.ask('PUT', '/api/definitions/domanda', { cookie, headers, body: definition });
  assert.equal(saved.status, 200, saved.text);
  const made = await world.ask('POST', '/api/definitions/domanda/publish', {
    cookie,
    headers: { 'If-Match': `"${saved.json.rev as number}"` },
    body: {},
  });
  assert.equal(made.status, 201, made.text);
});
after(() => world.close());

const send = async (answers: object) =>
  world.ask('POST', '/embed/submissions', {
    headers: { ...(await tokenOf(world)), 'Idempotency-Key': `chiave-${Math.random()}` },
    body: { definition: 'domanda', version: 2, answers: { ...goodAnswers(), ...answers } },
  });

test('a long list does not travel with the context; its rows are looked up by anyone who sees the form', async () => {
  const { json, text } = await world.ask('GET', '/embed/alfa/domanda/context?version=2');
  assert.deepEqual(json.lists['comuni-italiani'], []);
  assert.deepEqual(json.partial, ['comuni-italiani']);
  assert.ok(text.length < 1000);
  const path = '/embed/alfa/domanda/lists/comuni-italiani?q=forli&in=provincia:FC';
  const told = await world.ask('GET', path, { headers: { Origin: 'https://sito.example' } });
  assert.deepEqual(
    (told.json.rows as ListRow[]).map(({ id }) => id),
    ['D704', 'D705'],
  );
  assert.equal(told.headers.get('access-control-allow-origin'), '*');
});

test('only lists that the form names, of forms that are public', async () => {
  for (const path of [
    '/embed/alfa/domanda/lists/servizi',
    '/embed/alfa/domanda/lists/constructor',
    '/embed/alfa/scheda/lists/comuni-italiani',
    '/embed/gamma/domanda/lists/comuni-italiani',
    '/embed/alfa/domanda/lists/comuni-italiani?version=1',
  ])
    assert.equal((await world.ask('GET', path)).status, 404, path);
  assert.equal((await world.ask('GET', '/api/lists/comuni-italiani?q=roma')).status, 401);
  const desk = await world.ask('GET', '/api/lists/comuni-italiani?q=roma', {
    cookie: await world.signIn('segue'),
  });
  assert.equal(desk.json.rows[0].id, 'H501');
});

test('the server judges by the whole list; the submission keeps the row that was chosen', async () => {
  const wrong = await send({ provincia: 'PD', nascita: 'ZZZZ' });
  assert.equal(wrong.json.problems[0].code, 'not-a-choice', wrong.text);
  const elsewhere = await send({ provincia: 'PD', nascita: 'H501' });
  assert.deepEqual(
    [elsewhere.status, elsewhere.json.problems[0].code, elsewhere.json.problems[0].at],
    [422, 'not-a-choice', '/nascita'],
  );
  const sent = await send({ provincia: 'RM', nascita: 'H501' });
  assert.equal(sent.status, 201, sent.text);
  const scope = { district: 'alfa', actor: 'prova' };
  const kept = await world.deps.store.get<Submission>(scope, 'submissions', sent.json.id as string);
  assert.deepEqual(kept?.value.context.lists['comuni-italiani'], [
    { id: 'H501', title: 'Roma (RM)', provincia: 'RM' },
  ]);
});
