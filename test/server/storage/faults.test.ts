// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Outcome, Store } from '../../../server/storage/contract.ts';
import { StoreFailure } from '../../../server/storage/failure.ts';
import { createLowdbStore } from '../../../server/storage/lowdb.ts';
import { type Fault, faultyDisk } from './faulty-disk.ts';
import { scope, temporaryFolder } from './folders.ts';

/** What a caller may believe: the content of each record (undefined: none), from the answers alone. */
interface Belief {
  readonly records: Map<string, string | undefined>;
  readonly bytes: Map<string, string>;
  counted: number;
  audited: number;
  refused: string[];
}

const space = { bytes: 0, share: 0, atMost: 0 };
const ID = ['a', 'b', 'c', 'd'] as const;

/** Twenty acts; each is believed only when it was acknowledged. */
async function script(store: Store, belief: Belief): Promise<void> {
  const rev = new Map<string, number>();
  const attempt = async (act: () => Promise<Outcome<unknown>>, believed: () => void): Promise<void> => {
    try {
      const done = await act();
      if (done.ok) believed();
      else belief.refused.push(done.problem.code);
    } catch (error) {
      if (!(error instanceof StoreFailure) && (error as { code?: string }).code === undefined) throw error;
      belief.refused.push(error instanceof StoreFailure ? error.problem.code : 'thrown');
    }
  };
  const put = (id: string, text: string): void => {
    belief.records.set(id, text);
    rev.set(id, (rev.get(id) ?? 0) + 1);
  };
  const create = (id: string, text: string) =>
    attempt(
      () => store.create(scope, 'settings', id, { name: text }, `key ${id}`),
      () => put(id, text),
    );
  const replace = (id: string, text: string) =>
    attempt(
      () => store.replace(scope, 'settings', id, { name: text }, rev.get(id) ?? 1),
      () => put(id, text),
    );
  const both = (text: string) =>
    attempt(
      () =>
        store.commit(
          scope,
          ['a', 'b'].map((id) => ({
            do: rev.has(id) ? ('replace' as const) : ('create' as const),
            collection: 'settings',
            id,
            value: { name: text },
            ...(rev.has(id) ? { rev: rev.get(id)! } : {}),
          })),
        ),
      () => ['a', 'b'].forEach((id) => put(id, text)),
    );
  const count = () =>
    attempt(
      async () => ({
        ok: true as const,
        value: (belief.counted = Math.max(belief.counted, await store.count(scope, 'n'))),
      }),
      () => undefined,
    );
  const audit = () =>
    attempt(
      async () => ({
        ok: true as const,
        value: (await store.audit(scope, { action: 'write', object: 'x' })).seq,
      }),
      () => (belief.audited += 1),
    );
  const bytes = (id: string) =>
    attempt(
      () => store.putBytes(scope, id, Buffer.from(`bytes ${id}`)),
      () => belief.bytes.set(id, `bytes ${id}`),
    );

  for (const id of ID.slice(0, 3)) await create(id, `${id} 1`);
  await audit();
  await replace('a', 'a 2');
  await replace('b', 'b 2');
  await both('both 1');
  await count();
  await bytes('f');
  await audit();
  await attempt(
    () => store.remove(scope, 'settings', 'c', rev.get('c') ?? 1),
    () => belief.records.set('c', undefined),
  );
  await create('d', 'd 1');
  await both('both 2');
  await replace('d', 'd 2');
  await count();
  await audit();
  await bytes('g');
  await replace('a', 'a 3');
  await create('e', 'e 1');
  await audit();
}

async function run(
  folder: string,
  fault: Fault,
): Promise<{ belief: Belief; calls: string[]; writable: boolean }> {
  const belief: Belief = { records: new Map(), bytes: new Map(), counted: 0, audited: 0, refused: [] };
  const armed: Fault = { ...fault, at: 0 };
  const disk = faultyDisk(armed);
  const store = await createLowdbStore({ folder, create: true, disk, space });
  const before = disk.calls.length;
  armed.at = fault.at > 0 ? before + fault.at : 0;
  await script(store, belief);
  const { writable } = await store.health();
  await agrees(store, belief, 'before closing');
  const calls = disk.calls.slice(before);
  await store.close();
  return { belief, calls, writable };
}

