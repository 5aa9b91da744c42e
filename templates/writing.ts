// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Context, Definition, FieldSchema } from '../schemas/types.ts';
import type { Words } from '../runtime/problem.ts';
import type { FieldPaper, Writing } from '../runtime/fields/contract.ts';
import type { PrintedField } from './printable.ts';

export type Row = { readonly [key: string]: unknown };

/** ISO date (or instant, in Europe/Rome) → gg/mm/aaaa. */
export function day(iso: string): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (date) return `${date[3]}/${date[2]}/${date[1]}`;
  const at = new Date(iso);
  return Number.isNaN(at.valueOf())
    ? iso
    : new Intl.DateTimeFormat('it-IT', {
        timeZone: 'Europe/Rome',
        day: '2-digit',
        month: '2-digit',
        year: 'numeric',
      }).format(at);
}

/** Instant → hh:mm in Europe/Rome. */
export function hour(iso: string): string {
  return new Intl.DateTimeFormat('it-IT', {
    timeZone: 'Europe/Rome',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso));
}

/** ISO date (or instant, in Europe/Rome) → "mercoledì 11 febbraio 2026", without the day of the week "11 febbraio 2026". */
export function longDay(iso: string, language: string, weekday = true): string {
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T12:00:00Z` : iso);
  if (Number.isNaN(at.valueOf())) return iso;
  return new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', {
    timeZone: 'Europe/Rome',
    ...(weekday ? { weekday: 'long' } : {}),
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
}

/** hh:mm → "9.30" in Italian, "9:30" in English. */
export function clock(time: string, language: string): string {
  const short = time.replace(/^0(?=\d)/, '');
  return language === 'it' ? short.replace(':', '.') : short;
}

function choices(field: FieldSchema): readonly { readonly const: string; readonly title: string }[] {
  return field.oneOf ?? field.items?.oneOf ?? [];
}

/** The sides of a value that field types ask for when they write it: choices and the rows it names. */
export function writing(
  definition: Definition,
  context: Context,
  label: (pointer: string, id: string) => string,
  language: string,
): Writing {
  const words = definition.translations?.[language] ?? {};
  const list = (field: FieldSchema): readonly { readonly id: string; readonly title: string }[] => {
    const from = field['x-choices']?.from ?? field.items?.['x-choices']?.from;
    return from === undefined ? [] : (context.lists[from.replace(/^(list|register):/, '')] ?? []);
  };
  return {
    locale: language,
    choice(field, value) {
      const known = choices(field).find((one) => one.const === value)?.title;
      const key = Object.keys(words).find((one) => one.endsWith(`=${value}`));
      if (language !== 'it' && key !== undefined) return words[key] ?? value;
      return known ?? list(field).find((one) => one.id === value)?.title ?? value;
    },
    row: label,
  };
}

/** What is written where an answer was declined. */
export const declined: { readonly [why: string]: Words } = {
  unknown: { it: 'non lo sa', en: 'does not know' },
  refused: { it: 'preferisce non rispondere', en: 'prefers not to say' },
  'not-collected': { it: 'non rilevato', en: 'not collected' },
};

/** One value as a person reads it; what its type cannot write is written as it is. */
export function say(
  field: PrintedField | undefined,
  value: unknown,
  papers: ReadonlyMap<string, FieldPaper>,
  sides: Writing,
): string {
  if (value === undefined || value === null) return '';
  const why = (value as { readonly declined?: string }).declined;
  if (why !== undefined) return declined[why]?.[sides.locale === 'en' ? 'en' : 'it'] ?? '';
  const paper = field && papers.get(field.type.type);
  if (paper && field) return paper.text(value, field.schema, sides);
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value;
  return Array.isArray(value)
    ? value.map((one) => say(undefined, one, papers, sides)).join(', ')
    : String(value);
}
