// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { digest } from '../../server/clock.ts';
import { cookie as cookieText } from '../../server/sessions.ts';
import { createWorld, type Told, type World } from './world.ts';

let world: World;
let admin: string;
before(async () => {
  world = await createWorld();
  admin = await world.signIn('chiavi');
});
after(() => world.close());

const password = 'tre cavalli sul ponte verde';
const cookieIn = (told: Told): string => (told.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const enter = (email: string, word: string): Promise<Told> =>
  world.ask('POST', '/api/session', { body: { email, password: word } });

/** An account with a password, made as a person would: invitation, link, password. */
async function invited(email: string, roles = ['case-manager']): Promise<{ id: string; link: string }> {
  const body = {
    name: 'Nora Prova',
    email,
    profile: 'Assistente sociale',
    roles,
    comuni: [],
    state: 'invited',
  };
  const told = await world.ask('POST', '/api/accounts', { cookie: admin, body });
  assert.equal(told.status, 201, told.text);
  return { id: told.json.id, link: String(told.json.link).split('#')[1] ?? '' };
}
const choose = (token: string, word: string): Promise<Told> =>
  world.ask('POST', '/api/session/link', { body: { token, password: word } });

test('invitation: one link, one password, known to nobody else; the link works once', async () => {
  const { id, link } = await invited('nora@alfa.example');
  assert.equal((await enter('nora@alfa.example', password)).status, 401);
  for (const [word, code] of [
    ['corta', 'password-short'],
    ['aaaaaaaaaaaaaa', 'password-common'],
    ['Nora Prova 1', 'password-common'],
    ['x'.repeat(129), 'password-long'],
  ] as const)
    assert.equal((await choose(link, word)).json.code, code, word);
  const both = await Promise.all([choose(link, password), choose(link, `${password} due`)]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [204, 422]);
  const word = both[0]?.status === 204 ? password : `${password} due`;
  assert.equal((await choose(link, password)).json.code, 'link-ended');
  const inside = await enter('NORA@alfa.example', word);
  assert.equal(inside.status, 200);
  assert.equal(inside.json.account.id, id);
  assert.equal((await enter('nora@alfa.example', `${word}x`)).status, 401);
  const list = await world.ask('GET', '/api/accounts', { cookie: admin });
  assert.ok(!/argon2|\$|hash/.test(list.text.replaceAll(/"email":"[^"]*"/g, '')));
  const kept = await world.deps.store.get<{ hash: string }>(
    { district: 'alfa', actor: 'system' },
    'credentials',
    id,
  );
  assert.match(kept?.value.hash ?? '', /^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
});

test('a link ends after a day, and when another one is made', async () => {
  const { id, link } = await invited('lina@alfa.example');
  const second = await world.ask('POST', `/api/accounts/${id}/link`, { cookie: admin, body: {} });
  assert.equal((await choose(link, password)).json.code, 'link-ended');
  world.later(24 * 3_600_000 + 1000);
  assert.equal(
    (await choose(String(second.json.link).split('#')[1] ?? '', password)).json.code,
    'link-ended',
  );
  admin = await world.signIn('chiavi');
});

test('unknown and wrong look the same, in words and in time', async () => {
  const { link } = await invited('tempo@alfa.example');
  await choose(link, password);
  const time = async (email: string): Promise<number> => {
    const began = performance.now();
    const told = await enter(email, 'non è questa la password');
    assert.deepEqual([told.status, told.json.code], [401, 'sign-in-failed']);
    return performance.now() - began;
  };
  await time('primo@alfa.example');
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let at = 0; at < 4; at += 1) {
    known.push(await time('tempo@alfa.example'));
    unknown.push(await time(`nessuno${at}@alfa.example`));
  }
  const least = (all: number[]): number => Math.min(...all);
  const ratio = least(known) / least(unknown);
  // Without the same work for nobody it would be a hundred; a busy machine makes it waver.
  assert.ok(ratio > 0.3 && ratio < 3.3, `known ÷ unknown = ${ratio.toFixed(2)}`);
});

test('five wrong ones close the address for a while, known or not, also when all come at once', async () => {
  for (const email of ['tempo@alfa.example', 'mai@alfa.example']) {
    world.later(16 * 60_000);
    const told = await Promise.all(Array.from({ length: 12 }, () => enter(email, 'sbagliata davvero')));
    assert.deepEqual(
      told.map(({ status }) => status).sort(),
      [...Array<number>(5).fill(401), ...Array<number>(7).fill(429)],
      email,
    );
    const closed = await enter(email, password);
    assert.equal(closed.status, 429);
    assert.ok(Number(closed.headers.get('retry-after')) > 0);
  }
  world.later(16 * 60_000);
  assert.equal((await enter('tempo@alfa.example', password)).status, 200);
});

test('a session ends: idle, too long, signed out, all at once, account blocked or past its last day', async () => {
  const alive = async (cookie: string): Promise<boolean> =>
    (await world.ask('GET', '/api/session', { cookie })).status === 200;
  const idle = await world.signIn('segue');
  world.later(29 * 60_000);
  assert.ok(await alive(idle));
  world.later(29 * 60_000);
  assert.ok(await alive(idle));
  world.later(31 * 60_000);
  assert.ok(!(await alive(idle)));
  const long = await world.signIn('segue');
  for (let at = 0; at < 24; at += 1) {
    world.later(24 * 60_000);
    assert.ok(await alive(long), `after ${(at + 1) * 24} minutes`);
  }
  world.later(25 * 60_000);
  assert.ok(!(await alive(long)), 'ten hours');
  const [here, there, everywhere] = [
    await world.signIn('segue'),
    await world.signIn('segue'),
    await world.signIn('segue'),
  ];
  await world.ask('DELETE', '/api/session', { cookie: here });
  assert.deepEqual([await alive(here), await alive(there)], [false, true]);
  await world.ask('DELETE', '/api/session?all=1', { cookie: there });
  assert.deepEqual([await alive(there), await alive(everywhere)], [false, false]);
  admin = await world.signIn('chiavi');
  for (const change of [{ state: 'blocked' }, { until: '2026-03-01' }, { roles: ['educator'] }]) {
    const cookie = await world.signIn('edu');
    const row = (await world.ask('GET', '/api/accounts', { cookie: admin })).json.items.find(
      (one: { id: string }) => one.id === 'edu',
    );
    const { id, rev, ...before } = row;
    const put = (body: object, at: number) =>
      world.ask('PUT', `/api/accounts/${id}`, { cookie: admin, headers: { 'If-Match': `"${at}"` }, body });
    const roles = change.roles ? ['psychologist'] : before.roles;
    const saved = await put({ ...before, ...change, roles }, rev);
    assert.equal(saved.status, 200, saved.text);
    assert.ok(!(await alive(cookie)), JSON.stringify(change));
    await put(before, rev + 1);
  }
});

test('the last administrator cannot shut the door behind himself; an invited person is not active', async () => {
  const rows = (await world.ask('GET', '/api/accounts', { cookie: admin })).json.items as {
    id: string;
    rev: number;
  }[];
  const put = (who: string, more: object) => {
    const { id, rev, ...account } = rows.find((one) => one.id === who) as { id: string; rev: number };
    return world.ask('PUT', `/api/accounts/${id}`, {
      cookie: admin,
      headers: { 'If-Match': `"${rev}"` },
      body: { ...account, ...more },
    });
  };
  for (const more of [{ state: 'blocked' }, { roles: ['dpo'] }, { until: '2026-03-01' }])
    assert.equal((await put('chiavi', more)).json.code, 'last-admin');
  assert.equal((await put('edu', { comuni: ['betacentro'] })).json.code, 'unknown-comune');
  assert.equal((await put('edu', { email: 'chiavi@alfa.example' })).json.code, 'email-taken');
  const { id } = await invited('ines@alfa.example');
  const { rev, ...account } = (await world.ask('GET', '/api/accounts', { cookie: admin })).json.items.find(
    (one: { id: string }) => one.id === id,
  );
  delete account.id;
  const told = await world.ask('PUT', `/api/accounts/${id}`, {
    cookie: admin,
    headers: { 'If-Match': `"${rev}"` },
    body: { ...account, state: 'active' },
  });
  assert.equal(told.json.code, 'wrong-state');
});

test('the cookie: a new one at each sign-in, only its digest is kept, flags by kind of address', async () => {
  const first = await world.signIn('segue');
  const told = await world.ask('POST', '/api/session', { cookie: first, body: { as: 'capo' } });
  assert.notEqual(cookieIn(told), first);
  assert.equal((await world.ask('GET', '/api/session', { cookie: first })).status, 401);
  assert.match(
    told.headers.get('set-cookie') ?? '',
    /^patto=alfa\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  const secret = cookieIn(told).split('.')[1] ?? '';
  const scope = { district: 'alfa', actor: 'system' };
  assert.ok(await world.deps.store.get(scope, 'sessions', digest(secret)));
  const all: string[] = [];
  for await (const line of world.deps.store.export(scope)) all.push(line);
  assert.ok(!all.join('\n').includes(secret));
  const secure = { ...world.deps, config: { ...world.deps.config, url: 'https://patto.example' } };
  assert.equal(cookieText(secure, 'x'), '__Host-patto=x; Path=/; HttpOnly; SameSite=Lax; Secure');
  assert.equal((await world.ask('GET', '/api/session?quiet=1')).status, 204);
});

test('requests that our own page did not make change nothing', async () => {
  const cookie = await world.signIn('segue');
  const body = { measure: 'm1', comune: 'alfacentro', name: 'Prova' };
  const post = async (headers: { [name: string]: string }) => {
    const response = await fetch(`${world.base}/api/cases`, {
      method: 'POST',
      headers: { Cookie: cookie, 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return response.status;
  };
  assert.equal(await post({ 'Sec-Fetch-Site': 'same-origin' }), 201);
  assert.equal(await post({ Origin: world.base }), 201);
  for (const headers of [
    { 'Sec-Fetch-Site': 'same-site', Origin: 'http://sub.comune.test' },
    { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.test' },
    { 'Sec-Fetch-Site': 'cross-site', Origin: 'null' },
    { 'Sec-Fetch-Site': 'none' },
    { 'Sec-Fetch-Site': 'cross-site', Origin: world.base },
    { Origin: 'https://evil.test' },
    { Origin: 'null' },
    { Origin: `${world.base}.evil.test` },
    {},
  ])
    assert.equal(await post(headers as { [name: string]: string }), 403, JSON.stringify(headers));
  assert.equal(await post({ 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'text/plain' }), 415);
});

test('pages of other sites never get credentials, and only /embed answers them', async () => {
  const headers = { Origin: 'https://sito.example', 'Sec-Fetch-Site': 'cross-site' };
  for (const path of ['/api/session', '/api/cases', '/desk', '/public/desk.js', '/healthz'])
    assert.equal(
      (await world.ask('GET', path, { headers })).headers.get('access-control-allow-origin'),
      null,
      path,
    );
  const form = await world.ask('GET', '/embed/alfa/domanda.js', { headers });
  assert.deepEqual(
    [
      form.status,
      form.headers.get('access-control-allow-origin'),
      form.headers.get('access-control-allow-credentials'),
    ],
    [200, '*', null],
  );
  const pinned = await world.ask('GET', '/embed/alfa/domanda@1.check.js', { headers });
  assert.match(pinned.headers.get('cache-control') ?? '', /immutable/);
  for (const path of [
    '/embed/alfa/scheda.js',
    '/embed/alfa/domanda@2.js',
    '/embed/gamma/domanda.js',
    '/embed/alfa/domanda@1.server.js',
  ])
    assert.equal((await world.ask('GET', path, { headers })).status, 404, path);
  const preflight = await world.ask('OPTIONS', '/embed/submissions', {
    headers: { ...headers, 'Access-Control-Request-Method': 'POST' },
  });
  assert.equal(preflight.status, 204);
  assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /Idempotency-Key/);
  assert.equal(
    (await world.ask('OPTIONS', '/api/cases', { headers })).headers.get('access-control-allow-origin'),
    null,
  );
  assert.equal(
    (await world.ask('POST', '/embed/alfa/domanda/token', { headers: { 'Sec-Fetch-Site': 'cross-site' } }))
      .status,
    403,
  );
  assert.equal((await world.ask('POST', '/embed/alfa/scheda/token', { headers })).status, 404);
});

test('a token is renewed while it is used, and ends', async () => {
  const headers = { Origin: 'https://sito.example', 'Sec-Fetch-Site': 'cross-site' };
  const { json } = await world.ask('POST', '/embed/alfa/domanda/token', { headers });
  const bearer = { ...headers, Authorization: `Bearer ${json.token}` };
  const draft = { definition: 'domanda', version: 1, answers: {}, typed: {}, parked: {}, from: {} };
  const made = await world.ask('POST', '/embed/drafts', { headers: bearer, body: { draft } });
  for (let rev = 1; rev < 4; rev += 1) {
    world.later(14 * 60_000);
    const saved = await world.ask('PUT', `/embed/drafts/${made.json.id}`, {
      headers: { ...bearer, 'If-Match': `"${rev}"` },
      body: draft,
    });
    assert.equal(saved.status, 200, `save ${rev}`);
  }
  world.later(16 * 60_000);
  const late = await world.ask('PUT', `/embed/drafts/${made.json.id}`, {
    headers: { ...bearer, 'If-Match': '"4"' },
    body: draft,
  });
  assert.deepEqual([late.status, late.json.code], [401, 'token-ended']);
});

test('sample sign-in: only in the demonstration, only from this machine, with nothing in between', async () => {
  for (const header of ['X-Forwarded-For', 'Forwarded', 'Via', 'X-Real-IP', 'X-Forwarded-Host']) {
    const told = await world.ask('POST', '/api/session', {
      body: { as: 'segue' },
      headers: { [header]: '127.0.0.1' },
    });
    assert.deepEqual([told.status, told.json.code], [403, 'demo-only'], header);
    const people = await world.ask('GET', '/api/session/people', { headers: { [header]: '127.0.0.1' } });
    assert.deepEqual([people.status, people.json.items], [200, []], header);
  }
  const people = await world.ask('GET', '/api/session/people');
  assert.ok(
    people.json.items.some(
      (one: { id: string; district: string }) => one.id === 'fuori' && one.district === 'beta',
    ),
  );
  const real = await createWorld({ demo: false, url: 'http://127.0.0.1', fill: false });
  try {
    const told = await real.ask('POST', '/api/session', {
      body: { as: 'segue' },
      headers: { Origin: 'http://127.0.0.1' },
    });
    assert.deepEqual([told.status, told.json.code], [403, 'demo-only']);
    assert.equal((await real.ask('GET', '/demo')).status, 404);
    const nobody = await real.ask('GET', '/api/session/people');
    assert.deepEqual([nobody.status, nobody.json.items], [200, []]);
  } finally {
    await real.close();
  }
});

test('too many from one place are told to wait', async () => {
  const few = await createWorld({
    fill: false,
    rates: { verify: { limit: 3, seconds: 600 }, resume: { limit: 2, seconds: 900 } },
  });
  try {
    const codes: number[] = [];
    for (let at = 0; at < 5; at += 1) codes.push((await few.ask('GET', '/api/verify/AAAA-AAAA-AAAA')).status);
    assert.deepEqual(codes, [200, 200, 200, 429, 429]);
    const told = await few.ask('GET', '/api/verify/AAAA-AAAA-AAAA', { headers: { 'Accept-Language': 'en' } });
    assert.match(told.json.title, /^Too many requests/);
    assert.ok(Number(told.headers.get('retry-after')) > 500);
  } finally {
    await few.close();
  }
});
