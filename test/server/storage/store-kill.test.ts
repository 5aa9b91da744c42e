// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createLowdbStore, type LowdbStore } from '../../../server/storage/lowdb.ts';
import { scope, temporaryFolder } from './folders.ts';
import type { Act } from './kill-writer.ts';
import { full, randomOf, seed } from './random.ts';

const writer = fileURLToPath(new URL('./kill-writer.js', import.meta.url));

/** Starts the writers, kills them after a while, and answers what they had been told is safe. */
function killed(folder: string, number: number, milliseconds: number): Promise<Act[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, folder, String(number)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += String(chunk)));
    child.stdout.on('data', (chunk) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
      said += String(chunk);
    });
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the writer ended by itself: ${errors}`));
      const lines = said.split('\n').slice(1, -1);
      resolve(lines.map((line) => JSON.parse(line) as Act));
    });
  });
}

interface Told {
  readonly kept: Map<string, { rev: number; n: number }>;
  readonly going: Set<string>;
  readonly gone: Set<string>;
  readonly pairs: Map<string, { ids: readonly [string, string]; n: number }>;
  readonly bytes: Map<string, number>;
  readonly counted: Set<number>;
  audited: number;
}

function remember(told: Told, acts: readonly Act[]): void {
  for (const one of acts) {
    if (one.act === 'kept') told.kept.set(one.id, one);
    else if (one.act === 'going') told.going.add(one.id);
    else if (one.act === 'gone') {
      told.kept.delete(one.id);
      told.gone.add(one.id);
    } else if (one.act === 'pair') told.pairs.set(one.ids[0], one);
    else if (one.act === 'bytes') told.bytes.set(one.id, one.n);
    else if (one.act === 'audited') told.audited = Math.max(told.audited, one.n);
    else {
      assert.ok(!told.counted.has(one.n), `number ${one.n} was given twice`);
      told.counted.add(one.n);
    }
  }
}

/** What was acknowledged and is not there, or is there older than it was. */
async function missing(store: LowdbStore, told: Told): Promise<string[]> {
  const faults: string[] = [];
  const nOf = async (collection: string, id: string): Promise<{ rev: number; n: number } | undefined> => {
    const found = await store.get<{ n: number }>(scope, collection, id);
    return found && { rev: found.rev, n: found.value.n };
  };
  for (const [id, { rev, n }] of told.kept) {
    const found = await nOf('settings', id);
    if (!found) {
      if (!told.going.has(id)) faults.push(`lost: ${id}`);
    } else if (found.rev < rev || (found.rev === rev && found.n !== n)) faults.push(`stale: ${id}`);
  }
  for (const id of told.gone) if (await nOf('settings', id)) faults.push(`back again: ${id}`);
  for (const { ids, n } of told.pairs.values()) {
    const [one, two] = [await nOf('registers', ids[0]), await nOf('registers', ids[1])];
    if (!one || !two || one.n < n) faults.push(`lost: ${ids[0]}`);
    else if (one.n !== two.n || one.rev !== two.rev) faults.push(`half a commit: ${ids[0]}`);
  }
  for (const [id, n] of told.bytes) {
    const found = await store.getBytes(scope, id);
    if (!found || found.some((byte) => byte !== n % 251)) faults.push(`lost: ${id}`);
  }
  return faults;
}

test('killed writers: everything acknowledged is there, nothing is damaged', async (context) => {
  const folder = temporaryFolder(context);
  const random = randomOf(seed);
  const kills = full ? 30 : 5;
  const told: Told = {
    kept: new Map(),
    going: new Set(),
    gone: new Set(),
    pairs: new Map(),
    bytes: new Map(),
    counted: new Set(),
    audited: 0,
  };
  const figures = { seed, kills: 0, acknowledged: 0, lost: 0, damaged: 0, temporary: 0, commits: 0 };
  for (let kill = 0; kill < kills; kill += 1) {
    const acts = await killed(folder, seed + kill, 30 + random.below(400));
    remember(told, acts);
    const store = await createLowdbStore({ folder, thorough: true, quarantine: true });
    const { damaged, temporary, commits } = store.opening;
    const faults = await missing(store, told);
    figures.kills += 1;
    figures.acknowledged += acts.filter(({ act }) => act !== 'going').length;
    figures.lost += faults.length;
    figures.damaged += damaged.length;
    figures.temporary += temporary;
    figures.commits += commits;
    assert.deepEqual(faults, []);
    assert.deepEqual(damaged, []);
    const verdict = await store.verifyAudit('valprova');
    assert.ok(verdict.ok && verdict.entries >= told.audited, 'audit');
    assert.ok((await store.count(scope, 'pratiche/2026')) > Math.max(0, ...told.counted), 'counter');
    await store.close();
  }
  context.diagnostic(`proof ${JSON.stringify(figures)}`);
  assert.ok(figures.acknowledged > kills * 10, 'the writers wrote');
});
