// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { StoreFailure } from '../../../server/storage/failure.ts';
import { createLowdbStore } from '../../../server/storage/lowdb.ts';
import { filesBelow, recordFiles, scope, temporaryFolder } from './folders.ts';
import { full, randomOf, seed } from './random.ts';

const RECORDS = 20;

async function filled(folder: string): Promise<void> {
  const store = await createLowdbStore({ folder, create: true });
  for (let at = 0; at < RECORDS; at += 1)
    await store.create(scope, 'settings', `s${at}`, { name: `nome ${at}` });
  await store.close();
}

test('random damages: all are found, the store refuses, in quarantine the others are served', async (context) => {
  const root = temporaryFolder(context);
  const whole = join(root, 'whole');
  await filled(whole);
  const random = randomOf(seed);
  const runs = full ? 200 : 40;
  const harms: { readonly [kind: string]: (bytes: Buffer) => Buffer } = {
    'one bit': (bytes) => {
      const at = random.below(bytes.length);
      bytes[at] = bytes[at]! ^ (1 << random.below(8));
      return bytes;
    },
    'cut short': (bytes) => bytes.subarray(0, random.below(bytes.length)),
    empty: () => Buffer.alloc(0),
    null: () => Buffer.from('null'),
    zeros: (bytes) => Buffer.alloc(bytes.length),
    'one byte more': (bytes) => Buffer.concat([bytes, Buffer.from(' ')]),
  };
  for (let at = 0; at < runs; at += 1) {
    const folder = join(root, 'harmed');
    cpSync(whole, folder, { recursive: true });
    const path = random.pick(recordFiles(folder));
    const kind = random.pick(Object.keys(harms));
    writeFileSync(path, harms[kind]!(readFileSync(path)));
    const before = filesBelow(folder).filter((file) => !file.includes('index.log'));
    await assert.rejects(createLowdbStore({ folder }), (error) => {
      assert.ok(error instanceof StoreFailure, kind);
      assert.deepEqual(error.problem.params, { count: 1, first: relative(folder, path) });
      return true;
    });
    assert.deepEqual(
      filesBelow(folder).filter((file) => !file.includes('index.log')),
      before,
      'refusing changes nothing',
    );
    const store = await createLowdbStore({ folder, quarantine: true });
    assert.deepEqual(store.opening.damaged, [relative(folder, path)], kind);
    assert.equal((await store.list(scope, 'settings')).total, RECORDS - 1);
    assert.equal((await store.health()).detail, 'quarantine: 1');
    for (const { id, fields } of (await store.list(scope, 'settings')).items) {
      assert.deepEqual((await store.get(scope, 'settings', id))?.value, fields);
    }
    await store.close();
    assert.ok(filesBelow(join(folder, 'quarantine'))[0]?.endsWith(relative(folder, path)), 'kept aside');
    rmSync(folder, { recursive: true });
  }
});

test('damage that hides behind size and date is found when it is read, or by a thorough start', async (context) => {
  const folder = temporaryFolder(context);
  await filled(folder);
  const path = recordFiles(folder)[0]!;
  const store = await createLowdbStore({ folder });
  const bytes = readFileSync(path);
  bytes[bytes.length - 3] = bytes[bytes.length - 3]! ^ 1;
  writeFileSync(path, bytes);
  utimesSync(path, 1, 1);
  const id = /([^/]+)\.json$/.exec(path)![1]!;
  await assert.rejects(store.get(scope, 'settings', id), (error) => {
    assert.equal((error as StoreFailure).problem.code, 'damaged');
    return true;
  });
  const refused = await store.replace(scope, 'settings', id, { name: 'x' }, 1);
  assert.equal(refused.ok ? 'ok' : refused.problem.code, 'damaged');
  await store.close();
  await assert.rejects(createLowdbStore({ folder, thorough: true }), StoreFailure);
});

test('a record whose file disappears under a running store is damaged, not absent', async (context) => {
  const folder = temporaryFolder(context);
  await filled(folder);
  const store = await createLowdbStore({ folder });
  rmSync(recordFiles(folder).find((path) => path.endsWith('/s7.json'))!);
  await assert.rejects(store.get(scope, 'settings', 's7'), StoreFailure);
  await store.close();
});
