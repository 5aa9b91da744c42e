// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { inspect, readJson } from '../../server/guard.ts';
import { createWorld, type World } from './world.ts';

let world: World;
let cookie: string;
before(async () => {
  world = await createWorld({ fill: true });
  cookie = await world.signIn('moduli');
});
after(() => world.close());

const json = 'application/json';
/** one text of many megabytes, as a file in a body is */
const long = `{"file":"${'A\\\\'.repeat(7_000_000)}"}`;
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

/** what is sent, with which type, and the code that must come back */
const table: readonly (readonly [string, string, string | Uint8Array, string])[] = [
  ['no type', '', '{}', 'unsupported-type'],
  ['plain text', 'text/plain', '{}', 'unsupported-type'],
  ['form', 'application/x-www-form-urlencoded', 'a=1', 'unsupported-type'],
  ['utf-16', `${json}; charset=utf-16`, '{}', 'unsupported-type'],
  ['utf-7', `${json}; charset=utf-7`, '{}', 'unsupported-type'],
  ['invalid UTF-8', json, bytes(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d), 'not-utf8'],
  ['overlong UTF-8', json, bytes(0x22, 0xc0, 0x80, 0x22), 'not-utf8'],
  ['empty', json, '', 'not-json'],
  ['half', json, '{"a":', 'not-json'],
  ['two values', json, '{} {}', 'not-json'],
  ['NaN', json, '{"a":NaN}', 'not-json'],
  ['deep list', json, nested(33), 'too-deep'],
  ['very deep list', json, nested(20_000), 'too-deep'],
  ['same key twice', json, '{"a":1,"a":2}', 'duplicate-key'],
  ['same key, once escaped', json, '{"a":1,"\\u0061":2}', 'duplicate-key'],
  ['__proto__', json, '{"__proto__":{"x":1}}', 'forbidden-key'],
  ['__proto__ escaped', json, '{"\\u005f_proto__":1}', 'forbidden-key'],
  ['NUL', json, '{"a":"\\u0000"}', 'bad-text'],
  ['lone surrogate', json, '{"a":"\\ud800"}', 'bad-text'],
  ['lone surrogate as key', json, '{"\\udc00":1}', 'bad-text'],
  ['infinite', json, '{"a":1e999}', 'unsafe-number'],
  ['beyond 2^53', json, '{"a":9007199254740993}', 'unsafe-number'],
  ['a list', json, '[]', 'bad-request'],
  ['null', json, 'null', 'bad-request'],
  ['unknown member', json, '{"as":"segue","admin":true}', 'bad-request'],
  ['too large for this route', json, `{"as":"${'x'.repeat(70_000)}"}`, 'too-large'],
  ['5 MB', json, `{"as":"${'x'.repeat(5_000_000)}"}`, 'too-large'],
];

test('every kind of bad body gets its sentence in both languages, and nothing else happens', async () => {
  for (const [about, type, raw, code] of table) {
    for (const language of ['it', 'en']) {
      const told = await world.ask('POST', '/api/session', {
        raw,
        headers: {
          'Accept-Language': language,
          ...(type ? { 'Content-Type': type } : { 'Content-Type': 'x' }),
        },
      });
      assert.equal(told.json?.code, code, `${about}: ${told.status} ${told.text.slice(0, 200)}`);
      assert.ok(told.status >= 400 && told.status < 500, about);
      assert.match(told.headers.get('content-type') ?? '', /^application\/problem\+json/);
      assert.equal(told.headers.get('content-language'), language);
      assert.ok(told.json.title.length > 15 && !told.json.title.includes('{'), told.json.title);
      assert.ok(!/at .*\.(js|ts):\d/.test(told.text), about);
    }
  }
});

test('compressed bodies are refused before they are unpacked', async () => {
  const told = await world.ask('POST', '/api/session', {
    raw: gzipSync(Buffer.alloc(1_000_000)),
    headers: { 'Content-Type': json, 'Content-Encoding': 'gzip' },
  });
  assert.equal(told.status, 415);
});

test('what is good passes: a byte order mark, escapes, long numbers that are exact', () => {
  for (const text of [
    '\ufeff{"a":"è"}',
    '{"a":"\\ud83d\\ude00","b":[0,-1.5e-3,9007199254740991]}',
    '{"a":{"b":1},"c":{"b":1}}',
    '"{[,:"',
  ])
    assert.equal(readJson(Buffer.from(text)).ok, true, text);
  assert.equal(inspect(nested(32)), undefined);
  assert.equal(inspect('{"a":"__proto__"}'), undefined);
});

test('a definition has its own limits: larger and deeper, no more', async () => {
  const put = (raw: string) =>
    world.ask('PUT', '/api/definitions/accordo', {
      cookie,
      raw,
      headers: { 'Content-Type': json, 'If-Match': '"2"' },
    });
  assert.equal((await put(nested(60))).json.code, 'bad-request');
  assert.equal((await put(nested(66))).json.code, 'too-deep');
  assert.equal((await put(JSON.stringify('x'.repeat(200_000)))).json.code, 'bad-request');
  assert.equal((await put(JSON.stringify('x'.repeat(330_000)))).json.code, 'too-large');
});

test('a body that never ends on time does not hold the server', async () => {
  const told = await new Promise<string>((done) => {
    const socket = connect(Number(new URL(world.base).port), '127.0.0.1', () =>
      socket.write(
        'POST /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\nSec-Fetch-Site: same-origin\r\n\r\n{"as"',
      ),
    );
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('close', () => done(text));
    setTimeout(() => socket.destroy(), 300);
  });
  assert.equal(told, '');
  assert.equal((await world.ask('GET', '/api/session')).status, 401);
  // Who goes away in the middle is nothing that the server did not expect.
  assert.deepEqual(
    world.lines.filter(({ event }) => event === 'unexpected'),
    [],
  );
});

test('odd paths and hosts', async () => {
  for (const path of [
    '/api/cases/%00',
    '/api/cases/..%2f..%2fetc',
    '/public/..%2fpackage.json',
    '/public/%2e%2e/package.json',
    '/api/cases/%E0%A4%A',
    '/embed/runtime/..%2f..%2fpackage.json',
    '/niente',
  ])
    assert.equal((await world.ask('GET', path, { cookie: await world.signIn('segue') })).status, 404, path);
  assert.equal((await world.ask('PATCH', '/api/cases')).status, 405);
  const status = await new Promise<number>((done, fail) => {
    request(world.base, { path: '/', headers: { Host: 'evil.example' } }, (response) =>
      done(response.resume().statusCode ?? 0),
    )
      .on('error', fail)
      .end();
  });
  assert.equal(status, 421);
});

test('a text of many megabytes is looked at without running out of anything', () => {
  assert.equal(readJson(Buffer.from(long)).ok, true);
  assert.equal(inspect(`${long.slice(0, -2)}\\u0000"}`)?.code, 'bad-text');
});
