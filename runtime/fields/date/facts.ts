// SPDX-License-Identifier: BSD-3-Clause
import { isDate, isoPattern, readDay, writeDate } from '../calendar.ts';
import type { FieldType } from '../contract.ts';
import { beyond, dayCodes, limitCodes, readByLimits } from '../date-limits.ts';
import { problem } from '../problems.ts';

export const facts: FieldType<string> = {
  type: 'date',
  fits: (field) => (field.type === 'string' && field.format === 'date' ? 3 : 0),
  answer: () => ({ type: 'string', format: 'date', minLength: 10, maxLength: 10, pattern: isoPattern }),
  check: (value) => (isDate(value) ? [] : [problem('not-a-date')]),
  deep: beyond,
  reads: readByLimits,
  read(typed, field) {
    if (typed.trim() === '') return { value: undefined };
    const read = readDay(typed);
    if ('code' in read) return { problem: problem(read.code) };
    const found = beyond(read.date, field)[0];
    return found ? { problem: found } : { value: read.date };
  },
  edit: writeDate,
  empty: (value) => value === undefined || value === null || value === '',
  codes: [...dayCodes, ...limitCodes],
};
