// SPDX-License-Identifier: BSD-3-Clause
// Calendar dates as ISO texts. Days are counted without a clock or a time zone.

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const leap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lengthOf = (year: number, month: number): number =>
  month === 2 && leap(year) ? 29 : (lengths[month - 1] ?? 0);

function day(text: unknown): Day | undefined {
  const parts = typeof text === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) : null;
  if (!parts) return undefined;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return date >= 1 && date <= lengthOf(year, month) ? { year, month, day: date } : undefined;
}

const written = ({ year, month, day: date }: Day): string | undefined =>
  year < 1 || year > 9999
    ? undefined
    : `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** Days since 1 January of the year 1. */
function count({ year, month, day: date }: Day): number {
  const before = year - 1;
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  for (let each = 1; each < month; each++) days += lengthOf(year, each);
  return days + date - 1;
}

function fromCount(days: number): Day {
  let year = Math.floor(days / 365.2425) + 1;
  while (count({ year, month: 1, day: 1 }) > days) year--;
  while (count({ year: year + 1, month: 1, day: 1 }) <= days) year++;
  let rest = days - count({ year, month: 1, day: 1 });
  let month = 1;
  for (; rest >= lengthOf(year, month); month++) rest -= lengthOf(year, month);
  return { year, month, day: rest + 1 };
}

/** Full years from a birth to a day; who is born on 29 February is a year older on 1 March. Undefined before birth. */
export function fullYears(born: unknown, on: unknown): number | undefined {
  const [from, to] = [day(born), day(on)];
  if (!from || !to) return undefined;
  const due = to.month > from.month || (to.month === from.month && to.day >= from.day);
  const years = to.year - from.year - (due ? 0 : 1);
  return years < 0 ? undefined : years;
}

/** Days from one date to another: from today to tomorrow it is 1. */
export function daysFrom(from: unknown, to: unknown): number | undefined {
  const [a, b] = [day(from), day(to)];
  return a && b && count(b) - count(a);
}

export function daysLater(from: unknown, days: unknown): string | undefined {
  const start = day(from);
  if (!start || !Number.isInteger(days)) return undefined;
  const sum = count(start) + (days as number);
  return sum < 0 || sum > 3_652_058 ? undefined : written(fromCount(sum));
}

/** The same day so many months later, or the last day of a shorter month. */
export function monthsLater(from: unknown, months: unknown): string | undefined {
  const start = day(from);
  if (!start || !Number.isInteger(months)) return undefined;
  const sum = start.year * 12 + start.month - 1 + (months as number);
  const [year, month] = [Math.floor(sum / 12), (((sum % 12) + 12) % 12) + 1];
  return written({ year, month, day: Math.min(start.day, lengthOf(year, month)) });
}
