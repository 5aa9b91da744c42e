// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Catalog } from './catalog.ts';
import { collections as known } from './collections.ts';
import type { CollectionFacts, Store } from './contract.ts';
import { type Disk, realDisk } from './disk.ts';
import { problem, StoreFailure } from './failure.ts';
import { AUDIT, FolderShelf } from './folder.ts';
import { defaultSpace, Guard, type SpaceLimit } from './guard.ts';
import { IndexLog } from './index-log.ts';
import { Journal, verifyJournal } from './journal.ts';
import { lockStore } from './lock.ts';
import { inspect, makeMarker, readMarker } from './marker.ts';
import { isDistrict } from './place.ts';
import { Records } from './records.ts';
import { finishCommits, migrate, quarantine } from './repair.ts';
import { namesIn, type Scan, scanStore } from './scan.ts';
import type { FileMark } from './shelf.ts';

export interface LowdbOptions {
  readonly folder: string;
  /** an empty or missing folder becomes a store; otherwise it is refused */
  readonly create?: boolean;
  /** damaged files are moved aside and the others served; otherwise the store refuses to open */
  readonly quarantine?: boolean;
  /** read and check every record at the start, not only those that changed since the last one */
  readonly thorough?: boolean;
  readonly now?: () => Date;
  readonly space?: SpaceLimit;
  readonly collections?: readonly CollectionFacts[];
  readonly disk?: Disk;
}

/** What was found and done while opening. */
export interface Opening {
  readonly records: number;
  /** records whose file was read because the index did not know it */
  readonly read: number;
  readonly temporary: number;
  readonly commits: number;
  readonly damaged: readonly string[];
  readonly quarantine?: string;
  readonly migrated?: { readonly copy: string; readonly count: number };
  /** districts whose audit ended in half a line, which was cut off */
  readonly tornAudits: readonly string[];
  /** districts whose audit lost entries that had been written */
  readonly cutAudits: readonly string[];
  readonly milliseconds: number;
}

export interface LowdbStore extends Store {
  readonly opening: Opening;
}

/** Opens the store in a folder. Throws a StoreFailure with a sentence when it must not be opened. */
export async function createLowdbStore(options: LowdbOptions): Promise<LowdbStore> {
  const folder = resolve(options.folder);
  inspect(folder, options.create ?? false);
  const unlock = lockStore(folder);
  try {
    return await openLocked(folder, options, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openLocked(folder: string, options: LowdbOptions, unlock: () => void): Promise<LowdbStore> {
  const began = performance.now();
  const now = options.now ?? (() => new Date());
  const disk = options.disk ?? realDisk;
  const collections = new Map((options.collections ?? known).map((facts) => [facts.name, facts]));
  if (inspect(folder, options.create ?? false) === 'empty') await makeMarker(folder, disk, now());
  const { secret } = readMarker(folder);
  const guard = new Guard(disk, folder, options.space ?? defaultSpace);
  const shelf = new FolderShelf(folder, disk, guard);
  const refuse = (error: unknown): never => {
    throw guard.failed(error);
  };
  const log = new IndexLog(folder, collections.values());

  const commits = await finishCommits(folder, shelf, disk).catch(refuse);
  const look = (): Scan => scanStore(folder, collections, log.load(), options.thorough ?? false);
  let scan = look();
  const { damaged } = scan;
  if (damaged.length > 0 && !options.quarantine) {
    throw new StoreFailure(problem('store-damaged', { count: damaged.length, first: damaged[0]! }));
  }
  const aside = damaged.length > 0 ? quarantine(folder, damaged, now()) : undefined;
  const changed = await migrate(folder, shelf, disk, scan.records, collections).catch(refuse);
  if (changed) scan = look();

  const catalog = new Catalog();
  for (const { place, entry } of scan.records) catalog.put(place, entry);
  log.start(scan.records);
  const records = new Records({
    shelf,
    catalog,
    collections,
    secret,
    now,
    indexed: (place, entry, mark) => {
      const { format } = collections.get(place.collection)!;
      if (entry && mark) log.add({ place, format, entry, mark: mark as FileMark });
    },
  });

  const journals = new Map<string, Promise<Journal>>();
  const auditFolder = (district: string): string => join(folder, 'districts', district, AUDIT);
  const journalOf = (district: string): Promise<Journal> => {
    if (!isDistrict(district)) throw new StoreFailure(problem('bad-id'));
    if (closed) throw new StoreFailure(problem('closed'));
    const path = auditFolder(district);
    const made =
      journals.get(district) ??
      shelf
        .folder(path)
        .catch(refuse)
        .then(() => new Journal(path, district, disk, guard, now));
    journals.set(district, made);
    made.catch(() => journals.delete(district));
    return made;
  };
  let closed = false;
  const torn: string[] = [];
  const cut: string[] = [];
  for (const district of namesIn(join(folder, 'districts'))) {
    if (!existsSync(auditFolder(district))) continue;
    const journal = await journalOf(district);
    if (journal.cut > 0) torn.push(district);
    if (journal.missing > 0) cut.push(district);
  }

  const opening: Opening = {
    records: catalog.size,
    read: scan.read,
    temporary: scan.temporary,
    commits,
    damaged,
    ...(aside ? { quarantine: aside } : {}),
    ...(changed ? { migrated: changed } : {}),
    tornAudits: torn,
    cutAudits: cut,
    milliseconds: Math.round(performance.now() - began),
  };

  return {
    opening,
    get: (scope, collection, id) => records.get(scope, collection, id),
    create: (scope, collection, id, value, key) => records.create(scope, collection, id, value, key),
    replace: (scope, collection, id, value, rev) => records.replace(scope, collection, id, value, rev),
    remove: (scope, collection, id, rev) => records.remove(scope, collection, id, rev),
    list: async (scope, collection, query) => records.list(scope, collection, query),
    commit: (scope, writes) => records.commit(scope, writes),
    count: (scope, counter) => records.count(scope, counter),
    putBytes: (scope, id, bytes) => records.putBytes(scope, id, bytes),
    getBytes: (scope, id) => records.getBytes(scope, id),
    removeBytes: (scope, id) => records.removeBytes(scope, id),
    audit: async (scope, entry) => (await journalOf(scope.district)).append(scope.actor, entry),
    auditEntries: async (scope, query) => (await journalOf(scope.district)).entries(query),
    verifyAudit: (district) => verifyJournal(auditFolder(district), district),
    districts: async () => namesIn(join(folder, 'districts')),
    async *export(scope) {
      yield* records.lines(scope);
      const journal = await journalOf(scope.district);
      for (const audit of await journal.entries({ limit: Number.POSITIVE_INFINITY }))
        yield JSON.stringify({ audit });
    },
    async health() {
      const writable = guard.stopped === undefined && (await guard.hasSpace()) && !closed;
      const detail = guard.stopped ?? (writable ? undefined : 'disk-full');
      const base = { ok: writable && cut.length === 0, writable, records: catalog.size };
      if (detail !== undefined) return { ...base, detail };
      if (cut.length > 0) return { ...base, detail: `audit: ${cut.join(', ')}` };
      return damaged.length > 0 ? { ...base, detail: `quarantine: ${damaged.length}` } : base;
    },
    async close() {
      if (closed) return;
      closed = true;
      await records.close();
      for (const journal of journals.values()) await (await journal).close();
      log.close();
      unlock();
    },
  };
}
