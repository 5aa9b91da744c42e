// SPDX-License-Identifier: BSD-3-Clause
// What the two kinds of text share. Patterns are written for RegExp with the u flag and for RE2 alike.
import type { FieldSchema } from '../../schemas/types.ts';
import type { Problem } from '../problem.ts';
import type { ClosedSchema, FieldHelp } from './contract.ts';
import { problem } from './problems.ts';

/** Lone surrogates, bidirectional overrides and isolates, byte order mark: they make a text lie or break. */
const hidden = '\\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF';
const everyControl = '\\x00-\\x1F\\x7F-\\x9F\u2028\u2029';
const controlButLines = '\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\u2028\u2029';

export interface TextRules {
  readonly maxLength: number;
  /** of the whole text: refused characters, and no blank at either end */
  readonly pattern: string;
  readonly lines: boolean;
}

function rules(maxLength: number, refused: string, edges: string, lines: boolean): TextRules {
  const inside = `[^${refused}${hidden}]`;
  const edge = `[^${refused}${hidden}${edges}]`;
  return { maxLength, lines, pattern: `^${edge}(${inside}*${edge})?$` };
}

export const oneLine = rules(1000, everyControl, '\\p{Z}', false);
export const manyLines = rules(10000, controlButLines, '\\p{Z}\\t\\n', true);

const compiled = new Map([oneLine, manyLines].map((entry) => [entry, new RegExp(entry.pattern, 'u')]));
const anywhere = new RegExp(`[${controlButLines}${hidden}]`, 'u');
const breaks = /[\t\n]/u;

/** JSON Schema counts code points, not UTF-16 units. */
const length = (text: string): number => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

export function textAnswer(field: FieldSchema, rule: TextRules): ClosedSchema {
  const schema: ClosedSchema = {
    type: 'string',
    minLength: Math.max(1, field.minLength ?? 1),
    maxLength: field.maxLength ?? rule.maxLength,
    pattern: rule.pattern,
  };
  if (field.pattern !== undefined) schema['allOf'] = [{ pattern: field.pattern }];
  return schema;
}

export function textCheck(
  value: unknown,
  field: FieldSchema,
  help: FieldHelp,
  rule: TextRules,
): readonly Problem[] {
  if (typeof value !== 'string') return [problem('not-text')];
  const found: Problem[] = [];
  const count = length(value);
  const least = Math.max(1, field.minLength ?? 1);
  const most = field.maxLength ?? rule.maxLength;
  if (count < least) found.push(problem('too-short', { limit: least, length: count }));
  if (count > most) found.push(problem('too-long', { limit: most, length: count }));
  if (count > 0 && !compiled.get(rule)!.test(value)) {
    const odd = anywhere.test(value) || (!rule.lines && breaks.test(value)) || /[\u2028\u2029]/u.test(value);
    found.push(problem(odd ? 'odd-characters' : 'blank-edges'));
  }
  if (field.pattern !== undefined && !help.pattern(field.pattern).test(value))
    found.push(problem('not-the-format'));
  return found;
}

/** Typed text → value. The pattern of the question waits for `check`: here only what no pattern is needed for. */
export function textRead(
  typed: string,
  field: FieldSchema,
  rule: TextRules,
): { readonly value: string | undefined } | { readonly problem: Problem } {
  const plainText = clean(typed, rule);
  if (plainText === undefined) return { value: plainText };
  const value = cases[String(field['x-settings']?.['case'])]?.(plainText) ?? plainText;
  const { pattern: _, ...plain } = field;
  const found = textCheck(
    value,
    plain,
    { answer: () => ({}), pattern: () => ({ test: () => true }) },
    rule,
  )[0];
  return found ? { problem: found } : { value };
}

/** How the settings have a text written. */
const cases: { readonly [name: string]: (text: string) => string } = {
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  first: (text) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
};

/** Typed text as it is kept: composed accents, one kind of line end, no blanks around; undefined when nothing is left. */
function clean(typed: string, rule: TextRules): string | undefined {
  const composed = typed.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const joined = rule.lines ? composed : composed.replaceAll(/[\t\n]+/gu, ' ');
  const text = joined.trim();
  return text === '' ? undefined : text;
}

export const blank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

export const textCodes = [
  'not-text',
  'too-short',
  'too-long',
  'odd-characters',
  'blank-edges',
  'not-the-format',
];
