// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import type { CollectionFacts } from '../../../server/storage/contract.ts';
import { StoreFailure } from '../../../server/storage/failure.ts';
import { createLowdbStore } from '../../../server/storage/lowdb.ts';
import { recordFiles, scope, temporaryFolder } from './folders.ts';

const first: CollectionFacts = {
  name: 'settings',
  format: 1,
  index: (value: { name: string }) => ({ name: value.name }),
};
const third: CollectionFacts = {
  name: 'settings',
  format: 3,
  index: (value: { title: string }) => ({ title: value.title }),
  migrations: [
    (value) => ({ title: (value as { name: string }).name }),
    (value) => ({ ...(value as object), colour: 'blu' }),
  ],
};

test('older records are brought up to date when the store opens, after a copy of their files', async (context) => {
  const folder = temporaryFolder(context);
  const old = await createLowdbStore({ folder, create: true, collections: [first] });
  await old.create(scope, 'settings', 'a', { name: 'uno' }, 'chiave');
  await old.create(scope, 'settings', 'b', { name: 'due' });
  await old.replace(scope, 'settings', 'a', { name: 'tre' }, 1);
  const kept = await old.get(scope, 'settings', 'a');
  await old.close();
  const before = recordFiles(folder).map((path) => [relative(folder, path), readFileSync(path, 'utf8')]);

  const store = await createLowdbStore({ folder, collections: [third] });
  assert.deepEqual(store.opening.migrated, { copy: join(folder, 'before-migration-1'), count: 2 });
  for (const [path, content] of before) {
    assert.equal(readFileSync(join(folder, 'before-migration-1', path!), 'utf8'), content);
  }
  assert.deepEqual(await store.get(scope, 'settings', 'a'), {
    ...kept,
    value: { title: 'tre', colour: 'blu' },
  });
  assert.deepEqual(
    (await store.list(scope, 'settings')).items.map(({ id, fields }) => [id, fields]),
    [
      ['b', { title: 'due' }],
      ['a', { title: 'tre' }],
    ],
  );
  const again = await store.create(scope, 'settings', 'c', { name: 'uno' }, 'chiave');
  assert.ok(again.ok && again.again, 'keys outlive a migration');
  assert.equal((await store.replace(scope, 'settings', 'b', { title: 'nuovo' }, 1)).ok, true);
  await store.close();

  const next = await createLowdbStore({ folder, collections: [third] });
  assert.equal(next.opening.migrated, undefined);
  assert.ok(!existsSync(join(folder, 'before-migration-2')));
  await next.close();
  await assert.rejects(createLowdbStore({ folder, collections: [first] }), (error) => {
    assert.ok(error instanceof StoreFailure && error.problem.code === 'store-newer');
    return true;
  });
});
