// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Row } from '../../writing.ts';
import { columns, pointers } from './keys.ts';

/** First of these keys that is answered. */
export function pick(row: Row, keys: readonly string[]): unknown {
  for (const key of keys) if (row[key] !== undefined) return row[key];
  return undefined;
}

export function keyOf(row: Row, keys: readonly string[]): string | undefined {
  return keys.find((key) => row[key] !== undefined);
}

/** Rows of the first of these keys that holds a list, with that key. */
export function rowsAt(
  answers: Row,
  keys: readonly string[],
): { readonly key: string; readonly rows: readonly Row[] } {
  for (const key of keys) {
    const value = answers[key];
    if (Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null)) {
      return { key, rows: value as Row[] };
    }
  }
  return { key: keys[0] ?? '', rows: [] };
}

/** Ids that a link names: one, or a list of them. */
export function ids(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Name and surname of a row of the household. */
export function fullName(row: Row): string {
  return [text(pick(row, columns.name)), text(pick(row, columns.surname))].filter(Boolean).join(' ');
}

/** How rows are called: the first name where no other has it, the whole name else; texts for the rest. */
export function callRows(answers: Row, household: readonly Row[]): (pointer: string, id: string) => string {
  return (pointer, id) => {
    if (pointer.startsWith('case:')) {
      const row = household.find((one) => one['id'] === id);
      if (!row) return '';
      const first = text(pick(row, columns.name));
      const namesakes = household.filter((one) => pick(one, columns.name) === first);
      return namesakes.length > 1 || first === '' ? fullName(row) : first;
    }
    const { rows } = rowsAt(answers, [pointer.slice(1)]);
    const row = rows.find((one) => one['id'] === id);
    return row ? text(pick(row, columns.text)) : '';
  };
}

/** The graph of the pact, numbered as people read it: objective 1, results 1.1, 1.2… */
export interface Numbered {
  readonly objectives: readonly {
    readonly row: Row;
    readonly n: string;
    readonly results: readonly { readonly row: Row; readonly n: string }[];
  }[];
  /** result id → number, and the objective's place in the list */
  readonly place: ReadonlyMap<string, { readonly n: string; readonly objective: number }>;
}

export function numbered(answers: Row): Numbered {
  const place = new Map<string, { n: string; objective: number }>();
  const results = rowsAt(answers, pointers.results).rows;
  const objectives = rowsAt(answers, pointers.objectives).rows.map((row, index) => {
    const mine = results
      .filter((result) => ids(pick(result, columns.objective)).includes(text(row['id'])))
      .map((result, at) => ({ row: result, n: `${index + 1}.${at + 1}` }));
    for (const one of mine) place.set(text(one.row['id']), { n: one.n, objective: index });
    return { row, n: String(index + 1), results: mine };
  });
  return { objectives, place };
}
