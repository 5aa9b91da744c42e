// SPDX-License-Identifier: BSD-3-Clause
// What integer, decimal and money share: bounds, and how Italians and others write a number.
import type { FieldSchema } from '../../schemas/types.ts';
import type { Problem } from '../problem.ts';
import type { ClosedSchema } from './contract.ts';
import { problem } from './problems.ts';

const keywords = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const;

/** The bounds of the question, never without an end: `widest` is the absolute limit. */
export function bounds(field: FieldSchema, widest: number): ClosedSchema {
  const schema: ClosedSchema = {};
  for (const keyword of keywords) if (field[keyword] !== undefined) schema[keyword] = field[keyword];
  if (field.minimum === undefined) schema['minimum'] = -widest;
  if (field.maximum === undefined) schema['maximum'] = widest;
  return schema;
}

/** Problems of a finite number; `write` puts a limit in words by locale. */
export function outOfBounds(
  value: number,
  field: FieldSchema,
  widest: number,
  write: (limit: number, locale: string) => string,
): Problem[] {
  const named = (limit: number) => ({ limit: write(limit, 'it'), limitEn: write(limit, 'en') });
  const least = field.minimum ?? -widest;
  const most = field.maximum ?? widest;
  const above = field.exclusiveMinimum;
  const below = field.exclusiveMaximum;
  const found: Problem[] = [];
  if (value < least) found.push(problem('too-small', named(least)));
  if (value > most) found.push(problem('too-large', named(most)));
  if (above !== undefined && value <= above) found.push(problem('not-above', named(above)));
  if (below !== undefined && value >= below) found.push(problem('not-below', named(below)));
  return found;
}

/** What the answer must be a multiple of; undefined: nothing said. */
export const stepOf = (field: FieldSchema): number | undefined => {
  const set = field['x-settings']?.['step'];
  return typeof set === 'number' && set > 0 && set <= 1e6 ? set : undefined;
};

/** Who words things, in the language at hand. */
export interface Speaker {
  readonly locale: string;
  say(key: 'fromTo' | 'atLeast' | 'atMost', params: { readonly [name: string]: string }): string;
}

/** The limits in words, where the settings have them told before anybody is wrong. */
export function limitsHint(
  field: FieldSchema,
  speaker: Speaker,
  write: (limit: number, locale: string) => string,
): string | undefined {
  const { minimum, maximum } = field;
  if (field['x-settings']?.['limits'] !== true) return undefined;
  const named = (limit = 0, unit = field['x-unit']) => withUnit(write(limit, speaker.locale), unit);
  if (maximum === undefined)
    return minimum === undefined ? undefined : speaker.say('atLeast', { least: named(minimum) });
  return minimum === undefined
    ? speaker.say('atMost', { most: named(maximum) })
    : speaker.say('fromTo', { least: named(minimum, ''), most: named(maximum) });
}

export const boundCodes = ['too-small', 'too-large', 'not-above', 'not-below'];

export interface WrittenNumber {
  readonly negative: boolean;
  /** digits before and after the decimal separator, without leading zeros before */
  readonly whole: string;
  readonly decimals: string;
}

/**
 * "1.234,56", "1234.56", "1 234,56", "-3" → parts; undefined when it is no number.
 * With one separator only, three digits after it make it a thousands separator when the locale writes thousands so.
 */
export function readNumber(typed: string, locale: string): WrittenNumber | undefined {
  const text = typed.replaceAll(/[\s\u00A0\u202F'’]/gu, '').replace(/^\u2212/u, '-');
  const match = /^([+-]?)([\d.,]+)$/u.exec(text);
  if (!match || text.length > 40) return undefined;
  const body = match[2]!;
  const separator = decimalSeparator(body, locale);
  const cut = separator === undefined ? -1 : body.lastIndexOf(separator);
  const whole = cut < 0 ? body : body.slice(0, cut);
  const decimals = cut < 0 ? '' : body.slice(cut + 1);
  if (!/^\d*$/u.test(decimals) || !grouped(whole) || (whole === '' && decimals === '')) return undefined;
  const digits = whole.replaceAll(/[.,]/gu, '').replace(/^0+(?=\d)/u, '');
  return { negative: match[1] === '-', whole: digits === '' ? '0' : digits, decimals };
}

const italian = (locale: string): boolean => !locale.startsWith('en');

function decimalSeparator(body: string, locale: string): '.' | ',' | undefined {
  const dot = body.lastIndexOf('.');
  const comma = body.lastIndexOf(',');
  if (dot < 0 && comma < 0) return undefined;
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
  const only = dot >= 0 ? '.' : ',';
  if (body.indexOf(only) !== body.lastIndexOf(only)) return undefined;
  const thousands = italian(locale) ? '.' : ',';
  return only === thousands && /^[1-9]\d{0,2}[.,]\d{3}$/u.test(body) ? undefined : only;
}

/** Digits alone, or groups of three behind one kind of separator. */
const grouped = (whole: string): boolean =>
  /^\d*$/u.test(whole) || /^\d{1,3}(\.\d{3})+$/u.test(whole) || /^\d{1,3}(,\d{3})+$/u.test(whole);

/** A plain decimal text ("-1234.5") with thousands and decimal separators of the locale. */
export function writeNumber(plain: string, locale: string, group = true): string {
  const [whole = '0', decimals] = plain.replace('-', '').split('.');
  const marks = italian(locale) ? { thousands: '.', decimal: ',' } : { thousands: ',', decimal: '.' };
  const parts = group ? whole.replaceAll(/\B(?=(\d{3})+$)/gu, marks.thousands) : whole;
  return (
    (plain.startsWith('-') ? '-' : '') + parts + (decimals === undefined ? '' : marks.decimal + decimals)
  );
}

/** A number as decimal digits, never in exponent form: 1e-7 → "0.0000001". */
export function plainDigits(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/u.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', decimals = '', exponent = '0'] = match;
  const point = whole.length + Number(exponent);
  const digits = whole + decimals;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

export const noNumber = (value: unknown): boolean => value === undefined || value === null || value === '';

/** A whole number in words; four digits stay together, so that a year reads as a year. */
export const countDigits = (value: number, locale: string): string =>
  writeNumber(String(value), locale, Math.abs(value) >= 10000);

export const withUnit = (text: string, unit: string | undefined): string => (unit ? `${text} ${unit}` : text);
