// SPDX-License-Identifier: BSD-3-Clause
// Earliest and latest date of a question, `from` and `to` of its settings: a fixed date, or one that is reckoned from
// today, from the date of reference or from another answer: "today", "today-18y", "reference-date+12m", "./inizio+1d".
import type { FieldSchema } from '../../schemas/types.ts';
import type { Problem } from '../problem.ts';
import { isDate, later, writeDate } from './calendar.ts';
import type { Around } from './contract.ts';
import { problem } from './problems.ts';

type Side = 'from' | 'to';
export const relative = /^(today|reference-date|[^+-]*\/.*?)(?:([+-]\d{1,4})([dmy]))?$/u;

const setOf = (field: FieldSchema, side: Side): string => String(field['x-settings']?.[side] ?? '');

function limit(field: FieldSchema, side: Side, around: Around | undefined): string | undefined {
  const set = setOf(field, side);
  if (isDate(set)) return set;
  const [, base = '', count, unit = ''] = relative.exec(set) ?? [];
  if (!around || base === '') return undefined;
  const { today, referenceDate } = around.context;
  const day = base === 'today' ? today : base === 'reference-date' ? referenceDate : around.get(base);
  if (!isDate(day)) return undefined;
  return count ? later(day, Number(count), unit) : day;
}

/** What is wrong with a date, a partial date or a moment: as much of the limits is compared as both say. */
export function beyond(value: string, field: FieldSchema, around?: Around): Problem[] {
  for (const side of ['from', 'to'] as const) {
    const end = limit(field, side, around);
    if (end === undefined) continue;
    const [day, bound] = [value.slice(0, 10), end.slice(0, value.length)];
    // ISO dates of four-digit years sort as text
    if (side === 'from' ? day >= bound : day <= bound) continue;
    const today = setOf(field, side) === 'today';
    const code =
      side === 'from'
        ? today
          ? 'date-in-past'
          : 'date-too-early'
        : today
          ? 'date-in-future'
          : 'date-too-late';
    return [problem(code, { limit: writeDate(end) })];
  }
  return [];
}

/** Other answers that the limits read. */
export const readByLimits = (field: FieldSchema): string[] =>
  (['from', 'to'] as const)
    .map((side) => relative.exec(setOf(field, side))?.[1] ?? '')
    .filter((base) => base.includes('/'));

export const limitCodes = ['date-too-early', 'date-too-late', 'date-in-past', 'date-in-future'];
export const dayCodes = [
  'not-a-date',
  'no-such-date',
  'date-year',
  'date-no-day',
  'date-no-month',
  'date-no-year',
];
