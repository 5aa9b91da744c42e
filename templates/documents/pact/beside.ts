// SPDX-License-Identifier: AGPL-3.0-or-later
// The words of the pact beside the same in the family's language, in the order in which the paper says them.
import type { Data } from '../../contract.ts';
import type { Row } from '../../writing.ts';
import { columns, keys } from './keys.ts';
import { text } from '../../people.ts';
import { numbered, rowsAt } from './rows.ts';

const fromRight = new Set(['ar', 'fa', 'ur']);

/** null: nothing was written in another language. `name`: the language, as the definition calls it. */
export function beside(answers: Row, name: string): Data {
  const lang = text(answers[keys.language]);
  const pair = (n: string, row: Row) => ({
    n,
    text: text(row[columns.text]),
    other: text(row[columns.beside]),
  });
  const pairs = [
    ...numbered(answers).objectives.flatMap(({ row, n, results }) => [
      pair(n, row),
      ...results.map((result) => pair(result.n, result.row)),
    ]),
    ...rowsAt(answers, keys.commitments).map((row) => pair('', row)),
  ];
  // The same words are read once: a commitment of both parents stands in the pact twice.
  const seen = new Set<string>();
  const rows = pairs.filter(({ text: own, other }) => other !== '' && !seen.has(own) && seen.add(own));
  if (lang === '' || rows.length === 0) return null;
  return { lang, dir: fromRight.has(lang) ? 'rtl' : 'ltr', name, rows };
}
