// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import type { FieldType } from '../contract.ts';
import { has, isObject, problem } from '../problems.ts';
import { escapeKey, isRowId, rowIdPattern } from '../rows.ts';

const least = (field: FieldSchema): number => field.minItems ?? 0;
const most = (field: FieldSchema): number => Math.min(field.maxItems ?? 100, 500);

/** What the repeat itself says of a row; the answers inside are fields of their own. */
function rowProblems(row: unknown, at: string, known: object) {
  if (!isObject(row)) return [problem('not-a-row', {}, at)];
  const found = isRowId(row['id']) ? [] : [problem('row-without-id', {}, at)];
  for (const key of Object.keys(row)) {
    if (key !== 'id' && !has(known, key))
      found.push(problem('unknown-answer', { key }, `${at}/${escapeKey(key)}`));
  }
  return found;
}

export const facts: FieldType<readonly unknown[]> = {
  type: 'repeat',
  nests: 'rows',
  fits: (field) =>
    field.type === 'array' && (field.items?.type === 'object' || field.items?.properties) ? 2 : 0,
  answer(field, help) {
    const row = help.answer(field.items ?? { type: 'object' });
    const required = Array.isArray(row['required']) ? row['required'].filter((key) => key !== 'id') : [];
    const properties = {
      id: { type: 'string', pattern: rowIdPattern },
      ...(row['properties'] as object | undefined),
    };
    return {
      type: 'array',
      minItems: least(field),
      maxItems: most(field),
      items: { ...row, properties, required: ['id', ...required] },
    };
  },
  check(value, field) {
    if (!Array.isArray(value)) return [problem('not-rows')];
    const rows: readonly unknown[] = value;
    const known = field.items?.properties ?? {};
    const found = rows.flatMap((row, index) => rowProblems(row, `/${index}`, known));
    if (rows.length < least(field)) found.push(problem('too-few-rows', { limit: least(field) }));
    if (rows.length > most(field)) found.push(problem('too-many-rows', { limit: most(field) }));
    return found;
  },
  read: (typed) => (typed.trim() === '' ? { value: undefined } : { problem: problem('not-rows') }),
  edit: () => '',
  // an empty list of rows is an answer
  empty: (value) => value === undefined || value === null,
  codes: ['not-rows', 'not-a-row', 'row-without-id', 'unknown-answer', 'too-few-rows', 'too-many-rows'],
};
