// SPDX-License-Identifier: AGPL-3.0-or-later
// Keys of integrators: what was given and no more, until its day, from its addresses, each use written down.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { caseOf, createWorld, type Told, type World } from './world.ts';

let world: World;
let kase: string;
before(async () => {
  world = await createWorld();
  kase = await caseOf(world, 'alfa', 'Segnaprezioso');
});
after(() => world.close());

const usual = {
  name: 'Osservatorio',
  purpose: 'statistica regionale',
  definitions: true,
  submissions: ['domanda'],
  asks: { names: false, texts: false },
  comuni: [],
  expires: '2026-12-31',
  addresses: [],
};
const make = async (more: object = {}, who = 'chiavi'): Promise<Told> =>
  world.ask('POST', '/api/keys', { cookie: await world.signIn(who), body: { ...usual, ...more } });
const read = (key: string, path: string): Promise<Told> =>
  world.ask('GET', `/api/v1/${path}`, {
    headers: { Authorization: `Bearer ${key}`, 'Sec-Fetch-Site': 'none' },
  });
const keyOf = async (more: object = {}): Promise<string> => (await make(more)).json.key as string;

test('a key reads what it was given, without names, and is told once', async () => {
  const made = await make();
  assert.match(made.json.key, /^patto\.alfa\.[\w-]{22}\.[\w-]{43}$/);
  const { key } = made.json;
  const definitions = (await read(key, 'definitions')).json.items.map(({ id }: { id: string }) => id);
  assert.deepEqual(definitions.sort(), ['accordo', 'domanda', 'scheda']);
  const schema = await read(key, 'definitions/domanda/schema');
  assert.equal(schema.json.additionalProperties, false);
  assert.equal((await read(key, 'definitions/domanda/schema?version=9')).status, 404);
  const { json, text } = await read(key, 'submissions/domanda');
  assert.equal(json.items.length, 1);
  assert.deepEqual(Object.keys(json.items[0]).sort(), [
    'answers',
    'case',
    'comune',
    'id',
    'submittedOn',
    'version',
  ]);
  assert.ok(!text.includes('Segnaprezioso') && !text.includes(kase));
  assert.equal((await read(key, 'submissions/domanda?since=2099-01-01')).json.items.length, 0);
  const lines = await read(key, 'submissions/domanda?as=ndjson');
  assert.equal(JSON.parse(lines.text.trim()).case, json.items[0].case);
  const book = await read(key, 'submissions/domanda/codebook');
  assert.equal(book.json.columns.find(({ name }: { name: string }) => name === 'nome').taken, false);
  const list = await world.ask('GET', '/api/keys', { cookie: await world.signIn('chiavi') });
  assert.equal(list.json.items[0].name, 'Osservatorio');
  assert.ok(list.json.items[0].usedAt);
  assert.ok(!list.text.includes(key.split('.')[3]) && !list.text.includes('hash'));
});

test('never more than chosen', async () => {
  const key = await keyOf();
  for (const path of ['submissions/scheda', 'submissions/nessuno', 'submissions/scheda/codebook'])
    assert.equal((await read(key, path)).status, 404);
  const only = await keyOf({ definitions: false });
  assert.equal((await read(only, 'definitions')).status, 404);
  const none = await keyOf({ submissions: [] });
  assert.equal((await read(none, 'submissions/domanda')).status, 404);
  assert.equal(
    (await read(await keyOf({ comuni: ['alfamare'] }), 'submissions/domanda')).json.items.length,
    0,
  );
  const named = await read(await keyOf({ asks: { names: true, texts: true } }), 'submissions/domanda');
  assert.equal(named.json.items[0].answers.nome, 'Segnaprezioso');
  // salute is for the case manager alone
  const cookie = await world.signIn('segue');
  const draft = await world.ask('POST', `/api/cases/${kase}/drafts`, {
    cookie,
    body: { definition: 'scheda' },
  });
  const answers = { livello: 1, salute: 'asma', fisso: 'Segnaprezioso' };
  await world.ask('POST', `/api/drafts/${draft.json.id}/submit`, { cookie, body: { answers } });
  const all = await keyOf({ submissions: ['scheda'], asks: { names: true, texts: true } });
  const told = await read(all, 'submissions/scheda');
  assert.equal(told.json.items[0].answers.livello, 1);
  assert.ok(!told.text.includes('asma'));
});

test('wrong, expired, revoked, from elsewhere, of another district: one answer', async () => {
  const made = await make();
  const good = made.json.key as string;
  assert.equal((await read(good, 'definitions')).status, 200);
  const parts = good.split('.');
  const refused = async (key: string): Promise<void> => {
    const told = await read(key, 'definitions');
    assert.deepEqual([told.status, told.json.code], [401, 'key-refused']);
  };
  await refused([...parts.slice(0, 3), 'A'.repeat(43)].join('.'));
  await refused([parts[0], 'beta', ...parts.slice(2)].join('.'));
  await refused('');
  await refused(await keyOf({ addresses: ['192.0.2.0/24'] }));
  assert.equal((await read(await keyOf({ addresses: ['127.0.0.0/8', '::1'] }), 'definitions')).status, 200);
  const scope = { district: 'alfa', actor: 'system' };
  const old = await make();
  const kept = await world.deps.store.get<object>(scope, 'keys', old.json.id);
  await world.deps.store.replace(scope, 'keys', old.json.id, { ...kept?.value, expires: '2026-03-01' }, 1);
  await refused(old.json.key);
  const revoked = await world.ask('POST', `/api/keys/${made.json.id}/revoke`, {
    cookie: await world.signIn('chiavi'),
  });
  assert.equal(revoked.status, 204);
  await refused(good);
});

test('who makes them, and what they cannot be', async () => {
  for (const who of ['capo', 'segue', 'moduli', 'occhio']) assert.equal((await make({}, who)).status, 403);
  for (const [code, more] of [
    ['key-expiry', { expires: '2026-03-02' }],
    ['key-expiry', { expires: '2029-01-01' }],
    ['key-expiry', { expires: '2026-99-99' }],
    ['not-a-net', { addresses: ['casa'] }],
    ['not-published', { submissions: ['nessuno'] }],
    ['key-for-nothing', { definitions: false, submissions: [] }],
    ['unknown-comune', { comuni: ['betamare'] }],
    ['bad-request', { purpose: 'breve' }],
  ] as const)
    assert.equal((await make(more)).json.code, code);
  const foreign = await make({}, 'fuorichiavi');
  const mine = await world.ask('POST', `/api/keys/${foreign.json.id}/revoke`, {
    cookie: await world.signIn('chiavi'),
  });
  assert.equal(mine.status, 404);
});

test('each use is in the audit and in who has seen, under the name of the key', async () => {
  const made = await make({ name: 'Cruscotto' });
  await read(made.json.key, 'submissions/domanda');
  await read(made.json.key, 'definitions');
  const entries = await world.deps.store.auditEntries({ district: 'alfa', actor: 'system' }, { limit: 1e6 });
  const own = entries.filter(({ actor }) => actor === `key:${made.json.id}`).map(({ action }) => action);
  assert.deepEqual(own, ['integrator.submissions', 'integrator.definitions']);
  const query = new URLSearchParams({ case: kase, from: '2026-01-01', to: '2099-01-01' });
  const seen = await world.ask('GET', `/api/seen?${query}`, { cookie: await world.signIn('capo') });
  const row = seen.json.rows.find(({ name }: { name: string }) => name === 'Cruscotto');
  assert.deepEqual([row.exported, row.reasons], [1, ['statistica regionale']]);
});
