// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSealed } from './adapter.ts';
import type { CollectionFacts } from './contract.ts';
import { TEMPORARY } from './durable.ts';
import { problem, StoreFailure } from './failure.ts';
import { AUDIT, COMMITS, FILES } from './folder.ts';
import type { Logged } from './index-log.ts';
import { isId, shardOf } from './place.ts';
import { entryOf } from './records.ts';
import { unseal } from './sealed.ts';
import type { Envelope, FileMark, Place } from './shelf.ts';

export interface Scan {
  readonly records: readonly Logged[];
  /** paths below the store's folder */
  readonly damaged: readonly string[];
  /** files that a killed process left on their way */
  readonly temporary: number;
  /** records whose file had to be read */
  readonly read: number;
}

/** Names in a folder, sorted; none when there is no such folder. */
export const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

const markOf = (path: string): FileMark => {
  const { size, mtimeMs, ino } = statSync(path);
  return { size, mtime: mtimeMs, inode: ino };
};

const same = (a: FileMark, b: FileMark): boolean =>
  a.size === b.size && a.mtime === b.mtime && a.inode === b.inode;

/** A record from its file; throws when the file is damaged or is not that record. */
export function readRecord(path: string, id: string): Envelope {
  const envelope = parseSealed<Envelope | null>(readFileSync(path), path);
  if (envelope?.id !== id || !Number.isInteger(envelope.rev) || !Number.isInteger(envelope.format)) {
    throw new StoreFailure(problem('damaged', { file: path }));
  }
  return envelope;
}

/**
 * Looks at every file of a store. Records whose file looks as the log says are taken from the log, the others are read
 * and checked; with `thorough` all are. Files of killed writers are removed; nothing else is changed.
 */
export function scanStore(
  root: string,
  collections: ReadonlyMap<string, CollectionFacts>,
  log: ReadonlyMap<string, Logged>,
  thorough: boolean,
): Scan {
  const records: Logged[] = [];
  const damaged: string[] = [];
  let temporary = 0;
  let read = 0;

  const look = (place: Place, path: string, facts: CollectionFacts): void => {
    const mark = markOf(path);
    const known = log.get(`${place.district}/${place.collection}/${place.id}`);
    if (!thorough && known && same(known.mark, mark)) {
      records.push(known);
      return;
    }
    read += 1;
    const envelope = whole(() => readRecord(path, place.id));
    if (!envelope) {
      damaged.push(relative(root, path));
      return;
    }
    if (envelope.format > facts.format) {
      throw new StoreFailure(problem('store-newer', { folder: root, what: relative(root, path) }));
    }
    // an older format is indexed when it has been migrated
    const readable = envelope.format < facts.format ? { ...facts, index: () => ({}) } : facts;
    records.push({ place, format: envelope.format, entry: entryOf(envelope, readable), mark });
  };

  for (const district of namesIn(join(root, 'districts'))) {
    for (const collection of namesIn(join(root, 'districts', district))) {
      const folder = join(root, 'districts', district, collection);
      const facts = collections.get(collection);
      if (collection === AUDIT || collection === COMMITS) {
        temporary += sweep(folder);
        // decided commits were finished before: one that is left could not be read
        if (collection === COMMITS)
          damaged.push(...namesIn(folder).map((name) => relative(root, join(folder, name))));
        continue;
      }
      if (!facts && collection !== FILES) {
        throw new StoreFailure(problem('store-newer', { folder: root, what: relative(root, folder) }));
      }
      for (const shard of namesIn(folder)) {
        const here = join(folder, shard);
        for (const name of readdirSync(here)) {
          const path = join(here, name);
          const id = name.replace(/\.(json|bin)$/, '');
          if (name.startsWith(TEMPORARY)) {
            rmSync(path, { force: true });
            temporary += 1;
          } else if (!isId(id) || shardOf(id) !== shard) {
            damaged.push(relative(root, path));
          } else if (facts) look({ district, collection, id }, path, facts);
          else if (thorough && !unseal(readFileSync(path))) damaged.push(relative(root, path));
        }
      }
    }
  }
  records.sort((a, b) => a.entry.seq - b.entry.seq);
  return { records, damaged, temporary, read };
}

/** A record that can be read; undefined when it is damaged. */
function whole(read: () => Envelope): Envelope | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof StoreFailure) return undefined;
    throw error;
  }
}

function sweep(folder: string): number {
  const left = namesIn(folder).filter((name) => name.startsWith(TEMPORARY));
  for (const name of left) rmSync(join(folder, name), { force: true });
  return left.length;
}
