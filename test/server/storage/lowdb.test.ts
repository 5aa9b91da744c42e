// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SpaceLimit } from '../../../server/storage/guard.ts';
import { StoreFailure } from '../../../server/storage/failure.ts';
import { createLowdbStore } from '../../../server/storage/lowdb.ts';
import { openStore } from '../../../server/storage/open.ts';
import { contractSuite } from './contract.ts';
import { filesBelow, recordFiles, scope, temporaryFolder } from './folders.ts';

contractSuite('lowdb', async (context) => {
  const folder = temporaryFolder(context);
  const subject = {
    store: await createLowdbStore({ folder, create: true }),
    async again() {
      await subject.store.close();
      subject.store = await createLowdbStore({ folder });
      return subject.store;
    },
  };
  return subject;
});

const refusal = (code: string) => (error: unknown) => {
  assert.ok(error instanceof StoreFailure, String(error));
  assert.equal(error.problem.code, code);
  assert.ok(!error.message.includes('{'), `unfilled sentence: ${error.message}`);
  return true;
};

test('a folder that is no store is never taken for a new one', async (context) => {
  const folder = temporaryFolder(context);
  await assert.rejects(createLowdbStore({ folder }), refusal('store-missing'));
  await assert.rejects(createLowdbStore({ folder: join(folder, 'absent') }), refusal('store-missing'));
  assert.deepEqual(filesBelow(folder), []);
  writeFileSync(join(folder, 'fattura.txt'), 'x');
  await assert.rejects(createLowdbStore({ folder, create: true }), refusal('store-foreign'));
  assert.equal(filesBelow(folder).length, 1);
  const made = join(folder, 'new', 'data');
  await (await createLowdbStore({ folder: made, create: true })).close();
  await (await createLowdbStore({ folder: made })).close();
  rmSync(join(made, 'patto-store.json'));
  await assert.rejects(createLowdbStore({ folder: made }), refusal('store-missing'));
});

test('a store written by a newer program is refused', async (context) => {
  const folder = temporaryFolder(context);
  await (await createLowdbStore({ folder, create: true })).close();
  const marker = join(folder, 'patto-store.json');
  const content = readFileSync(marker, 'utf8');
  writeFileSync(marker, content.replace('"format": 1', '"format": 2'));
  await assert.rejects(createLowdbStore({ folder }), refusal('store-newer'));
  writeFileSync(marker, 'null');
  await assert.rejects(createLowdbStore({ folder }), refusal('store-damaged'));
  writeFileSync(marker, content);
  mkdirSync(join(folder, 'districts', 'valprova', 'astronavi'), { recursive: true });
  await assert.rejects(createLowdbStore({ folder }), refusal('store-newer'));
});

test('two processes cannot hold one store; the lock of a dead one is taken over', async (context) => {
  const folder = temporaryFolder(context);
  const open = async (): Promise<void> => (await createLowdbStore({ folder, create: true })).close();
  const store = await createLowdbStore({ folder, create: true });
  await assert.rejects(open(), refusal('store-locked'));
  const module = new URL('../../../server/storage/lowdb.js', import.meta.url).href;
  const script = `const { createLowdbStore } = await import('${module}');
    try { await createLowdbStore({ folder: ${JSON.stringify(folder)} }); console.log('open'); process.exit(9) }
    catch (error) { console.log(error.problem.code) }`;
  const run = (): string =>
    spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout.trim();
  assert.equal(run(), 'store-locked');
  await store.close();
  // opened, and ended without giving the store back
  assert.equal(run(), 'open');
  await open();
  const lock = join(folder, 'lock');
  const other = { pid: process.pid, started: '1', boot: 'another', host: 'another' };
  writeFileSync(lock, JSON.stringify(other));
  await assert.rejects(open(), refusal('store-locked'));
  writeFileSync(lock, '');
  await open();
  // the same number, given by the system to another process since
  const holder = await createLowdbStore({ folder });
  const stale = JSON.stringify({ ...JSON.parse(readFileSync(lock, 'utf8')), started: '1' });
  await holder.close();
  writeFileSync(lock, stale);
  await open();
});

