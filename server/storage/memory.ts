// SPDX-License-Identifier: AGPL-3.0-or-later
import { genesis, isWanted, lineOf, nextEntry, walkChain } from './audit.ts';
import { Catalog } from './catalog.ts';
import { collections as known } from './collections.ts';
import type { AuditEntry, CollectionFacts, KeptAuditEntry, Scope, Store } from './contract.ts';
import { problem, StoreFailure } from './failure.ts';
import { Records } from './records.ts';
import type { Envelope, Place, Shelf } from './shelf.ts';

export interface MemoryOptions {
  readonly collections?: readonly CollectionFacts[];
  readonly now?: () => Date;
}

const pathOf = (place: Place): string => `${place.district}/${place.collection}/${place.id}`;

/** Records as JSON text in a Map: what is handed out is always a copy. */
function memoryShelf(): Shelf {
  const texts = new Map<string, string>();
  const files = new Map<string, Uint8Array>();
  return {
    async read(place) {
      const text = texts.get(pathOf(place));
      return text === undefined ? undefined : (JSON.parse(text) as Envelope);
    },
    async apply(changes) {
      for (const { place, next } of changes) {
        if (next) texts.set(pathOf(place), JSON.stringify(next));
        else texts.delete(pathOf(place));
      }
      return changes.map(() => undefined);
    },
    async readBytes(district, id) {
      return files.get(`${district}/${id}`)?.slice();
    },
    async writeBytes(district, id, bytes) {
      files.set(`${district}/${id}`, bytes.slice());
    },
    async removeBytes(district, id) {
      files.delete(`${district}/${id}`);
    },
  };
}

/** A store that forgets when the process ends: for tests. */
export function createMemoryStore(options: MemoryOptions = {}): Store {
  const now = options.now ?? (() => new Date());
  const catalog = new Catalog();
  const journals = new Map<string, KeptAuditEntry[]>();
  const collections = new Map((options.collections ?? known).map((facts) => [facts.name, facts]));
  const records = new Records({ shelf: memoryShelf(), catalog, collections, secret: 'memory', now });
  let closed = false;

  return {
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
    async audit(scope: Scope, entry: AuditEntry) {
      if (closed) throw new StoreFailure(problem('closed'));
      const journal = journals.get(scope.district) ?? [];
      journals.set(scope.district, journal);
      const kept = nextEntry(
        journal.at(-1) ?? genesis(scope.district),
        now().toISOString(),
        scope.actor,
        entry,
      );
      journal.push(kept);
      return kept;
    },
    async auditEntries(scope, query = {}) {
      return (journals.get(scope.district) ?? [])
        .filter((entry) => isWanted(entry, query))
        .slice(0, query.limit ?? 200);
    },
    async verifyAudit(district) {
      return walkChain(
        district,
        (journals.get(district) ?? []).map((entry) => lineOf(entry).trimEnd()),
      );
    },
    async districts() {
      return [...new Set([...catalog.districts(), ...journals.keys()])].sort();
    },
    async *export(scope) {
      yield* records.lines(scope);
      for (const audit of journals.get(scope.district) ?? []) yield JSON.stringify({ audit });
    },
    async health() {
      return { ok: !closed, writable: !closed, records: catalog.size };
    },
    async close() {
      closed = true;
      await records.close();
    },
  };
}
