// SPDX-License-Identifier: AGPL-3.0-or-later
// The terms of all cases of a district, made from the index and kept in memory: what changed since is made again.
import type { TermRow } from './actions/terms.ts';
import { closedIn, termsIn } from './case-terms.ts';
import { readSummary } from './counting.ts';
import type { Deps } from './deps.ts';
import { listRows } from './lists.ts';
import type { Listed, Scope, Store } from './storage/contract.ts';

/** One term of one case that is still to be looked at. */
export interface Deadline {
  readonly case: string;
  readonly number: string;
  readonly name: string;
  readonly comune: string;
  readonly measure: string;
  /** account ids between spaces */
  readonly assigned: string;
  readonly row: TermRow;
}

interface Entry {
  readonly rev: number;
  readonly rows: readonly Deadline[];
}

/** All of a district on one day; `rows` by last day, earliest first. */
export interface Deadlines {
  readonly rows: readonly Deadline[];
}

interface Table extends Deadlines {
  readonly today: string;
  /** data that it was made with, each as it was: others take their place when somebody changes them */
  readonly data: readonly unknown[];
  readonly cases: Map<string, Entry>;
}

const tables = new WeakMap<Store, Map<string, Table>>();
const page = 200;

/** What is open on this day. The answer is the same object as long as nothing changed. */
export async function deadlinesOf(deps: Deps, district: string): Promise<Deadlines> {
  const known = tables.get(deps.store) ?? new Map<string, Table>();
  tables.set(deps.store, known);
  const today = deps.clock.today();
  const before = known.get(district);
  const data = dataOf(deps, district);
  const same = before?.today === today && before.data.every((one, place) => one === data[place]);
  const fits = same ? before : undefined;
  const table = (fits && (await refreshed(deps, district, fits))) ?? (await made(deps, district, today));
  known.set(district, table);
  return table;
}

/** What terms are counted with, beside the cases: the district, its measures, its holidays. */
const dataOf = (deps: Deps, district: string): readonly unknown[] => [
  deps.catalogue,
  deps.catalogue.districts.get(district),
  listRows(deps, district, 'festivita'),
  ...deps.catalogue.measures.values(),
];

/** The table with the cases that changed; undefined where one is gone, so that all is made again. */
async function refreshed(deps: Deps, district: string, table: Table): Promise<Table | undefined> {
  const changed: Listed[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, next, total } = await casesOf(deps, district, cursor);
    const from = items.findIndex(({ id, rev }) => table.cases.get(id)?.rev === rev);
    changed.push(...(from === -1 ? items : items.slice(0, from)));
    const fresh = changed.filter(({ id }) => !table.cases.has(id)).length;
    if (from !== -1 || next === undefined) {
      if (total !== table.cases.size + fresh) return undefined;
      return changed.length === 0 ? table : withCases(deps, district, table, changed);
    }
    cursor = next;
  }
}

async function made(deps: Deps, district: string, today: string): Promise<Table> {
  const closed = closedIn(deps, district);
  const cases = new Map<string, Entry>();
  for (let cursor: string | undefined; ;) {
    const { items, next } = await casesOf(deps, district, cursor);
    for (const item of items) cases.set(item.id, { rev: item.rev, rows: rowsOf(deps, item, today, closed) });
    if (next === undefined) break;
    cursor = next;
    // others are served between one page and the next
    await new Promise((done) => setImmediate(done));
  }
  const rows = [...cases.values()].flatMap((one) => one.rows).sort(byDay);
  return { today, data: dataOf(deps, district), cases, rows };
}

function casesOf({ store }: Deps, district: string, cursor: string | undefined) {
  const scope: Scope = { district, actor: 'system' };
  return store.list(scope, 'cases', { newestFirst: true, limit: page, ...(cursor ? { cursor } : {}) });
}

function withCases(deps: Deps, district: string, table: Table, changed: readonly Listed[]): Table {
  const closed = closedIn(deps, district);
  const cases = new Map(table.cases);
  const fresh = changed.flatMap((item) => {
    const rows = rowsOf(deps, item, table.today, closed);
    cases.set(item.id, { rev: item.rev, rows });
    return rows;
  });
  const ids = new Set(changed.map(({ id }) => id));
  const rows = [...table.rows.filter((one) => !ids.has(one.case)), ...fresh].sort(byDay);
  return { ...table, cases, rows };
}

const byDay = (a: Deadline, b: Deadline): number =>
  a.row.due < b.row.due ? -1 : a.row.due > b.row.due ? 1 : a.number < b.number ? -1 : 1;

function rowsOf(
  deps: Deps,
  { id, fields }: Listed,
  today: string,
  closed: ReturnType<typeof closedIn>,
): readonly Deadline[] {
  const summary = readSummary(fields);
  if (!summary) return [];
  const field = (name: string): string => String(fields[name] ?? '');
  const kase = {
    case: id,
    number: field('number'),
    name: field('name'),
    comune: field('comune'),
    measure: field('measure'),
    assigned: field('assigned'),
  };
  return termsIn(deps, kase.measure, summary, today, closed)
    .filter(({ state, met }) => state !== 'met' && state !== 'waived' && met === undefined)
    .map((row) => ({ ...kase, row }));
}