test('a full disk: nothing is touched, reading and the audit go on, space heals', async (context) => {
  const folder = temporaryFolder(context);
  const space: { -readonly [Key in keyof SpaceLimit]: number } = { bytes: 0, share: 0, atMost: 0 };
  const store = await createLowdbStore({ folder, create: true, space });
  await store.create(scope, 'settings', 'a', { name: 'uno' });
  await store.audit(scope, { action: 'read', object: 'x' });
  await new Promise((resolve) => setTimeout(resolve, 550));
  space.bytes = Number.MAX_SAFE_INTEGER;
  const before = filesBelow(folder);
  const refused = await store.create(scope, 'settings', 'b', { name: 'due' });
  assert.equal(refused.ok ? 'ok' : refused.problem.code, 'disk-full');
  assert.deepEqual(filesBelow(folder), before);
  await assert.rejects(store.count(scope, 'n'), refusal('disk-full'));
  assert.equal((await store.get(scope, 'settings', 'a'))?.rev, 1);
  assert.equal((await store.audit(scope, { action: 'read', object: 'y' })).seq, 2);
  assert.deepEqual(await store.health(), { ok: false, writable: false, records: 1, detail: 'disk-full' });
  space.bytes = 0;
  await new Promise((resolve) => setTimeout(resolve, 550));
  assert.equal((await store.create(scope, 'settings', 'b', { name: 'due' })).ok, true);
  await store.close();
});

test('the index is only a convenience: lost, torn or wrong, the records decide', async (context) => {
  const folder = temporaryFolder(context);
  let store = await createLowdbStore({ folder, create: true });
  for (let at = 0; at < 40; at += 1) await store.create(scope, 'settings', `s${at}`, { name: `${at}` });
  const expected = await store.list(scope, 'settings', { limit: 200 });
  const log = join(folder, 'index.log');
  const harms: readonly (readonly [string, () => void, number])[] = [
    ['whole', () => undefined, 0],
    ['lost', () => rmSync(log), 40],
    ['torn', () => writeFileSync(log, readFileSync(log).subarray(0, -50)), 1],
    ['wrong', () => writeFileSync(log, readFileSync(log, 'utf8').replaceAll('"name":"1', '"name":"9')), 11],
    ['of other rules', () => writeFileSync(log, readFileSync(log, 'utf8').replace(/^./, 'x')), 40],
    ['with a rest', () => appendFileSync(log, 'deadbeef["valprova","settings","ghost"'), 0],
  ];
  for (const [title, harm, read] of harms) {
    await store.close();
    harm();
    store = await createLowdbStore({ folder });
    assert.equal(store.opening.read, read, title);
    assert.deepEqual(await store.list(scope, 'settings', { limit: 200 }), expected, title);
  }
  await store.close();
});

test('files on their way are removed, a record moved by hand to a wrong place is reported', async (context) => {
  const folder = temporaryFolder(context);
  let store = await createLowdbStore({ folder, create: true });
  await store.create(scope, 'settings', 'a', { name: 'uno' });
  await store.close();
  const path = recordFiles(folder)[0]!;
  writeFileSync(join(path, '..', '.tmp-left'), 'x');
  store = await createLowdbStore({ folder });
  assert.equal(store.opening.temporary, 1);
  await store.close();
  writeFileSync(path.replace('a.json', 'b.json'), readFileSync(path));
  await assert.rejects(createLowdbStore({ folder }), refusal('store-damaged'));
});

test('one value of the configuration names the engine; PostgreSQL is refused with a sentence', async () => {
  await assert.rejects(
    openStore({ folder: '/nowhere', databaseUrl: 'postgres://x' }),
    refusal('no-postgresql'),
  );
  await assert.rejects(openStore({ folder: '/nowhere', engine: 'constructor' }), refusal('unknown-engine'));
  const store = await openStore({ folder: '/nowhere', engine: 'memory' });
  assert.equal((await store.health()).ok, true);
});
