// SPDX-License-Identifier: AGPL-3.0-or-later
// Two people of a district on one draft: each hears of the other, changes meet, what clashes is told with whose it is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { caseOf, createWorld, type World } from './world.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world.close());

test('one draft, two people: told at once, merged field by field, prefilled answers name their source', async () => {
  const kase = await caseOf(world);
  const [segue, altra, capo] = [
    await world.signIn('segue'),
    await world.signIn('altra'),
    await world.signIn('capo'),
  ];
  await world.ask('POST', `/api/cases/${kase}/assign`, { cookie: capo, body: { account: 'altra' } });
  const { id } = (
    await world.ask('POST', `/api/cases/${kase}/drafts`, { cookie: segue, body: { definition: 'scheda' } })
  ).json;
  const path = `/api/drafts/${id}`;
  const { draft, rev } = (await world.ask('GET', path, { cookie: segue })).json;
  assert.equal(draft.sources['/chi'].title, 'Domanda');
  const heard = world.ask('GET', `${path}/watch?rev=${rev}&known=`, { cookie: segue });
  const theirs = { ...draft, answers: { ...draft.answers, livello: 1, chi: 'Altra' }, window: 'w2' };
  delete theirs.sources;
  await world.ask('GET', `${path}/watch?rev=0&known=`, { cookie: altra });
  assert.deepEqual((await heard).json, { rev, gone: false, others: ['Persona altra'] });
  const saved = await world.ask('PUT', path, {
    cookie: altra,
    headers: { 'If-Match': `"${rev}"` },
    body: theirs,
  });
  assert.equal(saved.status, 200, saved.text);
  const mine = { ...theirs, answers: { ...draft.answers, chi: 'Mia', salute: 'buona' }, window: 'w1' };
  const { answers, typed, parked, from } = draft;
  const body = { base: { answers, typed, parked, from }, rev, draft: mine };
  const merged = await world.ask('POST', `${path}/merge`, { cookie: segue, body });
  assert.equal(merged.status, 200, merged.text);
  assert.deepEqual(
    { livello: merged.json.draft.answers.livello, salute: merged.json.draft.answers.salute },
    { livello: 1, salute: 'buona' },
  );
  const [conflict] = merged.json.conflicts;
  assert.deepEqual(
    { at: conflict.at, mine: conflict.mine, theirs: conflict.theirs, by: conflict.by },
    { at: '/chi', mine: { value: 'Mia' }, theirs: { value: 'Altra' }, by: 'Persona altra' },
  );
  const sent = await world.ask('POST', `${path}/submit`, { cookie: segue, body: {} });
  assert.equal(sent.status, 201, sent.text);
  const { submission } = (await world.ask('GET', `/api/submissions/${sent.json.id}`, { cookie: segue })).json;
  assert.equal(submission.from['/chi'], 'typed');
  assert.equal(submission.from['/fisso'], 'prefilled');
  assert.equal(submission.sources['/fisso'].definition, 'domanda');
});
