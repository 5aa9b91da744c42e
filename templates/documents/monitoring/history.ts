// SPDX-License-Identifier: AGPL-3.0-or-later
// How far each result was at every monitoring so far, side by side.
import type { Data } from '../../contract.ts';
import type { DocumentInput } from '../../input.ts';
import { day } from '../../writing.ts';
import type { Result } from './objectives.ts';

/** Where the answers to a monitoring say when it was and how far each result is: the only place that knows these keys. */
const keys = { held: 'data', results: 'risultati', text: 'testo', level: 'livello' } as const;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
type Row = { readonly [key: string]: unknown };

/** At most so many columns fit on the page: the newest ones. */
const most = 5;

/** The table; null at the first monitoring. `now`: the results of this one, in words. */
export function historyOf(input: DocumentInput, now: readonly Result[]): Data {
  const waves = (input.waves ?? []).slice(-most);
  if (waves.length < 2) return null;
  const choices = input.outline.byPointer.get(`/${keys.results}/*/${keys.level}`)?.schema.oneOf ?? [];
  const words = new Map(choices.map((one) => [one.const, one.title]));
  const rowsIn = (answers: Row): readonly Row[] =>
    Array.isArray(answers[keys.results]) ? (answers[keys.results] as Row[]) : [];
  const all = waves.map(({ answers }) => new Map(rowsIn(answers).map((row) => [text(row['id']), row])));
  const ids = [...new Set(all.flatMap((rows) => [...rows.keys()]))];
  const named = (id: string): string => text(all.findLast((rows) => rows.has(id))?.get(id)?.[keys.text]);
  return now.length === 0
    ? null
    : {
        days: waves.map(({ answers, day: came }) => day(text(answers[keys.held]) || came)),
        rows: ids.map((id) => ({
          text: named(id),
          levels: all.map((rows) => words.get(text(rows.get(id)?.[keys.level])) ?? '–'),
        })),
      };
}
