// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { StoreFailure } from '../../../server/storage/failure.ts';
import { createLowdbStore } from '../../../server/storage/lowdb.ts';
import { scope, temporaryFolder } from './folders.ts';
import { powerDisk } from './power-disk.ts';
import { agrees, type Belief, ID, noBelief, script, space } from './script.ts';

interface Cut {
  readonly folder: string;
  readonly before: Belief;
  /** position in the list of beliefs */
  readonly act: number;
}

/** Runs the script; keeps what a power cut would leave after every call to the disk, with what was acknowledged by then. */
async function cuts(root: string, honest: boolean): Promise<{ all: Cut[]; beliefs: Belief[] }> {
  const [folder, mirror] = [join(root, 'store'), join(root, 'mirror')];
  mkdirSync(folder);
  const all: Cut[] = [];
  const belief = noBelief();
  const beliefs: Belief[] = [];
  const copy = (): Belief => ({ ...belief, records: new Map(belief.records), bytes: new Map(belief.bytes) });
  let running = false;
  const told = (): void => {
    if (!running) return;
    const kept = join(root, `cut-${all.length}`);
    cpSync(mirror, kept, { recursive: true });
    all.push({ folder: kept, before: beliefs.at(-1)!, act: beliefs.length });
  };
  const store = await createLowdbStore({
    folder,
    create: true,
    space,
    disk: powerDisk(folder, mirror, told, honest),
  });
  running = true;
  await script(store, belief, () => beliefs.push(copy()));
  running = false;
  beliefs.push(copy());
  assert.deepEqual(belief.refused, []);
  await store.close();
  return { all, beliefs };
}

test('power cut after any call to the disk: what was acknowledged is there, what was not is whole or absent', async (context) => {
  const { all, beliefs } = await cuts(temporaryFolder(context), true);
  assert.ok(all.length > 100);
  for (const [number, { folder, before, act }] of all.entries()) {
    const after = beliefs[act]!;
    const store = await createLowdbStore({ folder, space });
    const found = new Map<string, string | undefined>();
    for (const id of [...ID, 'e']) {
      const kept = await store.get<{ name: string }>(scope, 'settings', id);
      found.set(id, kept?.value.name);
      const fits = [before.records.get(id), after.records.get(id)].includes(kept?.value.name);
      assert.ok(fits, `cut ${number}, act ${act}: ${id} is ${kept?.value.name}`);
    }
    // a commit writes both: never one of each
    const both = [before, after].some((one) =>
      ['a', 'b'].every((id) => found.get(id) === one.records.get(id)),
    );
    assert.ok(both, `cut ${number}, act ${act}: half a commit`);
    for (const [id, text] of before.bytes) {
      assert.equal(Buffer.from((await store.getBytes(scope, id)) ?? []).toString(), text);
    }
    const verdict = await store.verifyAudit(scope.district);
    assert.ok(
      verdict.ok && verdict.entries >= before.audited && verdict.entries <= after.audited,
      `cut ${number}: audit`,
    );
    assert.ok((await store.count(scope, 'n')) > before.counted, `cut ${number}: counter`);
    await store.close();
  }
  const end = await createLowdbStore({ folder: all.at(-1)!.folder, space });
  await end.count(scope, 'n');
  await agrees(end, beliefs.at(-1)!, 'at the end', true);
  await end.close();
  context.diagnostic(`proof ${JSON.stringify({ cuts: all.length, lost: 0 })}`);
});

test('control: a disk that does not sync its files loses records, and the store notices', async (context) => {
  const { all } = await cuts(temporaryFolder(context), false);
  await assert.rejects(createLowdbStore({ folder: all.at(-1)!.folder, space }), StoreFailure);
});
