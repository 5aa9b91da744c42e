// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { writeDurably } from './durable.ts';
import { problem, StoreFailure } from './failure.ts';

/** File that says: this folder is a store. A volume that is not mounted has none, and is never taken for a new store. */
export const MARKER = 'patto-store.json';

/** number of the arrangement of files that this program writes */
const LAYOUT = 1;

export interface Marker {
  readonly store: string;
  readonly format: number;
  readonly createdAt: string;
  /** key of the HMACs of idempotency keys */
  readonly secret: string;
}

/** Whether the folder is a store, may become one, or neither: then it throws a sentence. Touches nothing. */
export function inspect(folder: string, create: boolean): 'store' | 'empty' {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  if (names.includes(MARKER)) return 'store';
  const others = names.filter((name) => !/^(\.|lock|lost\+found$)/.test(name));
  if (!create) throw new StoreFailure(problem('store-missing', { folder, marker: MARKER }));
  if (others.length > 0) throw new StoreFailure(problem('store-foreign', { folder }));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return 'empty';
}

export async function makeMarker(folder: string, disk: Disk, now: Date): Promise<void> {
  const marker: Marker = {
    store: randomUUID(),
    format: LAYOUT,
    createdAt: now.toISOString(),
    secret: randomBytes(32).toString('base64url'),
  };
  await writeDurably(
    disk,
    join(folder, MARKER),
    Buffer.from(`${JSON.stringify(marker, null, 2)}\n`),
    undefined,
  );
}

export function readMarker(folder: string): Marker {
  let marker: Marker;
  try {
    marker = JSON.parse(readFileSync(join(folder, MARKER), 'utf8')) as Marker;
    if (typeof marker.store !== 'string' || typeof marker.secret !== 'string') throw new TypeError(MARKER);
  } catch (error) {
    throw new StoreFailure(problem('store-damaged', { count: 1, first: MARKER }), error);
  }
  if (marker.format > LAYOUT) {
    throw new StoreFailure(problem('store-newer', { folder, what: `${MARKER}: ${marker.format}` }));
  }
  return marker;
}
