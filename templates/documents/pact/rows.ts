// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Row } from '../../writing.ts';
import { fullName, text } from '../../people.ts';
import { columns, keys } from './keys.ts';

/** Rows of a list; none where there is no list. */
export function rowsAt(answers: Row, key: string): readonly Row[] {
  const value = answers[key];
  return Array.isArray(value)
    ? value.filter((one): one is Row => typeof one === 'object' && one !== null)
    : [];
}

/** Ids that a link names: one, or a list of them. */
export function ids(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** How rows are called: the first name where no other has it, the whole name else; texts for the rest. */
export function callRows(answers: Row, household: readonly Row[]): (pointer: string, id: string) => string {
  return (pointer, id) => {
    if (pointer.startsWith('case:')) {
      const row = household.find((one) => one['id'] === id);
      if (!row) return '';
      const first = text(row[columns.name]);
      const namesakes = household.filter((one) => one[columns.name] === first);
      return namesakes.length > 1 || first === '' ? fullName(row) : first;
    }
    const row = rowsAt(answers, pointer.slice(1)).find((one) => one['id'] === id);
    return row ? text(row[columns.text]) : '';
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
  const results = rowsAt(answers, keys.results);
  const objectives = rowsAt(answers, keys.objectives).map((row, index) => {
    const mine = results
      .filter((result) => ids(result[columns.objective]).includes(text(row['id'])))
      .map((result, at) => ({ row: result, n: `${index + 1}.${at + 1}` }));
    for (const one of mine) place.set(text(one.row['id']), { n: one.n, objective: index });
    return { row, n: String(index + 1), results: mine };
  });
  return { objectives, place };
}
