// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import { isDate, isoPattern, readDate, writeDate } from '../calendar.ts';
import type { FieldType } from '../contract.ts';
import { problem } from '../problems.ts';

const limit = (field: FieldSchema, key: 'from' | 'to'): string | undefined => {
  const set = field['x-settings']?.[key];
  return isDate(set) ? set : undefined;
};

function beyond(value: string, field: FieldSchema) {
  const from = limit(field, 'from');
  const to = limit(field, 'to');
  // ISO dates of four-digit years sort as text
  if (from !== undefined && value < from) return [problem('date-too-early', { limit: writeDate(from) })];
  if (to !== undefined && value > to) return [problem('date-too-late', { limit: writeDate(to) })];
  return [];
}

export const facts: FieldType<string> = {
  type: 'date',
  fits: (field) => (field.type === 'string' && field.format === 'date' ? 3 : 0),
  answer: () => ({ type: 'string', format: 'date', minLength: 10, maxLength: 10, pattern: isoPattern }),
  check: (value) => (isDate(value) ? [] : [problem('not-a-date')]),
  deep: beyond,
  read(typed, field) {
    if (typed.trim() === '') return { value: undefined };
    const value = readDate(typed);
    if (value === undefined) return { problem: problem('not-a-date') };
    const found = beyond(value, field)[0];
    return found ? { problem: found } : { value };
  },
  edit: writeDate,
  empty: (value) => value === undefined || value === null || value === '',
  codes: ['not-a-date', 'date-too-early', 'date-too-late'],
};
