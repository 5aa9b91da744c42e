// SPDX-License-Identifier: AGPL-3.0-or-later
// Invented values by what a question is about, so that a filled form reads like one.
import type { FieldNode } from '../../runtime/engine/contract.ts';
import type { Context } from '../../schemas/types.ts';

/** Word of the title or key → text; the first that is found is taken. */
const texts: readonly (readonly [RegExp, string])[] = [
  [/cognome/, 'Rossi'],
  [/nome|richiedente|persona|chi /, 'Anna'],
  [/via\b|indirizzo|residen/, 'Via dell’Esempio 12'],
  [/comune|citt|luogo/, 'Poggiofinto'],
  [/scuola|istitut/, 'IC «Esempio»'],
  [/telefon|cellular/, '0999 555010'],
  [/mail/, 'anna.rossi@esempio.it'],
  [/lavoro|profess|mestier/, 'Operaia'],
];

/** Dates are counted from today, so that no form is filled with the past of another year. */
const days: readonly (readonly [RegExp, number])[] = [
  [/nascit|nat[oa]\b/, -365 * 38],
  [/entro|scad|fine|prossim|\bal\b/, 60],
  [/dal\b|inizio/, 0],
];

/** Amounts of types that count in something else than ones: euro cents. */
const amounts: { readonly [type: string]: number } = { money: 45_000 };

/** What is written by hand, by type. */
const written: { readonly [type: string]: (word: string | undefined) => string } = {
  text: (word) => word ?? 'Esempio',
  'long-text': () => 'Un esempio di quello che si può scrivere qui.',
};

const moved = (today: string, by: number): string => {
  const start = Date.parse(`${today || '2026-03-02'}T00:00:00Z`);
  return new Date(start + by * 86_400_000).toISOString().slice(0, 10);
};

/** Values that a question of this title would be answered with; none when the title says nothing. */
export function wordsFor({ key, schema, type }: FieldNode, context: Context): unknown[] {
  const about = `${key.replaceAll('_', ' ')} ${schema.title ?? ''}`.toLowerCase();
  const first = <Value>(list: readonly (readonly [RegExp, Value])[]): Value | undefined =>
    list.find(([word]) => word.test(about))?.[1];
  if (schema.type === 'boolean') return [true, false];
  if (schema.format === 'date')
    return [
      moved(context.today, first(days) ?? -7),
      moved(context.today, 7),
      moved(context.today, -365 * 30),
    ];
  if (schema.type === 'integer' || schema.type === 'number') {
    const { minimum = 0, maximum } = schema;
    const usual = amounts[type.type] ?? (/et[àa]\b|anni/.test(about) ? 38 : 2);
    return [Math.min(Math.max(usual, minimum), maximum ?? Infinity), maximum ?? minimum];
  }
  const write = written[type.type];
  return write ? [write(first(texts)), 'Esempio', 'Es'] : [];
}
