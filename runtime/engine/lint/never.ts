// SPDX-License-Identifier: BSD-3-Clause
// Tests that no answer of a question can satisfy: what they show is never shown.
import type { FieldSchema } from '../../../schemas/types.ts';
import { isObject, type Json } from '../pointer.ts';

const bounds = [
  ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ['minLength', 'maxLength', '', ''],
  ['minItems', 'maxItems', '', ''],
] as const;

/** Kinds of JSON that answers of a field are; a declined answer is an object, but satisfies nothing that names a kind. */
const kindOf = ({ type, oneOf, enum: values }: FieldSchema): string | undefined =>
  type ?? (oneOf || values ? typeof (oneOf?.[0]?.const ?? values?.[0]) : undefined);

const fits = (kind: string, wanted: string): boolean =>
  kind === wanted ||
  (kind === 'integer' && wanted === 'number') ||
  (kind === 'number' && wanted === 'integer');

/** Can no answer of the field satisfy the test? */
export function neverHolds(test: unknown, field: FieldSchema): boolean {
  if (!isObject(test) || 'answered' in test) return false;
  const kind = kindOf(field);
  if (kind !== undefined && typeof test['type'] === 'string' && !fits(kind, test['type'])) return true;
  if (bounds.some((names) => empty(test, field, names))) return true;
  return offered(test, field);
}

/** Nothing lies between the bounds of the test and of the question together. */
function empty(
  test: Json,
  field: FieldSchema,
  [least, most, above, below]: readonly [string, string, string, string],
): boolean {
  const all = (name: string): number[] =>
    [test[name], (field as Json)[name]].filter((value) => typeof value === 'number');
  const from = Math.max(...all(least));
  const to = Math.min(...all(most));
  const over = Math.max(...all(above));
  const under = Math.min(...all(below));
  return from > to || over >= to || from >= under || over >= under;
}

/** No choice of the question is among the values that the test allows, or all are denied. */
function offered(test: Json, field: FieldSchema): boolean {
  const choices: readonly unknown[] | undefined = field.oneOf?.map((choice) => choice.const) ?? field.enum;
  if (!choices) return false;
  const allowed = (value: unknown): boolean =>
    (!('const' in test) || test['const'] === value) &&
    (!Array.isArray(test['enum']) || test['enum'].includes(value));
  return !choices.some(allowed);
}