async function agrees(store: Store, belief: Belief, when: string, doubtful = false): Promise<void> {
  for (const id of [...ID, 'e']) {
    const found = await store.get<{ name: string }>(scope, 'settings', id);
    // a disk that is gone for good cannot be told to take a change back: it may stay, but whole
    if (doubtful && found?.value.name !== belief.records.get(id)) continue;
    assert.equal(found?.value.name, belief.records.get(id), `${when}: ${id}`);
  }
  for (const id of ['f', 'g']) {
    const found = await store.getBytes(scope, id);
    if (doubtful && !belief.bytes.has(id)) continue;
    assert.equal(found && Buffer.from(found).toString(), belief.bytes.get(id), `${when}: ${id}`);
  }
  const verdict = await store.verifyAudit(scope.district);
  assert.ok(verdict.ok, `${when}: audit`);
  assert.ok(
    doubtful ? verdict.entries >= belief.audited : verdict.entries === belief.audited,
    `${when}: audit entries`,
  );
}

test('a failing call, at every position of twenty acts: no false acknowledgement and no ghost', async (context) => {
  const root = temporaryFolder(context);
  const whole = await run(join(root, 'whole'), { at: 0, code: 'EIO', lasting: false });
  assert.deepEqual(whole.belief.refused, []);
  for (const name of ['open', 'write', 'sync', 'rename', 'sync-folder', 'unlink', 'mkdir', 'datasync']) {
    assert.ok(whole.calls.includes(name), name);
  }
  let runs = 0;
  for (const code of ['ENOSPC', 'EIO'] as const) {
    for (let at = 1; at <= whole.calls.length; at += 1) {
      const call = whole.calls[at - 1]!;
      const folder = join(root, `${code}-${at}`);
      try {
        const { belief, writable } = await run(folder, { at, code, lasting: false });
        // what is acknowledged all the same: the audit's head is a convenience, a decision is carried out already
        const after = whole.calls[at - 2];
        const silent = ['open-head', 'overwrite', 'unlink'].includes(call) || after === 'unlink';
        if (!silent) assert.ok(belief.refused.length > 0, 'the caller was told');
        if (code === 'ENOSPC' && !silent) {
          assert.ok(belief.refused.includes('disk-full'), belief.refused.join());
          assert.ok(writable, 'a full disk heals by itself');
        }
        if (code === 'EIO' && /sync/.test(call))
          assert.ok(!writable, 'after a failed fsync nothing is written');
        const store = await createLowdbStore({ folder, space });
        await agrees(store, belief, 'after reopening');
        assert.ok((await store.count(scope, 'n')) > belief.counted);
        await store.close();
      } catch (error) {
        throw new Error(`${code} at call ${at} (${call}): ${(error as Error).message}`, { cause: error });
      }
      rmSync(folder, { recursive: true });
      runs += 1;
    }
  }
  context.diagnostic(`proof ${JSON.stringify({ positions: whole.calls.length, runs })}`);
});

test('a disk that goes away for good: nothing is acknowledged afterwards, nothing acknowledged is lost', async (context) => {
  const root = temporaryFolder(context);
  const { calls } = await run(join(root, 'whole'), { at: 0, code: 'EIO', lasting: false });
  for (let at = 1; at <= calls.length; at += 7) {
    const folder = join(root, `gone-${at}`);
    const armed: Fault = { at: 0, code: 'EIO', lasting: true };
    const disk = faultyDisk(armed);
    const store = await createLowdbStore({ folder, create: true, disk, space });
    armed.at = disk.calls.length + at;
    const belief: Belief = { records: new Map(), bytes: new Map(), counted: 0, audited: 0, refused: [] };
    await script(store, belief);
    assert.equal((await store.health()).writable, false);
    await store.close();
    const again = await createLowdbStore({ folder, space, thorough: true });
    await agrees(again, belief, `from call ${at}`, true);
    for (const [id, text] of belief.records) {
      if (text !== undefined)
        assert.ok(await again.get(scope, 'settings', id), `from call ${at}: ${id} is lost`);
    }
    await again.close();
  }
});
