// SPDX-License-Identifier: AGPL-3.0-or-later
// What the token of a page of another site is good for: one draft and one submission of one form, from one origin.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { rates } from '../../server/rates.ts';
import { caseOf, createWorld, goodAnswers, tokenOf, type Told, type World } from './world.ts';

let world: World;
type Headers = { [name: string]: string };

before(async () => {
  world = await createWorld({ rates: { resume: rates.resume } });
});
after(() => world.close());

const draftOf = (name: string) => ({
  definition: 'domanda',
  version: 1,
  answers: { nome: name },
  typed: {},
  parked: {},
  from: {},
});
const create = (headers: Headers, name: string, key?: string): Promise<Told> =>
  world.ask('POST', '/embed/drafts', {
    headers: { ...headers, ...(key ? { 'Idempotency-Key': key } : {}) },
    body: { draft: draftOf(name) },
  });
const save = (headers: Headers, id: string, rev = 1): Promise<Told> =>
  world.ask('PUT', `/embed/drafts/${id}`, {
    headers: { ...headers, 'If-Match': `"${rev}"` },
    body: draftOf('B'),
  });
const send = (headers: Headers, more: object = {}): Promise<Told> =>
  world.ask('POST', '/embed/submissions', {
    headers: { ...headers, 'Idempotency-Key': crypto.randomUUID() },
    body: { definition: 'domanda', version: 1, answers: goodAnswers(), ...more },
  });
const resume = (headers: Headers, code: string): Promise<Told> =>
  world.ask('POST', '/embed/drafts/resume', { headers, body: { code } });
const file = (headers: Headers): Promise<Told> =>
  world.ask('POST', `/embed/files?field=/carte&sha256=`, {
    headers: { ...headers, 'Content-Type': 'application/octet-stream', 'X-Patto-Name': 'carta.pdf' },
    raw: '%PDF-1.7\n%prova\n%%EOF\n',
  });

const verdict = ({ status, json }: Told): [number, string] => [status, json?.code];
/** Every refusal is a whole sentence, in the language that was asked for. */
function worded(told: Told): void {
  assert.match(told.json.title, /^[A-ZÈ].{20,}\.$/u, told.text);
  assert.ok(!told.json.title.includes(told.json.code));
}

test('after the submission the token keeps nothing more: no draft, no save, no file, no second submission', async () => {
  const plain = await tokenOf(world);
  assert.equal((await send(plain)).status, 201);
  const drafted = await tokenOf(world);
  const made = await create(drafted, 'Ada', 'una-chiave');
  assert.equal(made.status, 201);
  assert.equal((await send(drafted, { draft: made.json.id })).status, 201);
  for (const told of [
    await create(plain, 'Eva'),
    await create(drafted, 'Eva'),
    // the very request that made the draft does not bring it back
    await create(drafted, 'Ada', 'una-chiave'),
    await save(drafted, made.json.id),
    await file(drafted),
  ]) {
    assert.deepEqual(verdict(told), [410, 'already-sent']);
    worded(told);
  }
  for (const token of [plain, drafted]) assert.deepEqual(verdict(await send(token)), [409, 'already-done']);
  const scope = { district: 'alfa', actor: 'system' };
  assert.equal(await world.deps.store.get(scope, 'drafts', made.json.id), undefined);
});

