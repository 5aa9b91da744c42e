// SPDX-License-Identifier: BSD-3-Clause
import { isoDay, readDay, writeDate } from '../calendar.ts';
import { readTime, timeOfDay, writeTime } from '../clock-time.ts';
import { blankCode } from '../codes.ts';
import type { FieldType } from '../contract.ts';
import { beyond, dayCodes, limitCodes, readByLimits } from '../date-limits.ts';
import { problem } from '../problems.ts';

const pattern = `^${isoDay}T${timeOfDay}$`;
const whole = new RegExp(pattern, 'u');

/** The day and the time of it as typed: four parts behind three strokes, or the time last. */
function halves(typed: string): readonly [day: string, time: string] {
  const parts = typed.split('/');
  if (typed.length > 60) return [typed, ''];
  if (parts.length === 4) return [parts.slice(0, 3).join('/'), parts[3]!.trim()];
  const [, day, time] =
    /^(.*?[^\s,T])(?:T|\s*,?\s+)(?:(?:alle ore|ore|alle|at)\s+)?(\d{1,2}[:.]\d{2}|\d{3})$/u.exec(
      typed.trim(),
    ) ?? [];
  return [day ?? typed, time ?? ''];
}

/** A moment in Italy, kept without a zone: 2019-05-12T09:30. */
export const facts: FieldType<string> = {
  type: 'date-time',
  fits: () => 0,
  answer: () => ({ type: 'string', minLength: 16, maxLength: 16, pattern }),
  check: (value) => (typeof value === 'string' && whole.test(value) ? [] : [problem('not-a-date-time')]),
  deep: beyond,
  reads: readByLimits,
  read(typed, field) {
    if (typed.replaceAll('/', '').trim() === '') return { value: undefined };
    const [day, clock] = halves(typed);
    const read = readDay(day);
    if ('code' in read) return { problem: problem(read.code) };
    const time = readTime(clock);
    if (time === undefined) return { problem: problem(clock === '' ? 'date-no-time' : 'not-a-time') };
    const value = `${read.date}T${time}`;
    const found = beyond(value, field)[0];
    return found ? { problem: found } : { value };
  },
  // one text for each part of its input
  edit: (value) => `${writeDate(value.slice(0, 10))}/${writeTime(value.slice(11))}`,
  empty: blankCode,
  codes: ['not-a-date-time', 'date-no-time', 'not-a-time', ...dayCodes, ...limitCodes],
};
