// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import type { FieldType } from '../contract.ts';
import { problem } from '../problems.ts';
import { isRowId, rowIdPattern } from '../rows.ts';

const many = (field: FieldSchema): boolean => field.type === 'array';
const least = (field: FieldSchema): number => Math.max(1, field.minItems ?? 1);
const most = (field: FieldSchema): number => Math.min(field.maxItems ?? 100, 500);

const one = { type: 'string', pattern: rowIdPattern };

/** The id of a row of another list, or several of them. Whether the row is there, the engine knows. */
export const facts: FieldType<string | readonly string[]> = {
  type: 'link',
  fits: (field) => (field['x-ref'] && (field.type === 'string' || field.type === 'array') ? 5 : 0),
  answer: (field) =>
    many(field)
      ? { type: 'array', minItems: least(field), maxItems: most(field), uniqueItems: true, items: one }
      : one,
  check(value, field) {
    if (!many(field)) return isRowId(value) ? [] : [problem('not-a-link')];
    if (!Array.isArray(value)) return [problem('not-links')];
    const ids: readonly unknown[] = value;
    const found = ids.flatMap((id, index) => (isRowId(id) ? [] : [problem('not-a-link', {}, `/${index}`)]));
    if (ids.length < least(field)) found.push(problem('too-few-links', { limit: least(field) }));
    if (ids.length > most(field)) found.push(problem('too-many-links', { limit: most(field) }));
    if (new Set(ids).size < ids.length) found.push(problem('same-link-twice'));
    return found;
  },
  read(typed, field) {
    const ids = typed.split(/[\s,;]+/u).filter((id) => id !== '');
    if (ids.length === 0) return { value: undefined };
    if (!ids.every(isRowId) || (!many(field) && ids.length > 1)) return { problem: problem('not-a-link') };
    return { value: many(field) ? [...new Set(ids)] : ids[0]! };
  },
  edit: (value) => (typeof value === 'string' ? value : value.join(', ')),
  empty: (value) =>
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0),
  codes: ['not-a-link', 'not-links', 'too-few-links', 'too-many-links', 'same-link-twice'],
};
