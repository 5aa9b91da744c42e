// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac } from 'node:crypto';
import type { Catalog, Entry } from './catalog.ts';
import type { CollectionFacts, Kept, Key, Listed, Outcome, Query, Scope, Write } from './contract.ts';
import { problem, problemOf, StoreFailure } from './failure.ts';
import { Mutex } from './mutex.ts';
import { counterId, isDistrict, isId, sha256 } from './place.ts';
import type { Change, Envelope, Place, Shelf } from './shelf.ts';

const RECORD_BYTES = 256 * 1024;
const FILE_BYTES = 50 * 1024 * 1024;

export interface RecordsNeeds {
  readonly shelf: Shelf;
  readonly catalog: Catalog;
  readonly collections: ReadonlyMap<string, CollectionFacts>;
  /** secret of this store: idempotency keys are kept only as HMACs */
  readonly secret: string;
  readonly now: () => Date;
  /** told after every change of the index, to keep a copy of it */
  readonly indexed?: (place: Place, entry: Entry | undefined, mark: unknown) => void;
}

/** The index entry of a record, from the record. */
export function entryOf(envelope: Envelope, facts: CollectionFacts): Entry {
  const { id, rev, seq, createdAt, changedAt, key, value } = envelope;
  const fields = (facts.index as (value: unknown) => Listed['fields'])(value);
  return { id, rev, seq, createdAt, changedAt, fields, ...(key ? { key } : {}) };
}

const keptOf = <Value>({ id, rev, value, createdAt, changedAt }: Envelope): Kept<Value> => ({
  id,
  rev,
  value: value as Value,
  createdAt,
  changedAt,
});

const nameOf = (place: Place): string => `${place.district}/${place.collection}/${place.id}`;

/** Revisions, keys, order, lists and counters over any shelf. One lock per record; the index changes last. */
export class Records {
  readonly mutex = new Mutex();
  private readonly needs: RecordsNeeds;
  private closed = false;

  constructor(needs: RecordsNeeds) {
    this.needs = needs;
  }

  async get<Value>(scope: Scope, collection: string, id: string): Promise<Kept<Value> | undefined> {
    this.facts(scope, collection);
    if (!isId(id)) return undefined;
    const place = { district: scope.district, collection, id };
    const found = await this.mutex.alone(nameOf(place), () => this.stored(place));
    return found && keptOf<Value>(found);
  }

  async create<Value>(
    scope: Scope,
    collection: string,
    id: string,
    value: Value | (() => Promise<Value>),
    key?: string | Key,
  ): Promise<Outcome<Kept<Value>>> {
    this.facts(scope, collection);
    const place = { district: scope.district, collection, id };
    const make = async (): Promise<Value> =>
      typeof value === 'function' ? (value as () => Promise<Value>)() : value;
    if (key === undefined) return this.put(place, await make());
    const hash = this.hmac(typeof key === 'string' ? key : key.key, place);
    const given = typeof key === 'object' ? key.of : typeof value === 'function' ? '' : JSON.stringify(value);
    const of = this.hmac(given, place);
    return this.mutex.alone(`key ${hash}`, async () => {
      const known = this.needs.catalog.byKey(place.district, collection, hash);
      if (known === undefined) return this.put(place, await make(), { hash, of });
      const first = { ...place, id: known };
      if (this.needs.catalog.get(first)?.key?.of !== of) return { ok: false, problem: problem('key-reused') };
      const kept = await this.mutex.alone(nameOf(first), () => this.stored(first));
      return kept
        ? { ok: true, value: keptOf<Value>(kept), again: true }
        : this.put(place, await make(), { hash, of });
    });
  }

  async replace<Value>(
    scope: Scope,
    collection: string,
    id: string,
    value: Value,
    rev: number,
  ): Promise<Outcome<Kept<Value>>> {
    const done = await this.write(scope, [{ do: 'replace', collection, id, value, rev }]);
    return done.ok ? { ok: true, value: keptOf<Value>(done.value[0]!.next!) } : done;
  }

