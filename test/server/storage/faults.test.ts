// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { createLowdbStore } from '../../../server/storage/lowdb.ts';
import { type Fault, faultyDisk } from './faulty-disk.ts';
import { scope, temporaryFolder } from './folders.ts';
import { full } from './random.ts';
import { agrees, type Belief, noBelief, script, space } from './script.ts';

async function run(
  folder: string,
  fault: Fault,
): Promise<{ belief: Belief; calls: string[]; writable: boolean }> {
  const belief = noBelief();
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
      // by default each position fails in one of the two ways
      if (!full && (at % 2 === 0) === (code === 'EIO')) continue;
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
    const belief = noBelief();
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

test('a commit of very many records is carried out together, and still is all or nothing', async (context) => {
  const root = temporaryFolder(context);
  const ids = Array.from({ length: 80 }, (_, n) => `r${n}`);
  const writes = (n: number) =>
    ids.map((id, place) => ({
      // some are there before, some go, some are new
      do: place < 40 ? ('replace' as const) : ('create' as const),
      collection: 'settings',
      id,
      value: { n },
      ...(place < 40 ? { rev: 1 } : {}),
    }));
  const read = async (store: Awaited<ReturnType<typeof createLowdbStore>>) =>
    Promise.all(ids.map(async (id) => (await store.get<{ n: number }>(scope, 'settings', id))?.value.n));
  const before = ids.map((_, place) => (place < 40 ? 1 : undefined));
  const after = ids.map(() => 2);
  /** How many calls the commit makes; with a position, that one fails. */
  async function once(name: string, at: number, lasting: boolean): Promise<number> {
    const folder = join(root, name);
    const fault: Fault = { at: 0, code: 'EIO', lasting };
    const disk = faultyDisk(fault);
    const store = await createLowdbStore({ folder, create: true, disk, space });
    await Promise.all(ids.slice(0, 40).map((id) => store.create(scope, 'settings', id, { n: 1 })));
    const begun = disk.calls.length;
    if (at > 0) fault.at = begun + at;
    const done = await store.commit(scope, writes(2));
    const calls = disk.calls.length - begun;
    assert.ok(done.ok || at > 0);
    if (!lasting) assert.deepEqual(await read(store), done.ok ? after : before, `${name}: here`);
    await store.close();
    const again = await createLowdbStore({ folder, space, thorough: true });
    const found = await read(again);
    // with the disk gone it is not told whether it was carried out
    assert.ok(
      (lasting ? [before, after] : [done.ok ? after : before]).some((one) => isDeepStrictEqual(one, found)),
      `${name}: reopened`,
    );
    await again.close();
    rmSync(folder, { recursive: true });
    return calls;
  }
  const calls = await once('whole', 0, false);
  // by default four positions, each in one of the two ways
  const step = full ? 1 : Math.ceil(calls / 4);
  for (let at = 20; at < calls; at += step)
    for (const lasting of full ? [false, true] : [(at - 20) % (2 * step) > 0])
      await once(`${at}-${lasting}`, at, lasting);
});
