// SPDX-License-Identifier: AGPL-3.0-or-later
// Answers as rows of tables: one for the submissions, one for each list of rows in them.
import type { Outline } from '../../runtime/engine/contract.ts';
import type { Answers } from '../../schemas/types.ts';
import { goesOut, type Column } from './columns.ts';

export type Cell = string | number;
export interface Table {
  /** pointer of the rows; '' for the submissions */
  readonly at: string;
  readonly name: string;
  readonly columns: readonly Column[];
}

/** The tables that have something to say, the one of the submissions first. */
export function tablesOf(columns: readonly Column[]): readonly [Table, ...Table[]] {
  const going = columns.filter(goesOut);
  const places = [...new Set(going.map(({ table }) => table))].filter((at) => at !== '').sort();
  const table = (at: string, name: string): Table => ({
    at,
    name,
    columns: going.filter((one) => one.table === at),
  });
  return [
    table('', 'compilazioni'),
    ...places.map((at) => table(at, at.slice(1).replaceAll('/*/', '.').replaceAll('/', '.'))),
  ];
}

/** How a value of a type is written, where it is not written as it is. */
const written: { readonly [type: string]: (value: unknown) => Cell | undefined } = {
  // cents
  money: (value) => (typeof value === 'number' ? value / 100 : undefined),
};

/** A code as it is stored; yes and no in words; what has parts as JSON; why nothing was said after a #. */
export function cell(value: unknown, type: string): Cell {
  const own = Object.hasOwn(written, type) ? written[type]?.(value) : undefined;
  if (own !== undefined) return own;
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'sì' : 'no';
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(' | ');
  if (typeof value === 'object' && 'declined' in value) return `#${String(value.declined)}`;
  return JSON.stringify(value);
}

/** The rows of a table in these answers, each with the ids of the rows that it is in, its own last. */
export function rowsIn(
  table: Table,
  outline: Outline,
  answers: Answers,
): readonly { readonly ids: readonly string[]; readonly cells: readonly Cell[] }[] {
  const columns = table.columns.map((column) => {
    const node = outline.byPointer.get(column.pointer);
    const fits = node?.type.type === column.type;
    return { column, path: column.pointer.slice(table.at === '' ? 1 : table.at.length + 3).split('/'), fits };
  });
  return holders(answers, table.at).map(({ ids, holder }) => ({
    ids,
    cells: columns.map(({ column, path, fits }) => (fits ? cell(at(holder, path), column.type) : '')),
  }));
}

interface Holder {
  readonly ids: readonly string[];
  readonly holder: unknown;
}

const at = (holder: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as { readonly [key: string]: unknown })[key]
        : undefined,
    holder,
  );

function holders(answers: Answers, place: string): readonly Holder[] {
  if (place === '') return [{ ids: [], holder: answers }];
  return place
    .slice(1)
    .split('/*/')
    .reduce<readonly Holder[]>(
      (all, part) =>
        all.flatMap(({ ids, holder }) => {
          const rows = at(holder, part.split('/'));
          return (Array.isArray(rows) ? (rows as readonly { readonly id?: unknown }[]) : []).map((row) => ({
            ids: [...ids, String(row.id ?? '')],
            holder: row,
          }));
        }),
      [{ ids: [], holder: answers }],
    );
}