  async remove(scope: Scope, collection: string, id: string, rev: number): Promise<Outcome<void>> {
    return this.commit(scope, [{ do: 'remove', collection, id, rev }]);
  }

  list(
    scope: Scope,
    collection: string,
    query: Query = {},
  ): { items: readonly Listed[]; next?: string; total: number } {
    this.facts(scope, collection);
    return this.needs.catalog.list(scope.district, collection, query);
  }

  async commit(scope: Scope, writes: readonly Write[]): Promise<Outcome<void>> {
    const done = await this.write(scope, writes);
    return done.ok ? { ok: true, value: undefined } : done;
  }

  async count(scope: Scope, counter: string): Promise<number> {
    const id = counterId(counter);
    if (id === undefined) throw new StoreFailure(problem('bad-id'));
    this.facts(scope, 'counters');
    const place = { district: scope.district, collection: 'counters', id };
    return this.mutex.alone(nameOf(place), async () => {
      const before = await this.stored(place);
      const last = ((before?.value as { last: number } | undefined)?.last ?? 0) + 1;
      await this.apply([{ place, before, next: this.next(place, before, { last }) }]);
      return last;
    });
  }

  async putBytes(scope: Scope, id: string, bytes: Uint8Array): Promise<Outcome<void>> {
    this.open(scope);
    if (!isId(id)) return { ok: false, problem: problem('bad-id') };
    if (bytes.byteLength > FILE_BYTES) return tooLarge(bytes.byteLength, FILE_BYTES);
    const { shelf } = this.needs;
    return this.mutex.alone(`${scope.district} bytes ${id}`, async () => {
      try {
        const there = await shelf.readBytes(scope.district, id);
        // bytes never change under their name: the same again is a retry, others are a mistake
        if (there && sha256(there) !== sha256(bytes)) return { ok: false, problem: problem('exists') };
        if (!there) await shelf.writeBytes(scope.district, id, bytes);
        return { ok: true, value: undefined };
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    });
  }

  async removeBytes(scope: Scope, id: string): Promise<Outcome<void>> {
    this.open(scope);
    if (!isId(id)) return { ok: false, problem: problem('bad-id') };
    return this.mutex.alone(`${scope.district} bytes ${id}`, async () => {
      try {
        await this.needs.shelf.removeBytes(scope.district, id);
        return { ok: true, value: undefined };
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    });
  }

  async getBytes(scope: Scope, id: string): Promise<Uint8Array | undefined> {
    this.open(scope);
    return isId(id) ? this.needs.shelf.readBytes(scope.district, id) : undefined;
  }

  /** Every record of the district, one JSON line each, oldest change first within a collection. */
  async *lines(scope: Scope): AsyncIterable<string> {
    for (const collection of this.needs.collections.keys()) {
      for (const { id } of this.needs.catalog.entries(scope.district, collection)) {
        const place = { district: scope.district, collection, id };
        const found = await this.mutex.alone(nameOf(place), () => this.stored(place));
        if (!found) continue;
        const { format, rev, createdAt, changedAt, value } = found;
        yield JSON.stringify({ collection, id, format, rev, createdAt, changedAt, value });
      }
    }
  }

  /** Waits for what is under way and refuses everything from now on. */
  async close(): Promise<void> {
    this.closed = true;
    await this.mutex.idle();
  }

  private async put<Value>(place: Place, value: Value, key?: Envelope['key']): Promise<Outcome<Kept<Value>>> {
    const scope = { district: place.district, actor: '' };
    const done = await this.write(
      scope,
      [{ do: 'create', collection: place.collection, id: place.id, value }],
      key,
    );
    return done.ok ? { ok: true, value: keptOf<Value>(done.value[0]!.next!) } : done;
  }

  private async write(
    scope: Scope,
    writes: readonly Write[],
    key?: Envelope['key'],
  ): Promise<Outcome<readonly Change[]>> {
    for (const write of writes) this.facts(scope, write.collection);
    const at = (index: number): string => (writes.length > 1 ? `/${index}` : '');
    const bad = writes.findIndex(({ id }) => !isId(id));
    if (bad >= 0) return { ok: false, problem: problem('bad-id', {}, at(bad)) };
    const places = writes.map(({ collection, id }) => ({ district: scope.district, collection, id }));
    const names = places.map(nameOf);
    if (new Set(names).size < names.length) throw new TypeError('one commit writes one record only once');
    return this.mutex.all(names, async () => {
      try {
        const changes: Change[] = [];
        for (const [index, write] of writes.entries()) {
          const prepared = await this.prepare(write, places[index]!, at(index), key);
          if (!prepared.ok) return prepared;
          changes.push(prepared.value);
        }
        await this.apply(changes);
        return { ok: true, value: changes };
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    });
  }

  /** Every check of one write, before anything is written. */
  private async prepare(
    write: Write,
    place: Place,
    at: string,
    key?: Envelope['key'],
  ): Promise<Outcome<Change>> {
    const entry = this.needs.catalog.get(place);
    if (write.do === 'create' && entry) return { ok: false, problem: problem('exists', {}, at) };
    if (write.do !== 'create' && !entry) return { ok: false, problem: problem('not-found', {}, at) };
    if (entry && entry.rev !== write.rev)
      return { ok: false, problem: problem('conflict', { rev: entry.rev }, at) };
    const before = entry && (await this.stored(place));
    if (write.do === 'remove') return { ok: true, value: { place, before, next: undefined } };
    const text = JSON.stringify(write.value);
    if (text === undefined) throw new TypeError(`no JSON value for ${nameOf(place)}`);
    const size = Buffer.byteLength(text);
    const most = this.needs.collections.get(place.collection)?.bytes ?? RECORD_BYTES;
    if (size > most) return tooLarge(size, most, at);
    return { ok: true, value: { place, before, next: this.next(place, before, JSON.parse(text), key) } };
  }

  private next(place: Place, before: Envelope | undefined, value: unknown, key = before?.key): Envelope {
    const changedAt = this.needs.now().toISOString();
    return {
      format: this.needs.collections.get(place.collection)!.format,
      id: place.id,
      rev: (before?.rev ?? 0) + 1,
      seq: this.needs.catalog.nextSeq(),
      createdAt: before?.createdAt ?? changedAt,
      changedAt,
      ...(key ? { key } : {}),
      value,
    };
  }

  private async apply(changes: readonly Change[]): Promise<void> {
    // before the first write: a value that cannot be indexed must not be on the disk either
    const entries = changes.map(
      ({ place, next }) => next && entryOf(next, this.needs.collections.get(place.collection)!),
    );
    const marks = await this.needs.shelf.apply(changes);
    for (const [index, { place }] of changes.entries()) {
      const entry = entries[index];
      if (entry) this.needs.catalog.put(place, entry);
      else this.needs.catalog.drop(place);
      this.needs.indexed?.(place, entry, marks[index]);
    }
  }

  /** The record as the index knows it: a file that the index does not name is not there. */
  private async stored(place: Place): Promise<Envelope | undefined> {
    if (!this.needs.catalog.get(place)) return undefined;
    const found = await this.needs.shelf.read(place);
    if (!found) throw new StoreFailure(problem('damaged', { file: nameOf(place) }));
    return found;
  }

  private hmac(text: string, place: Place): string {
    return createHmac('sha256', this.needs.secret)
      .update(JSON.stringify([place.district, place.collection, text]))
      .digest('base64url');
  }

  private open(scope: Scope): void {
    if (this.closed) throw new StoreFailure(problem('closed'));
    if (!isDistrict(scope.district)) throw new StoreFailure(problem('bad-id'));
  }

  private facts(scope: Scope, collection: string): void {
    this.open(scope);
    if (!this.needs.collections.has(collection)) throw new TypeError(`unknown collection: ${collection}`);
  }
}

const tooLarge = (
  size: number,
  max: number,
  at = '',
): { ok: false; problem: ReturnType<typeof problem> } => ({
  ok: false,
  problem: problem('too-large', { size, max, limit: Math.floor(max / 1024) }, at),
});
