// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Listed, Query, Scalar, Wanted } from './contract.ts';
import type { Place } from './shelf.ts';

/** What the index knows of a record: enough for lists, revisions and idempotency without opening it. */
export interface Entry extends Listed {
  readonly seq: number;
  readonly createdAt: string;
  readonly key?: { readonly hash: string; readonly of: string };
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The texts of an entry as they are searched, worked out once; beside it, so that nobody writes them down. */
const folded = Symbol('folded');
type Folding = Entry & { [folded]?: Map<string, string> };
function plainOf(entry: Folding, field: string, value: string): string {
  const texts = (entry[folded] ??= new Map<string, string>());
  let text = texts.get(field);
  if (text === undefined) texts.set(field, (text = plain(value)));
  return text;
}

type Test = (entry: Entry) => boolean;

/** What is wanted as one test; it is prepared once, not for each entry. */
function wants({ where = {}, contains = {} }: Wanted): Test {
  const equal = Object.entries(where);
  const texts = Object.entries(contains).map(
    ([field, wanted]) => [field, [wanted].flat().map(plain)] as const,
  );
  return (entry) => {
    for (const [field, wanted] of equal) {
      const value = entry.fields[field] ?? null;
      if (Array.isArray(wanted) ? !wanted.includes(value) : value !== (wanted as Scalar)) return false;
    }
    for (const [field, wanted] of texts) {
      const value = entry.fields[field];
      if (typeof value !== 'string') return false;
      const text = plainOf(entry, field, value);
      for (const one of wanted) if (!text.includes(one)) return false;
    }
    return true;
  };
}

function fitting(query: Query): Test {
  const all = wants(query);
  const groups = (query.either ?? []).map((group) => group.map(wants));
  if (groups.length === 0) return all;
  return (entry) => all(entry) && groups.every((group) => group.some((one) => one(entry)));
}

/** The order of a list, and where in it a page ends. */
interface Order {
  readonly arrange: (entries: readonly Entry[]) => readonly Entry[];
  /** whether an entry stands behind the place that a cursor names; a cursor that names none stands before all */
  readonly behind: (cursor: string, entries: ReadonlyMap<string, Entry>) => (entry: Entry) => boolean;
  readonly cursor: (last: Entry) => string;
}

const byChange = (newestFirst: boolean): Order => ({
  arrange: (entries) => (newestFirst ? entries.toReversed() : entries),
  behind(cursor) {
    const seq = Number.parseInt(cursor, 36);
    if (Number.isNaN(seq)) return () => true;
    return (entry) => (newestFirst ? entry.seq < seq : entry.seq > seq);
  },
  cursor: ({ seq }) => seq.toString(36),
});

/**
 * By text, then by id: a space comes before every letter, so that a surname of two words stands under its first. The
 * cursor is an id: it travels in addresses, where no name belongs.
 */
function byText(field: string): Order {
  const place = (entry: Entry): string => {
    const value = entry.fields[field];
    return `${typeof value === 'string' ? plainOf(entry, field, value) : ''}\n${entry.id}`;
  };
  return {
    arrange: (entries) =>
      entries
        .map((entry) => [place(entry), entry] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, entry]) => entry),
    behind(cursor, entries) {
      const last = entries.get(cursor);
      const end = last ? place(last) : '';
      return (entry) => place(entry) > end;
    },
    cursor: ({ id }) => id,
  };
}

/** The index in memory. Each collection is a Map whose order is the order of change, newest last. */
export class Catalog {
  private readonly collections = new Map<string, Map<string, Entry>>();
  private readonly keys = new Map<string, string>();
  private latest = 0;

  /** The next place in the order of changes. */
  nextSeq(): number {
    this.latest += 1;
    return this.latest;
  }

  get size(): number {
    let sum = 0;
    for (const entries of this.collections.values()) sum += entries.size;
    return sum;
  }

  get(place: Place): Entry | undefined {
    return this.collections.get(`${place.district}/${place.collection}`)?.get(place.id);
  }

  /** Id of the record that an idempotency key made. */
  byKey(district: string, collection: string, hash: string): string | undefined {
    return this.keys.get(`${district}/${collection}/${hash}`);
  }

  /** Entries must come in the order of their `seq`. */
  put(place: Place, entry: Entry): void {
    const name = `${place.district}/${place.collection}`;
    const entries = this.collections.get(name) ?? new Map<string, Entry>();
    this.collections.set(name, entries);
    entries.delete(place.id);
    entries.set(place.id, entry);
    if (entry.key) this.keys.set(`${name}/${entry.key.hash}`, place.id);
    this.latest = Math.max(this.latest, entry.seq);
  }

  drop(place: Place): void {
    const name = `${place.district}/${place.collection}`;
    const key = this.get(place)?.key;
    this.collections.get(name)?.delete(place.id);
    if (key) this.keys.delete(`${name}/${key.hash}`);
  }

  districts(): string[] {
    return [
      ...new Set(
        [...this.collections].filter(([, all]) => all.size > 0).map(([name]) => name.split('/')[0]!),
      ),
    ].sort();
  }

  /** Every entry of a collection, oldest change first. */
  entries(district: string, collection: string): readonly Entry[] {
    return [...(this.collections.get(`${district}/${collection}`)?.values() ?? [])];
  }

  list(
    district: string,
    collection: string,
    query: Query,
  ): { items: readonly Listed[]; next?: string; total: number } {
    const limit = Math.min(200, Math.max(1, query.limit ?? 50));
    const fits = fitting(query);
    const all: ReadonlyMap<string, Entry> = this.collections.get(`${district}/${collection}`) ?? new Map();
    const order = query.by === undefined ? byChange(query.newestFirst === true) : byText(query.by);
    const behind = query.cursor === undefined ? () => true : order.behind(query.cursor, all);
    const found = order.arrange([...all.values()].filter(fits));
    const total = found.length;
    const rest = found.filter(behind);
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    const shown = items.map(({ id, rev, changedAt, fields }) => ({ id, rev, changedAt, fields }));
    return last !== undefined && rest.length > limit
      ? { items: shown, next: order.cursor(last), total }
      : { items: shown, total };
  }
}
