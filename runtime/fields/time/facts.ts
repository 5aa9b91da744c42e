// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import { isTime, readTime, timeOfDay, writeTime } from '../clock-time.ts';
import { blankCode } from '../codes.ts';
import type { FieldType } from '../contract.ts';
import { problem } from '../problems.ts';

const limit = (field: FieldSchema, side: 'from' | 'to'): string | undefined => {
  const set = field['x-settings']?.[side];
  return isTime(set) ? set : undefined;
};

function beyond(value: string, field: FieldSchema) {
  const [from, to] = [limit(field, 'from'), limit(field, 'to')];
  // hours of two digits sort as text
  if (from !== undefined && value < from) return [problem('time-too-early', { limit: writeTime(from) })];
  if (to !== undefined && value > to) return [problem('time-too-late', { limit: writeTime(to) })];
  return [];
}

/** Time of day, without a zone and without seconds: 09:30. */
export const facts: FieldType<string> = {
  type: 'time',
  fits: () => 0,
  answer: () => ({ type: 'string', minLength: 5, maxLength: 5, pattern: `^${timeOfDay}$` }),
  check: (value) => (isTime(value) ? [] : [problem('not-a-time')]),
  deep: beyond,
  read(typed, field) {
    if (typed.trim() === '') return { value: undefined };
    const value = readTime(typed);
    const found = value === undefined ? problem('not-a-time') : beyond(value, field)[0];
    return found ? { problem: found } : { value };
  },
  edit: writeTime,
  empty: blankCode,
  codes: ['not-a-time', 'time-too-early', 'time-too-late'],
};
