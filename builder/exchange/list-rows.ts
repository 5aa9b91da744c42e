// SPDX-License-Identifier: AGPL-3.0-or-later
// The rows of a list as a sheet holds them: out as CSV, in from CSV or from what was copied out of a spreadsheet.
import type { ListRow } from '../../schemas/types.ts';
import { makeConst } from '../edit/key.ts';
import { readCsv, writeCsv } from './csv.ts';

/** Columns that every list has; the others are its own. */
const first = ['id', 'title', 'valid_from', 'valid_to'] as const;

const columnsOf = (rows: readonly ListRow[]): readonly string[] => [
  ...new Set([...first, ...rows.flatMap((row) => Object.keys(row))]),
];

const written = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

/** What a cell was before it was written as text. */
function read(text: string): unknown {
  if (!/^(?:-?\d+(?:\.\d+)?|true|false|\[.*\]|\{.*\})$/s.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

export function rowsToCsv(rows: readonly ListRow[]): string {
  const columns = columnsOf(rows);
  return writeCsv([columns, ...rows.map((row) => columns.map((name) => written(row[name])))]);
}

/**
 * Rows from a table. With a head that names `title` its columns are used; without one, a first column alone is the
 * name, and of two the first is the code. A code that is missing is made from the name; rows that are known by their
 * code keep the columns that the table does not have.
 */
export function rowsFromText(text: string, before: readonly ListRow[]): readonly ListRow[] {
  const table = readCsv(text);
  const head = (table[0] ?? []).map((name) => name.trim().toLowerCase());
  const headed = head.includes('title');
  const body = headed ? table.slice(1) : table;
  const known = new Map(before.map((row) => [row.id, row]));
  const byTitle = new Map(before.map((row) => [row.title, row.id]));
  // '00123' is a text; only a column that held numbers, yes or no, or lists before holds them again.
  const typed = new Set(
    before.flatMap((row) =>
      Object.entries(row).flatMap(([name, value]) => (typeof value === 'string' ? [] : [name])),
    ),
  );
  const taken = new Set<string>();
  return body.flatMap((cells) => {
    const names = headed ? head : cells.length > 1 && cells[1]?.trim() ? ['id', 'title'] : ['title'];
    const sent: { [name: string]: unknown } = {};
    for (const [place, name] of names.entries()) {
      const cell = (cells[place] ?? '').trim();
      if (name !== '' && cell !== '') sent[name] = typed.has(name) ? read(cell) : cell;
    }
    const title = String(sent['title'] ?? '');
    if (title === '') return [];
    const id = String(sent['id'] ?? byTitle.get(title) ?? makeConst(title, taken));
    if (taken.has(id)) return [];
    taken.add(id);
    return [{ ...known.get(id), ...sent, id, title } as ListRow];
  });
}
