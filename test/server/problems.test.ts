// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { allSentences } from '../../server/assemble.ts';
import { createApp } from '../../server/app.ts';
import { sentence, statusOf } from '../../server/problems.ts';
import { problem, StoreFailure } from '../../server/storage/failure.ts';
import { problems } from '../../server/words/problems.ts';
import type { Route } from '../../server/routes/contract.ts';
import { createWorld, tokenOf, goodAnswers, type World } from './world.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world.close());

test('every problem of the server is said in both languages, with the same parameters', async () => {
  const named = (text: string): string =>
    [...text.matchAll(/\{(\w+)\}/g)]
      .map(([, name]) => name)
      .sort()
      .join();
  for (const [code, { it, en }] of Object.entries(problems)) {
    assert.ok(it.length > 10 && en.length > 10 && it !== en, code);
    assert.equal(named(it), named(en), code);
    assert.ok(!/ e' | perche |piu | puo |è'/.test(it), `${code}: accents`);
  }
  const sentences = await allSentences();
  for (const code of [
    'required',
    'hidden',
    'unknown-answer',
    'locked',
    'conflict',
    'store-locked',
    'not-publishable',
    'dangling-pointer',
    'printing-failed',
    'seal-appended',
  ])
    for (const language of ['it', 'en'] as const)
      assert.notEqual(
        sentence({ code, at: '', params: {}, level: 'error' }, sentences, language),
        code,
        `${code} ${language}`,
      );
});

test('what nobody foresaw shows a number and nothing of the inside; the log has the rest', async () => {
  const routes = [
    {
      method: 'GET',
      path: '/throws',
      summary: '',
      access: 'anyone',
      run: () => {
        throw new Error('secret detail of Vellonieri');
      },
    },
    {
      method: 'GET',
      path: '/full',
      summary: '',
      access: 'anyone',
      run: async () => {
        throw new StoreFailure(problem('disk-full'));
      },
    },
  ] as unknown as readonly Route[];
  const server = createServer(createApp(world.deps, routes) as unknown as RequestListener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const before = world.lines.length;
  const response = await fetch(`${base}/throws`);
  const text = await response.text();
  assert.equal(response.status, 500);
  assert.match(response.headers.get('content-type') ?? '', /problem\+json/);
  assert.ok(!/secret|Vellonieri|\.ts|\.js/.test(text), text);
  const { number } = (JSON.parse(text) as { params: { number: string } }).params;
  assert.deepEqual(
    { ...world.lines[before]?.facts, place: '' },
    { number, method: 'GET', route: '/throws', kind: 'Error', place: '' },
  );
  assert.ok(!JSON.stringify(world.lines).includes('Vellonieri'));
  const full = await fetch(`${base}/full`, { headers: { 'Accept-Language': 'en-GB,en;q=0.9' } });
  assert.equal(full.status, 507);
  assert.match(((await full.json()) as { title: string }).title, /disk/i);
  await new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
});

test('a full disk: a sentence, nothing kept, and the same key goes through later', async () => {
  const { store } = world.deps;
  const create = store.create.bind(store);
  const headers = { ...(await tokenOf(world)), 'Idempotency-Key': 'disco-pieno-1' };
  const send = (key = 'disco-pieno-1') =>
    world.ask('POST', '/embed/submissions', {
      headers: { ...headers, 'Idempotency-Key': key },
      body: { definition: 'domanda', version: 1, answers: goodAnswers() },
    });
  Object.assign(store, { create: async () => ({ ok: false, problem: problem('disk-full') }) });
  const refused = await send();
  Object.assign(store, { create });
  assert.deepEqual([refused.status, refused.json.code], [507, 'disk-full']);
  const later = await send('disco-pieno-2');
  assert.equal(later.status, 201);
  assert.equal((await send()).status, 409);
});

test('statuses: one table, 422 for answers that cannot be accepted as they are', () => {
  assert.deepEqual(
    [
      statusOf('not-found'),
      statusOf('conflict'),
      statusOf('rev-needed'),
      statusOf('required'),
      statusOf('too-large'),
    ],
    [404, 412, 428, 422, 413],
  );
});
