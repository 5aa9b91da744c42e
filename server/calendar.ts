// SPDX-License-Identifier: AGPL-3.0-or-later
// Days on which offices are closed, and the next one on which they are open. Pure.
import { daysLater, monthsLater } from '../runtime/functions/dates.ts';
import type { ListRow } from '../schemas/types.ts';

/** Is this ISO date a day on which a term may not end? */
export type Closed = (date: string) => boolean;

/** Is there such a day? */
export const isDay = (date: string): boolean => daysLater(date, 0) !== undefined;

/** `days` calendar days after an ISO date. */
export const daysAfter = (date: string, days: number): string => daysLater(date, days) ?? date;

/** The same day `months` later, or the last one of a shorter month. */
export const monthsAfter = (date: string, months: number): string => monthsLater(date, months) ?? date;

/** Whole days from one ISO date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Easter Sunday of a year of the Gregorian calendar, ISO. */
export function easter(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const week = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const turn = Math.floor((golden + 11 * moon + 22 * week) / 451);
  const sum = moon + week - 7 * turn + 114;
  return `${year}-${String(Math.floor(sum / 31)).padStart(2, '0')}-${String((sum % 31) + 1).padStart(2, '0')}`;
}

/**
 * Sundays (a Saturday is a day like others), the rows of a list (`giorno` MM-DD, or `dopo_pasqua` days; `dal`: the
 * first one, ISO) and the district's own days, e.g. its patron.
 */
export function closedDays(rows: readonly ListRow[], own: readonly string[] = []): Closed {
  const years = new Map<string, ReadonlySet<string>>();
  const ofYear = (year: string): ReadonlySet<string> => {
    const known = years.get(year);
    if (known) return known;
    const days = rows.flatMap((row) => {
      const day =
        typeof row['dopo_pasqua'] === 'number'
          ? daysAfter(easter(Number(year)), row['dopo_pasqua'])
          : `${year}-${String(row['giorno'])}`;
      return typeof row['dal'] === 'string' && day < row['dal'] ? [] : [day];
    });
    const made = new Set([...days, ...own.filter((day) => day.startsWith(year))]);
    years.set(year, made);
    return made;
  };
  return (date) => new Date(`${date}T00:00:00Z`).getUTCDay() === 0 || ofYear(date.slice(0, 4)).has(date);
}

/** The day itself, or the first one after it that is not closed. */
export function openDay(date: string, closed: Closed): string {
  let day = date;
  // no year has so many closed days in a row
  for (let tries = 0; tries < 31 && closed(day); tries += 1) day = daysAfter(day, 1);
  return day;
}
