// SPDX-License-Identifier: AGPL-3.0-or-later
// What lists show of a whole collection, made from the index and kept in memory: what changed since is made again.
import type { Deps } from './deps.ts';
import type { Listed, Scope, Store } from './storage/contract.ts';

/** All rows of a district on one day, in order. */
export interface Remembered<Row> {
  readonly rows: readonly Row[];
}

/** How rows are made. */
export interface Making<Row> {
  readonly collection: string;
  /** what they depend on beside the index, each as it is: others take its place when somebody changes it */
  data(deps: Deps, district: string): readonly unknown[];
  /** makes the rows of one record */
  rows(deps: Deps, district: string, today: string): (item: Listed) => readonly Row[];
  order(a: Row, b: Row): number;
}

interface Entry<Row> {
  readonly rev: number;
  readonly rows: readonly Row[];
}
interface Table<Row> extends Remembered<Row> {
  readonly today: string;
  readonly data: readonly unknown[];
  readonly entries: ReadonlyMap<string, Entry<Row>>;
}

const page = 200;

/** Gives the rows of a district. The answer is the same object as long as nothing changed. */
export function remember<Row extends object>(making: Making<Row>) {
  const tables = new WeakMap<Store, Map<string, Table<Row>>>();
  return async (deps: Deps, district: string): Promise<Remembered<Row>> => {
    const known = tables.get(deps.store) ?? new Map<string, Table<Row>>();
    tables.set(deps.store, known);
    const today = deps.clock.today();
    const before = known.get(district);
    const data = making.data(deps, district);
    const same =
      before?.today === today &&
      before.data.length === data.length &&
      before.data.every((one, place) => one === data[place]);
    const table =
      (same && (await refreshed(making, deps, district, before))) ||
      (await made(making, deps, district, today, data));
    known.set(district, table);
    return table;
  };
}

/** The table with the records that changed; undefined where one is gone, so that all is made again. */
async function refreshed<Row extends object>(
  making: Making<Row>,
  deps: Deps,
  district: string,
  table: Table<Row>,
): Promise<Table<Row> | undefined> {
  const changed: Listed[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, next, total } = await listed(making, deps, district, cursor);
    const from = items.findIndex(({ id, rev }) => table.entries.get(id)?.rev === rev);
    changed.push(...(from === -1 ? items : items.slice(0, from)));
    if (from !== -1 || next === undefined) {
      const fresh = changed.filter(({ id }) => !table.entries.has(id)).length;
      if (total !== table.entries.size + fresh) return undefined;
      return changed.length === 0 ? table : withChanged(making, deps, district, table, changed);
    }
    cursor = next;
  }
}

async function made<Row extends object>(
  making: Making<Row>,
  deps: Deps,
  district: string,
  today: string,
  data: readonly unknown[],
): Promise<Table<Row>> {
  const rowsOf = making.rows(deps, district, today);
  const entries = new Map<string, Entry<Row>>();
  for (let cursor: string | undefined; ;) {
    const { items, next } = await listed(making, deps, district, cursor);
    for (const item of items) entries.set(item.id, { rev: item.rev, rows: rowsOf(item) });
    if (next === undefined) break;
    cursor = next;
    // others are served between one page and the next
    await new Promise((done) => setImmediate(done));
  }
  const rows = [...entries.values()].flatMap((one) => one.rows).sort(making.order);
  return { today, data, entries, rows };
}

function listed<Row>({ collection }: Making<Row>, { store }: Deps, district: string, cursor?: string) {
  const scope: Scope = { district, actor: 'system' };
  return store.list(scope, collection, { newestFirst: true, limit: page, ...(cursor ? { cursor } : {}) });
}

function withChanged<Row extends object>(
  making: Making<Row>,
  deps: Deps,
  district: string,
  table: Table<Row>,
  changed: readonly Listed[],
): Table<Row> {
  const rowsOf = making.rows(deps, district, table.today);
  const entries = new Map(table.entries);
  const gone = new Set(changed.flatMap(({ id }) => entries.get(id)?.rows ?? []));
  const fresh = changed.flatMap((item) => {
    const rows = rowsOf(item);
    entries.set(item.id, { rev: item.rev, rows });
    return rows;
  });
  const rows = [...table.rows.filter((one) => !gone.has(one)), ...fresh].sort(making.order);
  return { ...table, entries, rows };
}
