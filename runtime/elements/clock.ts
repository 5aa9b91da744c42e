// SPDX-License-Identifier: BSD-3-Clause
const zone = { timeZone: 'Europe/Rome' } as const;
const timeOf = (at: string | number | undefined): Date => (at === undefined ? new Date() : new Date(at));

/** Hour and minute in Rome of an ISO date and time, or of milliseconds since 1970; without one, of now. */
export const hour = (at: string | number | undefined, locale: string): string =>
  timeOf(at).toLocaleTimeString(locale, { ...zone, hour: '2-digit', minute: '2-digit' });

/** The same with the date when it is not of today. */
export function moment(at: string | number | undefined, locale: string): string {
  const day = (date: Date) =>
    date.toLocaleDateString(locale, { ...zone, day: '2-digit', month: '2-digit', year: 'numeric' });
  const date = day(timeOf(at));
  return date === day(new Date()) ? hour(at, locale) : `${hour(at, locale)}, ${date}`;
}
