// SPDX-License-Identifier: AGPL-3.0-or-later
// What a district keeps for few: the answers of a reserved phase and their documents, over HTTP.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { District } from '../../schemas/types.ts';
import { caseOf, createWorld, type World } from './world.ts';

const marker = 'Segnariservato';
let world: World;
let kase = '';
let submission = '';
let document = '';
let author = '';

before(async () => {
  world = await createWorld();
  const phases = world.deps.catalogue.districts.get('alfa')!.phases as District['phases'];
  const phase = phases.find(({ id }) => id === 'analisi')!;
  phase.rights = 'reserved';
  phase.documents = [{ kind: 'receipt', definition: 'scheda' }];
  phases.find(({ id }) => id === 'accesso')!.documents = [];
  kase = await caseOf(world);
  const chief = await world.signIn('capo');
  await world.ask('POST', `/api/cases/${kase}/assign`, { cookie: chief, body: { account: 'casa' } });
  author = await world.signIn('casa');
  const started = await world.ask('POST', `/api/cases/${kase}/drafts`, {
    cookie: author,
    body: { definition: 'scheda' },
  });
  assert.equal(started.status, 201, started.text);
  const { json } = await world.ask('GET', `/api/drafts/${started.json.id}`, { cookie: author });
  const sent = await world.ask('POST', `/api/drafts/${started.json.id}/submit`, {
    cookie: author,
    body: { answers: { ...json.draft.answers, livello: 1, chi: marker } },
  });
  assert.equal(sent.status, 201, sent.text);
  submission = sent.json.id;
  const issued = await world.ask('POST', `/api/cases/${kase}/documents`, {
    cookie: author,
    body: { kind: 'receipt', submission },
  });
  assert.equal(issued.status, 201, issued.text);
  document = issued.json.act.id;
});
after(() => world.close());

const doors = () => [
  `/api/submissions/${submission}`,
  `/api/documents/${document}`,
  `/api/documents/${document}/file`,
];

test('who wrote it opens it', async () => {
  for (const path of doors())
    assert.equal((await world.ask('GET', path, { cookie: author })).status, 200, path);
});

for (const who of ['banco', 'uffici', 'segue', 'edu', 'altra'])
  test(`${who} opens none of it, not even with a reason, and begins and issues nothing`, async () => {
    const cookie = await world.signIn(who);
    for (const headers of [{}, { 'X-Patto-Reason': 'mi serve' }])
      for (const path of doors()) {
        const told = await world.ask('GET', path, { cookie, headers });
        assert.equal(told.status, 403, `${path} ${told.text}`);
        assert.ok(!told.text.includes(marker));
      }
    const begun = await world.ask('POST', `/api/cases/${kase}/drafts`, {
      cookie,
      body: { definition: 'scheda' },
    });
    assert.equal(begun.status, 403);
    const issued = await world.ask('POST', `/api/cases/${kase}/documents`, {
      cookie,
      body: { kind: 'receipt', submission },
    });
    assert.equal(issued.status, 403);
    const view = await world.ask('GET', `/api/cases/${kase}`, {
      cookie,
      headers: { 'X-Patto-Reason': 'mi serve' },
    });
    for (const word of ['"Scheda"', submission, document, marker])
      assert.ok(!view.text.includes(word), `${word} in the case`);
  });

test('the coordinator reads it with a written reason, and changes nothing', async () => {
  const cookie = await world.signIn('capo');
  for (const path of doors()) {
    assert.equal((await world.ask('GET', path, { cookie })).json?.code, 'reason-needed', path);
    const headers = { 'X-Patto-Reason': 'richiesta%20della%20Procura' };
    assert.equal((await world.ask('GET', path, { cookie, headers })).status, 200, path);
  }
  const told = await world.ask('POST', `/api/documents/${document}/withdraw`, {
    cookie,
    body: { reason: 'prova' },
  });
  assert.equal(told.status, 403);
  const view = await world.ask('GET', `/api/cases/${kase}`, { cookie });
  const reasons = view.json.openedByReason.map((one: { reason: string }) => one.reason);
  assert.ok(reasons.includes('richiesta della Procura'));
});
