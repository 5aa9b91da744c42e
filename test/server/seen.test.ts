// SPDX-License-Identifier: AGPL-3.0-or-later
// Who has seen a case: by person and day, for who may not open it too; nothing of the case; the chain in words.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { caseOf, createWorld, type Told, type World } from './world.ts';

let world: World;
let kase: string;
let number: string;
before(async () => {
  world = await createWorld();
  kase = await caseOf(world, 'alfa', 'Segnaprezioso');
  const cookie = await world.signIn('segue');
  number = (await world.ask('GET', `/api/cases/${kase}`, { cookie })).json.case.number;
});
after(() => world.close());

const seen = async (who: string, query: object): Promise<Told> =>
  // the audit of this world has the machine's own days
  world.ask('GET', `/api/seen?${new URLSearchParams({ from: '2026-01-01', to: '2099-12-31', ...query })}`, {
    cookie: await world.signIn(who),
  });
const row = (told: Told, name: string) => told.json.rows.find((one: { name: string }) => one.name === name);

test('by person and day, drafts and documents of the case included; reasons are told, content is not', async () => {
  const cookie = await world.signIn('segue');
  const draft = (
    await world.ask('POST', `/api/cases/${kase}/drafts`, { cookie, body: { definition: 'accordo' } })
  ).json.id as string;
  await world.ask('GET', `/api/drafts/${draft}`, { cookie });
  const sent = await world.ask('POST', `/api/drafts/${draft}/submit`, {
    cookie,
    body: { answers: { testo: 'Segnaprezioso' } },
  });
  const issued = await world.ask('POST', `/api/cases/${kase}/documents`, {
    cookie,
    body: { kind: 'pact', submission: sent.json.id },
  });
  await world.ask('GET', `/api/documents/${issued.json.act.id}/file`, { cookie });
  await world.ask('GET', `/api/cases/${kase}`, {
    cookie: await world.signIn('altra'),
    headers: { 'X-Patto-Reason': encodeURIComponent('sostituzione del 2 marzo') },
  });
  const told = await seen('occhio', { number });
  assert.equal(told.status, 200, told.text);
  const worker = row(told, 'Persona segue');
  assert.match(worker.day, /^\d{4}-\d{2}-\d{2}$/);
  // the draft is gone, what was done with it is not
  assert.ok(worker.what.includes('ha letto una bozza'), worker.what);
  assert.ok(worker.what.includes('ha aperto un documento'));
  assert.ok(worker.saw > 0 && worker.printed > 0 && worker.wrote > 0);
  assert.deepEqual(row(told, 'Persona altra').reasons, ['sostituzione del 2 marzo']);
  assert.ok(!told.text.includes('Segnaprezioso'));
  // asking is seeing, too
  assert.equal(row(await seen('capo', { case: kase }), 'Persona occhio').saw, 1);
});

test('what was written for nobody else is not told of', async () => {
  const cookie = await world.signIn('casa');
  await world.ask('POST', `/api/cases/${kase}/assign`, {
    cookie: await world.signIn('capo'),
    body: { account: 'casa' },
  });
  const body = { kind: 'visita', at: '2026-03-01T09:00:00Z', people: [], text: 'x', readers: 'author' };
  await world.ask('POST', `/api/cases/${kase}/diary`, { cookie, body });
  assert.equal(row(await seen('capo', { number }), 'Persona casa'), undefined);
  await world.ask('POST', `/api/cases/${kase}/diary`, { cookie, body: { ...body, readers: 'team' } });
  assert.deepEqual(row(await seen('capo', { number }), 'Persona casa').what, ['ha scritto nel diario']);
});

test('who may ask, for when, and as a table', async () => {
  assert.equal((await seen('segue', { number })).status, 403);
  assert.equal((await seen('fuoricapo', { number })).status, 404);
  assert.equal((await seen('fuoricapo', { case: kase })).status, 404);
  assert.equal((await seen('occhio', { number: 'nessuna' })).status, 404);
  const past = await seen('occhio', { number, from: '2026-01-01', to: '2026-03-01' });
  assert.deepEqual(past.json.rows, []);
  assert.equal((await seen('occhio', { number, from: '2026-03-02', to: '2026-03-01' })).status, 422);
  assert.equal((await seen('occhio', { number, from: '', to: '2026-02-31' })).json.code, 'not-a-day');
  const table = await seen('occhio', { number, as: 'csv' });
  assert.match(table.text, /Giorno;Persona;[\s\S]*\d{2}\/\d{2}\/\d{4};Persona segue/);
});

test('the chain, walked when asked', async () => {
  const chain = async (who: string) =>
    world.ask('GET', '/api/audit/chain', { cookie: await world.signIn(who) });
  const told = await chain('occhio');
  assert.deepEqual([told.status, told.json.ok], [200, true]);
  assert.ok(told.json.entries > 10);
  assert.equal((await chain('segue')).status, 403);
});

test('as a document of its own, by who may not open the case', async () => {
  const cookie = await world.signIn('occhio');
  const body = { kind: 'case-access', number, from: '2026-01-01', to: '2099-12-31' };
  const issued = await world.ask('POST', '/api/documents', { cookie, body });
  assert.equal(issued.status, 201, issued.text);
  const { id } = issued.json.act;
  const file = await world.ask('GET', `/api/documents/${id}/file`, { cookie });
  assert.match(file.text, /Persona segue/);
  assert.equal(
    (await world.ask('GET', `/api/documents/${id}/file`, { cookie: await world.signIn('segue') })).status,
    404,
  );
  const listed = await world.ask('GET', '/api/documents', { cookie });
  assert.deepEqual(
    listed.json.items.map(({ kind }: { kind: string }) => kind),
    ['case-access'],
  );
  assert.equal(
    (await world.ask('POST', '/api/documents', { cookie: await world.signIn('segue'), body })).status,
    403,
  );
});
