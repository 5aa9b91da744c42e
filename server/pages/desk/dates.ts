// SPDX-License-Identifier: AGPL-3.0-or-later
// Dates as people read them; moments are shown in Europe/Rome.
const zone = { timeZone: 'Europe/Rome' } as const;
const day = new Intl.DateTimeFormat('it-IT', { ...zone, day: '2-digit', month: '2-digit', year: 'numeric' });
const minute = new Intl.DateTimeFormat('it-IT', {
  ...zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** "2026-03-21" or an RFC 3339 moment → "21/03/2026" */
export const dayOf = (iso: string): string =>
  iso.length === 10 ? iso.split('-').reverse().join('/') : day.format(new Date(iso));
/** RFC 3339 moment → "21/03/2026, 10:42" */
export const minuteOf = (iso: string): string => minute.format(new Date(iso));
/** whole days from one calendar date to another */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

const parts = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short', timeStyle: 'medium' });
/** "2/3/2026" and "10:05" as read in Rome → RFC 3339 UTC, whatever zone the device is in; undefined: no such moment */
export function momentOf(day: string, hour: string): string | undefined {
  const date = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(day);
  const time = /^(\d{1,2})[:.](\d{2})$/.exec(hour);
  if (!date || !time) return undefined;
  const two = (text: string | undefined): string => String(text).padStart(2, '0');
  const wanted = `${date[3]}-${two(date[2])}-${two(date[1])} ${two(time[1])}:${time[2]}:00`;
  const guess = Date.parse(`${wanted.replace(' ', 'T')}Z`);
  if (Number.isNaN(guess)) return undefined;
  const there = Date.parse(`${parts.format(guess).replace(' ', 'T')}Z`);
  const moment = guess - (there - guess);
  return parts.format(moment) === wanted ? new Date(moment).toISOString() : undefined;
}

/** "2/3/2026" → "2026-03-02"; undefined: no such day */
export function isoOf(written: string): string | undefined {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written.trim()) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const there = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(there) || new Date(there).toISOString().slice(0, 10) !== iso ? undefined : iso;
}
