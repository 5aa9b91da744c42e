// SPDX-License-Identifier: AGPL-3.0-or-later
// The diary and the attachments of a case: three classes of readers, corrections that lose nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { caseOf, createWorld, type Told, type World } from './world.ts';

let world: World;
let kase: string;
before(async () => {
  world = await createWorld();
  kase = await caseOf(world);
});
after(() => world.close());

const note = (text: string, readers: string, more: object = {}) => ({
  kind: 'visita',
  at: '2026-03-01T09:00:00Z',
  people: ['rigaAAAAAA1'],
  text,
  readers,
  ...more,
});
const diary = `/api/cases/`;
const write = async (who: string, body: object, headers = {}): Promise<Told> =>
  world.ask('POST', `${diary}${kase}/diary`, { cookie: await world.signIn(who), body, headers });
const read = async (who: string, query = '', headers = {}): Promise<Told> =>
  world.ask('GET', `${diary}${kase}/diary${query}`, { cookie: await world.signIn(who), headers });
const texts = (told: Told): string[] => told.json.items.map((one: { text: string }) => one.text).sort();
const audit = async (action: string) =>
  (await world.deps.store.auditEntries({ district: 'alfa', actor: 'system' }, { limit: 1e6 })).filter(
    (one) => one.action === action,
  );

test('three classes: who reads what, decided by the server', async () => {
  await world.ask('POST', `${diary}${kase}/assign`, {
    cookie: await world.signIn('capo'),
    body: { account: 'edu' },
  });
  for (const readers of ['family', 'team', 'author'])
    assert.equal((await write('segue', note(`segue ${readers}`, readers))).status, 201);
  assert.equal((await write('capo', note('capo author', 'author'))).status, 201);
  assert.deepEqual(texts(await read('segue')), ['segue author', 'segue family', 'segue team']);
  assert.deepEqual(texts(await read('edu')), ['segue family', 'segue team']);
  assert.deepEqual(texts(await read('capo')), ['capo author', 'segue family']);
  assert.deepEqual(texts(await read('banco')), ['segue family']);
  // a written reason opens the case, not what the team writes for itself
  assert.equal((await read('altra')).status, 403);
  const why = { 'X-Patto-Reason': encodeURIComponent('sostituzione di oggi') };
  assert.deepEqual(texts(await read('altra', '', why)), ['segue family']);
  const closed = await world.ask('POST', `${diary}${kase}/diary`, {
    cookie: await world.signIn('altra'),
    body: note('no', 'family'),
    headers: why,
  });
  assert.deepEqual([closed.status, closed.json.code], [403, 'not-assigned']);
  for (const who of ['occhio', 'moduli']) assert.equal((await read(who)).status, 403);
  assert.equal((await read('fuori')).status, 404);
  assert.ok((await audit('diary.read')).some(({ actor, object }) => actor === 'capo' && object === kase));
});

test('a correction keeps what was said, for its author alone', async () => {
  const { json } = await write('segue', note('prima', 'family'));
  const cookie = await world.signIn('segue');
  const path = `${diary}${kase}/diary/${json.id}`;
  const body = note('dopo', 'family', { at: '2026-03-02T07:00:00Z' });
  assert.equal((await world.ask('PUT', path, { cookie, body })).status, 428);
  const other = await world.ask('PUT', path, {
    cookie: await world.signIn('capo'),
    body,
    headers: { 'If-Match': '"1"' },
  });
  assert.deepEqual([other.status, other.json.code], [403, 'not-author']);
  assert.equal((await world.ask('PUT', path, { cookie, body, headers: { 'If-Match': '"1"' } })).status, 200);
  assert.equal((await world.ask('PUT', path, { cookie, body, headers: { 'If-Match': '"1"' } })).status, 412);
  const of = async (who: string) =>
    (await read(who)).json.items.find((one: { id: string }) => one.id === json.id);
  assert.deepEqual(
    (await of('segue')).earlier.map((one: { text: string }) => one.text),
    ['prima'],
  );
  const seen = await of('capo');
  assert.deepEqual([seen.text, seen.corrected, 'earlier' in seen], ['dopo', 1, false]);
});

