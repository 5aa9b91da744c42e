// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { CollectionFacts } from './contract.ts';
import type { Disk } from './disk.ts';
import { removeDurably, writeDurably } from './durable.ts';
import { COMMITS, type Decision, type FolderShelf } from './folder.ts';
import type { Logged } from './index-log.ts';
import { namesIn, readRecord } from './scan.ts';
import { seal, unseal } from './sealed.ts';
import type { Envelope } from './shelf.ts';

/** Carries out the commits that were decided and not finished. @returns how many */
export async function finishCommits(root: string, shelf: FolderShelf, disk: Disk): Promise<number> {
  let finished = 0;
  for (const district of namesIn(join(root, 'districts'))) {
    const folder = join(root, 'districts', district, COMMITS);
    for (const name of namesIn(folder).filter((one) => one.endsWith('.json'))) {
      const path = join(folder, name);
      const content = unseal(readFileSync(path));
      // the scan reports what cannot be read
      if (!content) continue;
      const { writes } = JSON.parse(Buffer.from(content).toString('utf8')) as Decision;
      for (const { collection, id, next } of writes) {
        const target = shelf.pathOf({ district, collection, id });
        await shelf.folder(dirname(target));
        if (next)
          await writeDurably(disk, target, seal(Buffer.from(JSON.stringify(next))), await disk.read(target));
        else await removeDurably(disk, target, undefined);
      }
      await removeDurably(disk, path, undefined);
      finished += 1;
    }
  }
  return finished;
}

/** Moves damaged files to `<root>/quarantine/<time>/`, where they stay as they are. @returns that folder */
export function quarantine(root: string, files: readonly string[], now: Date): string {
  const folder = join(root, 'quarantine', now.toISOString().replaceAll(':', '-'));
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true, mode: 0o700 });
    renameSync(join(root, file), join(folder, file));
  }
  return folder;
}

/**
 * Brings records of older formats up to date, after a copy of their files to `<root>/before-migration-<n>/`. A killed
 * migration goes on at the next start, with a copy of what is still old.
 * @returns the records as they are now, and the folder of the copy
 */
export async function migrate(
  root: string,
  shelf: FolderShelf,
  disk: Disk,
  records: readonly Logged[],
  collections: ReadonlyMap<string, CollectionFacts>,
): Promise<{ copy: string; count: number } | undefined> {
  const old = records.filter(({ place, format }) => format < collections.get(place.collection)!.format);
  if (old.length === 0) return undefined;
  let number = 1;
  while (existsSync(join(root, `before-migration-${number}`))) number += 1;
  const copy = join(root, `before-migration-${number}`);
  for (const { place } of old) {
    const path = shelf.pathOf(place);
    const target = join(copy, relative(root, path));
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    copyFileSync(path, target);
    sync(target);
    sync(dirname(target));
  }
  sync(copy);
  sync(root);
  for (const { place } of old) {
    const path = shelf.pathOf(place);
    const before = readFileSync(path);
    const next = migrated(readRecord(path, place.id), collections.get(place.collection)!);
    await writeDurably(disk, path, seal(Buffer.from(JSON.stringify(next))), before);
  }
  return { copy, count: old.length };
}

/** The same record in the collection's present format: revision and dates stay, since nobody changed it. */
export function migrated(envelope: Envelope, facts: CollectionFacts): Envelope {
  const steps = (facts.migrations ?? []).slice(envelope.format - 1, facts.format - 1);
  if (steps.length !== facts.format - envelope.format) {
    throw new Error(
      `collection ${facts.name} has no migration from format ${envelope.format} to ${facts.format}`,
    );
  }
  return {
    ...envelope,
    format: facts.format,
    value: steps.reduce((value, step) => step(value), envelope.value),
  };
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
