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
