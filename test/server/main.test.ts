// SPDX-License-Identifier: AGPL-3.0-or-later
// The process: what it says when it cannot start, how it ends, and the commands that prepare a folder for it.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readConfig } from '../../server/config.ts';
import { openStore } from '../../server/storage/open.ts';
import { main as patto } from '../../server/cli/main.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patto-start-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const clean = { PATTO_URL: '', PATTO_TODAY: '', PATTO_PROXIES: '', PATTO_DATABASE_URL: '', PORT: '0' };
const run = (env: { [name: string]: string }) =>
  spawnSync(process.execPath, ['dist/server/main.js'], {
    env: { ...process.env, ...clean, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });

/** Starts the server; resolves with its address when it is ready. */
function start(env: { [name: string]: string }) {
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { ...process.env, ...clean, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ready = new Promise<string>((done, fail) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const port = /"event":"ready".*?"port":(\d+)/.exec(said)?.[1];
      if (port) done(`http://127.0.0.1:${port}`);
    });
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('exit', (code) => fail(new Error(`ended with ${code}: ${said}`)));
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  return { child, ready, ended, said: () => said };
}

test('the environment: what is wrong is said by name', () => {
  const code = (env: { [name: string]: string }) => {
    const read = readConfig(env, '/');
    return read.ok ? undefined : read.problem.code;
  };
  assert.equal(code({ PATTO_DATABASE_URL: 'postgres://x' }), 'config-database');
  for (const url of ['patto', 'ftp://x', 'https://x/percorso', 'https://x?a'])
    assert.equal(code({ PATTO_URL: url }), 'config-url', url);
  assert.equal(code({ PORT: '70000' }), 'config-port');
  assert.equal(code({ PATTO_PROXIES: '-1' }), 'config-proxies');
  assert.equal(code({ PATTO_TODAY: '2026-02-30' }), 'config-today');
  assert.equal(code({ PATTO_TODAY: '2026-03-02', PATTO_URL: 'https://x' }), 'config-today-production');
  assert.equal(code({ PATTO_TODAY: '', PATTO_URL: '' }), undefined);
  const demo = readConfig({}, '/here');
  assert.deepEqual(demo.ok && [demo.value.host, demo.value.port, demo.value.data, demo.value.today], [
    '127.0.0.1',
    3000,
    '/here/data',
    '2026-03-02',
  ]);
});

test('what cannot start says why in one sentence per language, and ends with 1', async () => {
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
  const port = String((taken.address() as AddressInfo).port);
  // A folder where a file is: refused by the system, whoever runs this.
  await writeFile(join(folder, 'file'), '');
  const halfKey = join(folder, 'chiave');
  await (await openStore({ folder: halfKey, create: true })).close();
  await mkdir(join(halfKey, 'keys'));
  await writeFile(join(halfKey, 'keys', 'server.key'), 'mezza');
  const noComuni = join(folder, 'monco');
  await (await openStore({ folder: noComuni, create: true })).close();
  await mkdir(join(noComuni, 'schemas', 'districts', 'monco'), { recursive: true });
  await writeFile(join(noComuni, 'schemas', 'districts', 'monco', 'district.json'), '{ "id": "monco" }');
  const cases = [
    [{ PATTO_DATA: join(folder, 'file', 'dentro') }, /file.*ENOTDIR/],
    [{ PATTO_DATA: halfKey }, /server\.key è danneggiata/],
    [{ PATTO_DATA: noComuni, PATTO_URL: 'https://patto.example' }, /district\.json non si può leggere/],
    [
      { PATTO_DATA: join(folder, 'x'), PATTO_URL: 'https://x.example', PATTO_HOST: '192.0.2.1' },
      /PATTO_HOST/,
    ],
    [{ PATTO_DATA: join(folder, 'nulla'), PATTO_URL: 'https://patto.example' }, /npx patto init/],
    [{ PATTO_DATA: join(folder, 'x'), PORT: port }, /già occupata/],
    [{ PATTO_DATA: join(folder, 'x'), PATTO_URL: 'niente' }, /PATTO_URL/],
  ] as const;
  for (const [env, words] of cases) {
    const told = run(env as unknown as { [name: string]: string });
    assert.equal(told.status, 1);
    assert.match(told.stdout + told.stderr, words);
    assert.ok(!/\n\s+at /.test(told.stderr), told.stderr);
  }
  taken.close();
});

test('SIGTERM: what is under way ends, nothing new begins, the exit is clean; a broken file of the district is named', async () => {
  const data = join(folder, 'demo');
  const first = start({ PATTO_DATA: data });
  const base = await first.ready;
  const told = await Promise.all(
    [
      '/',
      '/builder',
      '/desk',
      '/accounts',
      '/verify',
      '/fields',
      '/demo',
      '/healthz',
      '/openapi.json',
      '/embed/valprova/adi-domanda.js',
    ].map(async (path) => [path, (await fetch(base + path)).status] as const),
  );
  assert.deepEqual(
    told.filter(([, status]) => status !== 200),
    [],
  );
  const under = Array.from({ length: 10 }, (_, at) =>
    fetch(`${base}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
      body: JSON.stringify({ email: `nessuno${at}@valprova.example`, password: 'non importa quale' }),
    }).then(({ status }) => status),
  );
  // Two at a time: when the first one has its answer, the others are still being worked on.
  await Promise.race(under);
  const began = performance.now();
  first.child.kill('SIGTERM');
  assert.deepEqual(await Promise.all(under), Array(10).fill(401));
  assert.equal(await first.ended, 0);
  assert.ok(performance.now() - began < 10_000);
  await assert.rejects(fetch(`${base}/healthz`));
  assert.ok(!/nessuno\d@|Vellonieri/.test(first.said()), 'no personal datum in the log');
  await mkdir(join(data, 'schemas', 'districts', 'valprova', 'definitions'), { recursive: true });
  await writeFile(
    join(data, 'schemas', 'districts', 'valprova', 'definitions', 'rotto.json'),
    '{\n  "kind": "form",\n  "id" }',
  );
  const second = start({ PATTO_DATA: data });
  await second.ready;
  assert.match(second.said(), /rotto\.json.*riga 3/);
  second.child.kill('SIGTERM');
  assert.equal(await second.ended, 0);
});

test('patto init, the first administrator, patto user', async () => {
  const data = join(folder, 'vero');
  const lines: string[] = [];
  const cli = (...args: string[]) =>
    patto(args, {
      out: (line) => void lines.push(line),
      err: (line) => void lines.push(line),
      folder,
      env: { PATTO_URL: 'https://patto.example', PATTO_LANG: 'it' },
    });
  assert.equal(await cli('init', '--data', data), 2);
  const init = [
    'init',
    '--data',
    data,
    '--district',
    'valvera',
    '--district-name',
    'Ambito Valvera',
    '--comune',
    'Vera',
    '--name',
    'Ada Prima',
    '--email',
    'ada@vera.example',
  ];
  // /embed/drafts is an address of ours: no district may be called so
  assert.equal(await cli(...init.map((word) => (word === 'valvera' ? 'drafts' : word))), 2);
  assert.equal(await cli(...init), 0, lines.join('\n'));
  const link = lines.at(-1) ?? '';
  assert.match(link, /^https:\/\/patto\.example\/invite#valvera\.[\w-]{43}$/);
  assert.equal(await cli(...init), 1);
  assert.match(lines.at(-1) ?? '', /già preparata/);
  assert.ok((await readdir(join(data, 'schemas', 'districts'))).includes('valvera'));
  const server = start({ PATTO_DATA: data, PATTO_URL: 'https://patto.example' });
  const base = await server.ready;
  assert.equal(await cli('user', 'block', 'ada@vera.example', '--data', data), 1);
  assert.match(lines.at(-1) ?? '', /server acceso/);
  const post = (path: string, body: object) =>
    fetch(base + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
      body: JSON.stringify(body),
    });
  const password = 'quattro mele nel cesto';
  assert.equal((await post('/api/session/link', { token: link.split('#')[1], password })).status, 204);
  const inside = await post('/api/session', { email: 'ada@vera.example', password });
  assert.equal(inside.status, 200);
  assert.match(inside.headers.get('set-cookie') ?? '', /^__Host-patto=.*; Secure$/);
  assert.match(inside.headers.get('strict-transport-security') ?? '', /max-age/);
  assert.equal((await post('/api/session', { as: 'morvani' })).status, 403);
  server.child.kill('SIGTERM');
  assert.equal(await server.ended, 0);
  assert.equal(
    await cli(
      'user',
      'create',
      '--data',
      data,
      '--email',
      'ugo@vera.example',
      '--name',
      'Ugo',
      '--roles',
      'case-manager',
    ),
    0,
  );
  assert.match(lines.at(-1) ?? '', /#valvera\./);
  assert.equal(await cli('user', 'block', 'ada@vera.example', '--data', data), 1);
  assert.match(lines.at(-1) ?? '', /ultimo amministratore/);
  assert.equal(await cli('user', 'block', 'ugo@vera.example', '--data', data), 0);
});