test('filters, and what cannot be written', async () => {
  const found = async (query: string) => (await read('segue', query)).json.total as number;
  const all = await found('');
  assert.ok(all > 0);
  assert.equal(await found('?from=2026-03-02'), 1);
  assert.equal(await found('?to=2026-03-01'), all - 1);
  assert.equal(await found('?person=rigaAAAAAA1&kind=visita'), all);
  assert.equal(await found('?person=nessuno'), 0);
  assert.equal(await found('?by=capo'), 0);
  const page = await read('segue', '?limit=1');
  assert.deepEqual([page.json.items.length, page.json.next], [1, '1']);
  for (const [code, more] of [
    ['unknown-kind', { kind: 'altro' }],
    ['unknown-person', { people: ['qualcuno'] }],
    ['not-yet-happened', { at: '2026-03-03T09:00:00Z' }],
    ['note-empty', { text: '  ' }],
  ] as const)
    assert.equal((await write('segue', note('x', 'team', more))).json.code, code);
  const key = { 'Idempotency-Key': 'nota-di-prova-1' };
  const [one, two] = [
    await write('segue', note('una', 'team'), key),
    await write('segue', note('una', 'team'), key),
  ];
  assert.deepEqual([one.status, two.status, one.json.id === two.json.id], [201, 200, true]);
});

const pdf = (mark: string): Buffer => Buffer.from(`%PDF-1.7\n%${mark}\n%%EOF\n`);
const attach = async (who: string, bytes: Uint8Array, query: { [name: string]: string }): Promise<Told> =>
  world.ask(
    'POST',
    `${diary}${kase}/attachments?${new URLSearchParams({ kind: 'isee', date: '2026-01-15', readers: 'family', ...query })}`,
    {
      cookie: await world.signIn(who),
      raw: bytes,
      headers: { 'Content-Type': 'application/octet-stream', 'X-Patto-Name': 'carta.pdf' },
    },
  );
const attached = async (who: string): Promise<{ id: string; kind: string; replacedBy?: string }[]> =>
  (await world.ask('GET', `${diary}${kase}/attachments`, { cookie: await world.signIn(who) })).json.items;

test('attachments: kinds by role, checked by content, replaced and not lost, each download written down', async () => {
  const first = await attach('segue', pdf('uno'), { expires: '2026-12-31' });
  assert.equal(first.status, 201, first.text);
  const health = await attach('segue', pdf('due'), { kind: 'sanitario', readers: 'team' });
  assert.equal(health.status, 201);
  const own = await attach('segue', pdf('tre'), { readers: 'author' });
  const ids = async (who: string) => (await attached(who)).map(({ id }) => id).sort();
  assert.deepEqual(await ids('segue'), [first.json.id, health.json.id, own.json.id].sort());
  // of the team, but of a kind that is not for the role
  assert.deepEqual(await ids('edu'), [first.json.id]);
  assert.deepEqual(await ids('capo'), [first.json.id]);
  assert.equal((await attach('edu', pdf('no'), { kind: 'sanitario' })).json.code, 'unknown-kind');
  for (const [code, bytes, query] of [
    ['file-kind', Buffer.from('<script>'), {}],
    ['file-empty', Buffer.alloc(0), {}],
    ['file-damaged', pdf('x'), { sha256: '0'.repeat(64) }],
    ['expires-before', pdf('x'), { expires: '2025-12-31' }],
    ['not-a-day', pdf('x'), { date: '2026-02-31' }],
    ['unknown-person', pdf('x'), { person: 'nessuno' }],
  ] as const)
    assert.equal((await attach('segue', bytes, query)).json.code, code);
  const newer = await attach('segue', pdf('quattro'), { date: '2026-02-15', replaces: first.json.id });
  assert.equal(newer.status, 201);
  assert.equal(
    (await attach('segue', pdf('cinque'), { replaces: first.json.id })).json.code,
    'attachment-replaced',
  );
  const all = await attached('segue');
  assert.equal(all.find(({ id }) => id === first.json.id)?.replacedBy, newer.json.id);
  const file = async (who: string, id: string) =>
    world.ask('GET', `${diary}${kase}/attachments/${id}`, { cookie: await world.signIn(who) });
  assert.equal((await file('capo', first.json.id)).text, pdf('uno').toString());
  for (const id of [health.json.id, own.json.id, 'nessuno'])
    assert.equal((await file('capo', id)).status, 404);
  const taken = await audit('attachment.read');
  assert.deepEqual(
    taken.map(({ actor, object }) => [actor, object]),
    [['capo', first.json.id]],
  );
});