test('another origin, form, draft or district', async () => {
  const mine = await tokenOf(world);
  const made = await create(mine, 'Lia');
  const { id } = made.json;
  for (const origin of [
    'https://altrove.example',
    'https://sito.example:8443',
    'http://sito.example',
    'null',
    '',
  ]) {
    const told = await save({ ...mine, Origin: origin }, id);
    assert.deepEqual(verdict(told), [403, 'other-origin'], origin);
    worded(told);
  }
  const wrong = await send(mine, { definition: 'scheda' });
  assert.deepEqual(verdict(wrong), [403, 'other-form']);
  worded(wrong);
  const other = await world.ask('POST', '/embed/drafts', {
    headers: await tokenOf(world),
    body: { draft: { ...draftOf('Lia'), definition: 'scheda' } },
  });
  assert.deepEqual(verdict(other), [403, 'other-form']);
  const stranger = await tokenOf(world);
  await create(stranger, 'Eva');
  for (const token of [stranger, await tokenOf(world), await tokenOf(world, 'beta')]) {
    assert.equal((await save(token, id)).status, 404);
    assert.equal(
      (await world.ask('POST', `/embed/drafts/${id}/merge`, { headers: token, body: {} })).status >= 400,
      true,
    );
  }
  assert.deepEqual(verdict(await send(stranger, { draft: id })), [404, 'not-found']);
  const elsewhere = await resume(await tokenOf(world, 'beta'), made.json.code);
  assert.deepEqual(verdict(elsewhere), [422, 'code-unknown']);
  assert.equal((await save(mine, id)).status, 200, 'and it was left as it was');
});

test('a page whose token ended, and whose draft was sent on another device, sends nothing twice', async () => {
  const first = await tokenOf(world);
  const made = await create(first, 'Ines');
  assert.equal((await send(first, { draft: made.json.id })).status, 201);
  // what the page does by itself: a new token, then the code, which is known no more
  const renewed = await tokenOf(world);
  assert.deepEqual(verdict(await resume(renewed, made.json.code)), [422, 'code-unknown']);
  assert.deepEqual(verdict(await send(renewed, { draft: made.json.id })), [409, 'already-done']);
});

test('a token reads no personal datum: not a case, not a request, not what others sent', async () => {
  const kase = await caseOf(world, 'alfa', 'Marta Segreta');
  const token = await tokenOf(world);
  for (const path of [
    '/api/session',
    '/api/requests',
    '/api/cases',
    `/api/cases/${kase}`,
    '/api/definitions',
    '/api/versions/domanda',
    '/api/accounts',
  ]) {
    const told = await world.ask('GET', path, { headers: token });
    assert.ok(told.status === 401 || told.status === 403, `${path}: ${told.status}`);
  }
  for (const path of ['/embed/alfa/domanda/context?version=1', '/embed/alfa/domanda@1.js']) {
    const told = await world.ask('GET', path, { headers: token });
    assert.equal(told.status, 200);
    assert.ok(!told.text.includes('Segreta'));
  }
  const context = await world.ask('GET', '/embed/alfa/domanda/context?version=1', { headers: token });
  assert.deepEqual([context.json.case, context.json.role], [{}, 'public']);
});

test('neither tokens nor codes are written down: not in the log, not in the store, not in the audit', async () => {
  const token = await tokenOf(world);
  const made = await create(token, 'Olga');
  const secret = String(token['Authorization']).split('.')[1]!;
  await save({ ...token, Origin: 'https://altrove.example' }, made.json.id);
  const kept: string[] = [JSON.stringify(world.lines)];
  for await (const line of world.deps.store.export({ district: 'alfa', actor: 'system' })) kept.push(line);
  const all = kept.join('\n');
  assert.ok(all.includes(made.json.id), 'the draft itself is there');
  assert.ok(!all.includes(secret));
  assert.ok(!all.includes(made.json.code) && !all.includes(made.json.code.replaceAll('-', '')));
});

test('guessing codes is slowed down, whatever token it comes with', async () => {
  world.later(3_600_000);
  const guesses: Told[] = [];
  for (let at = 0; at < rates.resume.limit + 2; at += 1)
    guesses.push(await resume(await tokenOf(world), `AAAA-BBBB-${String(1000 + at)}`));
  const last = guesses.at(-1)!;
  assert.deepEqual(verdict(last), [429, 'too-many']);
  worded(last);
  assert.ok(Number(last.headers.get('retry-after')) > 60);
  assert.ok(guesses.filter(({ status }) => status !== 429).length <= rates.resume.limit);
});
