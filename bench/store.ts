// SPDX-License-Identifier: AGPL-3.0-or-later
// What a write costs with few and with many records stored, both stores alternating in one run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scope, Store } from '../server/storage/contract.ts';
import { createLowdbStore } from '../server/storage/lowdb.ts';

export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** what must hold, where something must */
  readonly must?: string;
}

const FEW = 100;
const MANY = 20_000;
const ROUNDS = 1_000;
/** about 5 KB of JSON, the size of an ordinary submission */
const BYTES = 5_000;

const scope: Scope = { district: 'valprova', actor: 'bench' };
const space = { bytes: 0, share: 0, atMost: 0 };
const body = (n: number) => ({ name: `record ${n}`, n, text: 'x'.repeat(BYTES) });

async function fill(folder: string, count: number): Promise<Store> {
  const store = await createLowdbStore({ folder, create: true, space });
  for (let at = 0; at < count; at += 16) {
    await Promise.all(
      Array.from({ length: Math.min(16, count - at) }, (_, more) =>
        store.create(scope, 'settings', `s${at + more}`, body(at + more)),
      ),
    );
  }
  return store;
}

/** Replaces one record and creates one, alternately; milliseconds of each go to `times`. */
async function write(store: Store, stored: number, round: number, times: number[]): Promise<void> {
  const id = `s${(round * 7919) % stored}`;
  const rev = (await store.get(scope, 'settings', id))!.rev;
  const began = performance.now();
  const done =
    round % 2 === 0
      ? await store.replace(scope, 'settings', id, body(round), rev)
      : await store.create(scope, 'settings', `n${round}`, body(round), `key ${round}`);
  times.push(performance.now() - began);
  if (!done.ok) throw new Error(done.problem.code);
  // as many stored at the end as at the beginning
  if (round % 2 === 1) await store.remove(scope, 'settings', `n${round}`, 1);
}

/** Ten lines about one object among so many: the first question, which makes the index, and the median of later ones. */
async function auditRead(
  store: Store,
  lines: number,
): Promise<{ readonly first: number; readonly p50: number }> {
  for (let at = 0; at < lines; at += 500)
    await Promise.all(
      Array.from({ length: Math.min(500, lines - at) }, (_, more) => {
        const place = at + more;
        return store.audit(scope, {
          action: 'read',
          object: place % (lines / 10) === 0 ? 'one' : `o${place}`,
        });
      }),
    );
  const times: number[] = [];
  for (let round = 0; round < 200; round += 1) {
    const began = performance.now();
    const found = await store.auditEntries(scope, { object: 'one', limit: Number.POSITIVE_INFINITY });
    times.push(performance.now() - began);
    if (found.length !== 10) throw new Error(`${found.length} entries`);
  }
  await store.close();
  return { first: times[0]!, p50: share(times, 0.5) };
}

const share = (times: readonly number[], part: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * part)]!;
const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

/** @returns milliseconds per write at 100 and 20,000 stored, their ratio, and the time to open the larger store */
export async function bench(): Promise<readonly Row[]> {
  const root = mkdtempSync(join(tmpdir(), 'patto-bench-store-'));
  try {
    const few = await fill(join(root, 'few'), FEW);
    const many = await fill(join(root, 'many'), MANY);
    const times: Record<'few' | 'many', number[]> = { few: [], many: [] };
    for (let round = 0; round < ROUNDS + 50; round += 1) {
      // what is measured first is not always the same store
      const order = round % 4 < 2 ? (['few', 'many'] as const) : (['many', 'few'] as const);
      for (const one of order)
        await write(one === 'few' ? few : many, one === 'few' ? FEW : MANY, round, times[one]);
    }
    // the first rounds only warm up
    for (const one of [times.few, times.many]) one.splice(0, 50);
    await few.close();
    await many.close();

    const audits = [
      await auditRead(await createLowdbStore({ folder: join(root, 'few'), space }), FEW),
      await auditRead(await createLowdbStore({ folder: join(root, 'many'), space }), MANY),
    ] as const;
    const [little, long] = audits;

    const folder = join(root, 'many');
    const quick = await createLowdbStore({ folder, space });
    await quick.close();
    const thorough = await createLowdbStore({ folder, space, thorough: true });
    await thorough.close();

    const p50 = share(times.many, 0.5) / share(times.few, 0.5);
    return [
      { what: `write p50, ${FEW} stored`, value: rounded(share(times.few, 0.5)), unit: 'ms' },
      { what: `write p50, ${MANY} stored`, value: rounded(share(times.many, 0.5)), unit: 'ms' },
      { what: `write p50, ${MANY} ÷ ${FEW} stored`, value: rounded(p50), unit: 'ratio', must: '≤ 1.5' },
      { what: `write p99, ${FEW} stored`, value: rounded(share(times.few, 0.99)), unit: 'ms' },
      { what: `write p99, ${MANY} stored`, value: rounded(share(times.many, 0.99)), unit: 'ms' },
      { what: `audit of an object, ${FEW} lines in all`, value: rounded(little.p50), unit: 'ms' },
      { what: `audit of an object, ${MANY} lines in all`, value: rounded(long.p50), unit: 'ms' },
      {
        what: `audit, ${MANY} ÷ ${FEW} lines`,
        value: rounded(long.p50 / little.p50),
        unit: 'ratio',
        must: '≤ 1.5',
      },
      { what: `audit, first question over ${MANY} lines`, value: rounded(long.first), unit: 'ms' },
      { what: `open, ${quick.opening.records} stored`, value: quick.opening.milliseconds, unit: 'ms' },
      { what: `open, every record checked`, value: thorough.opening.milliseconds, unit: 'ms' },
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
