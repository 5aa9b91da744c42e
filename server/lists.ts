// SPDX-License-Identifier: AGPL-3.0-or-later
// Lists and registers: which rows a district has, which of them travel with a context, and how long ones are looked up.
import { type Index, indexed, sought } from '../runtime/fields/searching.ts';
import type { Context, District, ListRow } from '../schemas/types.ts';
import type { Deps } from './deps.ts';
import { ownLists } from './own-lists.ts';
import { firstRows, keptRows, rowsOver } from './registers.ts';

/** A list with more rows stays here: a page gets the rows that answers name, and looks up the others. */
const longest = 400;
/** rows of one answer */
const shown = 20;

/** The rows of a list or register by its name; the district's own come first. Acts of cases are nobody's to choose. */
export function listRows(
  deps: Pick<Deps, 'catalogue'>,
  district: string,
  name: string,
): readonly ListRow[] | undefined {
  const data = deps.catalogue.districts.get(district);
  const own = data?.registers ?? {};
  const rows =
    ownLists(deps.catalogue, district).get(name) ??
    (Object.hasOwn(own, name) ? own[name] : undefined) ??
    deps.catalogue.lists.get(name);
  const register = deps.catalogue.registers(district).get(name);
  if (register?.issued) return undefined;
  if (register)
    return rowsOver(
      rows ?? firstRows(deps.catalogue, district, name) ?? [],
      keptRows(deps.catalogue, district, name),
    );
  return rows ?? (data && Object.hasOwn(parts, name) ? parts[name]?.(data, deps) : undefined);
}

/** Lists that every district has without writing them: parts of its own data. */
const parts: {
  readonly [name: string]: (district: District, deps: Pick<Deps, 'catalogue'>) => readonly ListRow[];
} = {
  comuni: ({ comuni }) => comuni.map(({ id, name: title }) => ({ id, title })),
  misure: ({ measures }, { catalogue }) =>
    measures.map((id) => ({ id, title: catalogue.measures.get(id)?.name ?? id })),
  uffici: ({ offices }) => offices.map(({ id, name: title, comune }) => ({ id, title, comune })),
};

/** What a context carries of the lists that are named. `read`: answers and whatever else may name a row. */
export function listsOf(
  deps: Pick<Deps, 'catalogue'>,
  district: string,
  names: Iterable<string>,
  read: unknown,
  today: string,
): Pick<Context, 'lists'> & Partial<Pick<Context, 'partial'>> {
  const lists: Context['lists'] = {};
  const partial: string[] = [];
  let texts: ReadonlySet<string> | undefined;
  for (const name of names) {
    const all = listRows(deps, district, name);
    if (!all) continue;
    const rows = all.some(isDated)
      ? all.filter((row) => isValid(row, today) || (texts ??= textsIn(read)).has(row.id))
      : all;
    if (rows.length > longest) {
      partial.push(name);
      lists[name] = rowsNamed(rows, (texts ??= textsIn(read)));
    } else lists[name] = [...rows];
  }
  return { lists, ...(partial.length > 0 ? { partial } : {}) };
}

/** The context with every list whole: what the server judges answers by. */
export function withWholeLists(deps: Pick<Deps, 'catalogue'>, district: string, context: Context): Context {
  const { partial, ...rest } = context;
  if (!partial) return context;
  const lists = { ...rest.lists };
  for (const name of partial) lists[name] = [...(listRows(deps, district, name) ?? [])];
  return { ...rest, lists };
}

/** The context with only those rows of its long lists that these answers name. */
export function withRowsOf(context: Context, answers: unknown): Context {
  if (!context.partial) return context;
  const texts = textsIn([answers, context.case]);
  const lists = { ...context.lists };
  for (const name of context.partial) lists[name] = rowsNamed(lists[name] ?? [], texts);
  return { ...context, lists };
}

const isDated = (row: ListRow): boolean => row['valid_from'] !== undefined || row['valid_to'] !== undefined;
/** Is the row offered on this day? One that is not stays for whoever has already chosen it. */
const isValid = ({ valid_from: from, valid_to: to }: ListRow, today: string): boolean =>
  (from === undefined || String(from) <= today) && (to === undefined || today <= String(to));

const rowsNamed = (rows: readonly ListRow[], texts: ReadonlySet<string>): ListRow[] =>
  rows.filter(({ id }) => texts.has(id));

/** Every text in a value, however deep. */
function textsIn(value: unknown, into = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') into.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) textsIn(inner, into);
  return into;
}

/** What is asked of a long list: `ids`, or the best rows for a text among those whose columns have these values. */
export interface Asking {
  readonly text: string;
  readonly where: { readonly [column: string]: string };
  readonly ids: readonly string[];
}

/** q=…&in=provincia:PD,regione:veneto&id=A001,A002 */
export function readAsking(query: { readonly [name: string]: string }): Asking {
  const parts = (text: string | undefined) => (text ?? '').split(',').filter((part) => part !== '');
  return {
    text: query['q'] ?? '',
    where: Object.fromEntries(
      parts(query['in']).map((part) => [part.split(':')[0]!, part.slice(part.indexOf(':') + 1)]),
    ),
    ids: parts(query['id']),
  };
}

export function lookUp(rows: readonly ListRow[], { text, where, ids }: Asking): readonly ListRow[] {
  if (ids.length > 0) return rowsNamed(rows, new Set(ids)).slice(0, 100);
  let index = indexes.get(rows);
  if (!index) indexes.set(rows, (index = indexed(rows)));
  const columns = Object.entries(where);
  return sought(index, text, shown, (row) =>
    columns.every(([column, value]) => {
      const cell = Object.hasOwn(row, column) ? row[column] : undefined;
      return Array.isArray(cell) ? cell.includes(value) : String(cell) === value;
    }),
  );
}

/** Titles are folded once per list: a search over eight thousand rows takes a millisecond or two. */
const indexes = new WeakMap<readonly ListRow[], Index<ListRow>>();
