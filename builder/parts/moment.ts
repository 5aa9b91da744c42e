// SPDX-License-Identifier: AGPL-3.0-or-later
// Days and hours as people here read and write them, in Rome.
const zone = { timeZone: 'Europe/Rome' } as const;
const day = new Intl.DateTimeFormat('it-IT', { ...zone, day: '2-digit', month: '2-digit', year: 'numeric' });
const hour = new Intl.DateTimeFormat('it-IT', { ...zone, hour: '2-digit', minute: '2-digit' });

/** RFC 3339 → 02/03/2026, 09:41 */
export const momentText = (instant: string): string =>
  `${day.format(Date.parse(instant))}, ${hourText(instant)}`;
/** RFC 3339 → 09:41 */
export const hourText = (instant: string): string => hour.format(Date.parse(instant));
/** RFC 3339 → 02/03/2026 */
export const dayOf = (instant: string): string => day.format(Date.parse(instant));
/** 2026-03-02 → 02/03/2026 */
export const dayText = (date: string): string => date.split('-').reverse().join('/');

/** 2/3/2026, 02.03.2026 → 2026-03-02; undefined: no such day */
export function readDay(text: string): string | undefined {
  const [, date = '', month = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}
