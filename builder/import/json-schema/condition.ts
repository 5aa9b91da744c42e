// SPDX-License-Identifier: AGPL-3.0-or-later
// A JSON Schema that tests answers, as a condition.
import type { Condition, Test } from '../../../schemas/types.ts';
import { type Rows, seenFrom, valueType } from '../answers.ts';
import { all, any, not, test } from '../combine.ts';
import { isObject } from '../json.ts';
import { type Known, type Level, asCode } from './known.ts';

/** Told of each property that a test reads without asking that it be there. */
export type Unasked = () => void;

interface Sight {
  readonly from: Rows | undefined;
  readonly unasked: Unasked;
}

const bounds = new Set([
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
]);
const silent = new Set(['type', 'title', 'description', '$comment']);
const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** All parts that are there must be translated, or nothing is. */
const together = (parts: readonly (Condition | undefined)[]): Condition | undefined =>
  parts.length > 0 && parts.every((part) => part !== undefined) ? all(parts as Condition[]) : undefined;

/** What an object must be like. */
export function ofObject(schema: unknown, level: Level, sight: Sight): Condition | undefined {
  if (!isObject(schema)) return undefined;
  const parts: (Condition | undefined)[] = [];
  const required = Array.isArray(schema['required']) ? (schema['required'] as unknown[]) : [];
  const tested = isObject(schema['properties']) ? schema['properties'] : {};
  for (const [key, value] of Object.entries(schema)) {
    if (silent.has(key) || (key === 'properties' && Object.keys(tested).length === 0)) continue;
    if (key === 'properties')
      for (const [name, inner] of Object.entries(tested)) {
        const known = level.names.get(name);
        if (known && !required.includes(name)) sight.unasked();
        parts.push(known && ofValue(inner, known, sight));
      }
    else if (key === 'required')
      for (const name of required) {
        const known = level.names.get(String(name));
        const pointer = known && seenFrom(sight.from, known);
        // A test of its value asks already that it be there.
        if (!Object.hasOwn(tested, String(name)) || emptyTest(tested[String(name)])) {
          parts.push(pointer === undefined ? undefined : test(pointer, { answered: true }));
        }
      }
    else parts.push(combined(key, value, (inner) => ofObject(inner, level, sight)));
  }
  return together(parts);
}

const emptyTest = (schema: unknown): boolean =>
  isObject(schema) && Object.keys(schema).every((key) => silent.has(key));

function combined(
  key: string,
  value: unknown,
  inner: (schema: unknown) => Condition | undefined,
): Condition | undefined {
  if (key === 'not') {
    const found = inner(value);
    return found && not(found);
  }
  if ((key !== 'allOf' && key !== 'anyOf') || !Array.isArray(value)) return undefined;
  const parts = value.map(inner);
  if (parts.length === 0 || parts.some((part) => part === undefined)) return undefined;
  return key === 'allOf' ? all(parts as Condition[]) : any(parts as Condition[]);
}

/** What the answer to one question must be like. */
export function ofValue(schema: unknown, known: Known, sight: Sight): Condition | undefined {
  const pointer = seenFrom(sight.from, known);
  if (!isObject(schema) || pointer === undefined) return undefined;
  if (known.inside && known.field.type === 'object') return ofObject(schema, known.inside, sight);
  const parts: (Condition | undefined)[] = [];
  const ranges: { [keyword: string]: unknown } = {};
  for (const [key, value] of Object.entries(schema)) {
    if (silent.has(key)) continue;
    if (bounds.has(key) && typeof value === 'number') ranges[key] = value;
    else if (key === 'const') parts.push(constant(pointer, known, value));
    else if (key === 'enum' && Array.isArray(value)) parts.push(oneOf(pointer, known, value));
    else if (key === 'contains') parts.push(contained(pointer, known, value));
    else parts.push(combined(key, value, (inner) => ofValue(inner, known, sight)));
  }
  if (Object.keys(ranges).length > 0) {
    const { type } = known.field;
    parts.push(
      type && type !== 'object' && type !== 'boolean'
        ? test(pointer, { type, ...ranges } as Test)
        : undefined,
    );
  }
  if (parts.length === 0) return test(pointer, { answered: true });
  return together(parts);
}

function constant(pointer: string, { field }: Known, value: unknown): Condition | undefined {
  if (value === null) return test(pointer, { answered: false });
  const code = asCode(field, value);
  if (!isScalar(code) || ['list', 'rows', 'other'].includes(valueType(field))) return undefined;
  return test(pointer, { const: code });
}

function oneOf(pointer: string, known: Known, values: readonly unknown[]): Condition | undefined {
  if (values.length === 1) return constant(pointer, known, values[0]);
  const codes = values.map((value) => asCode(known.field, value));
  return codes.every(isScalar) && codes.length > 0 ? test(pointer, { enum: codes }) : undefined;
}

function contained(pointer: string, { field }: Known, schema: unknown): Condition | undefined {
  const wanted = isObject(schema) ? schema['const'] : undefined;
  if (
    !isScalar(wanted) ||
    valueType(field) !== 'list' ||
    Object.keys(schema as object).some((key) => key !== 'const' && !silent.has(key))
  )
    return undefined;
  return test(pointer, { type: 'array', contains: { const: wanted } });
}
