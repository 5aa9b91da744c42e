// SPDX-License-Identifier: AGPL-3.0-or-later
// Documents beside the pact, over HTTP: those that a district keeps for few, those that are made again, and what is known of them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Case, District, Submission, Version } from '../../schemas/types.ts';
import { wavesOf } from '../../server/actions/pact/waves.ts';
import { buildContext } from '../../server/context.ts';
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
  submission = await fill(1);
  document = (await issue(submission)).id;
});

/** The answers of its author, once more. */
async function fill(livello: number): Promise<string> {
  const started = await world.ask('POST', `/api/cases/${kase}/drafts`, {
    cookie: author,
    body: { definition: 'scheda' },
  });
  assert.equal(started.status, 201, started.text);
  const { json } = await world.ask('GET', `/api/drafts/${started.json.id}`, { cookie: author });
  const sent = await world.ask('POST', `/api/drafts/${started.json.id}/submit`, {
    cookie: author,
    body: { answers: { ...json.draft.answers, livello, chi: marker } },
  });
  assert.equal(sent.status, 201, sent.text);
  return sent.json.id;
}

async function issue(of: string) {
  const body = { kind: 'receipt', submission: of };
  const told = await world.ask('POST', `/api/cases/${kase}/documents`, { cookie: author, body });
  assert.equal(told.status, 201, told.text);
  return told.json.act as { readonly id: string; readonly number: string; readonly revision: number };
}
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

test('answers given again make another document, and leave the first as it is', async () => {
  const first = (await world.ask('GET', `/api/documents/${document}`, { cookie: author })).json;
  const again = await fill(2);
  const second = await issue(again);
  assert.deepEqual([first.revision, second.revision], [1, 1]);
  assert.notEqual(second.number, first.number);
  const after = await world.ask('GET', `/api/documents/${document}`, { cookie: author });
  assert.equal(after.json.state, 'issued');

  const scope = { district: 'alfa', actor: 'casa' };
  const last = await world.deps.store.get<Submission>(scope, 'submissions', again);
  assert.deepEqual(
    (await wavesOf(world.deps, scope, last!)).map(({ answers, by }) => [answers['livello'], by]),
    [
      [1, 'Persona casa'],
      [2, 'Persona casa'],
    ],
    'oldest first, each with who gave it',
  );
  const before = await world.deps.store.get<Submission>(scope, 'submissions', submission);
  assert.equal((await wavesOf(world.deps, scope, before!)).length, 1, 'nothing that came later');

  const source = { schema: { properties: { n: { 'x-prefill': 'case:/documenti/receipt/numero' } } } };
  const version = { source } as unknown as Pick<Version, 'source'>;
  const found = await world.deps.store.get<Case>(scope, 'cases', kase);
  const of = { scope, version, case: found!, role: 'family-worker', locale: 'it' } as const;
  const told = async () =>
    (await buildContext(world.deps, of)).case['documenti'] as {
      readonly [kind: string]: { readonly numero: string; readonly versione: number };
    };
  assert.deepEqual(await told(), {}, 'of what is reserved nothing is told');
  const phases = world.deps.catalogue.districts.get('alfa')!.phases as District['phases'];
  phases.find(({ id }) => id === 'analisi')!.rights = 'grid';
  const { receipt } = await told();
  assert.deepEqual([receipt?.numero, receipt?.versione], [second.number, 1]);
});
