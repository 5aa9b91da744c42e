// SPDX-License-Identifier: BSD-3-Clause
// Calendar dates as ISO text, from 1900 to 2199; no clock and no time zone is asked.

/** Strict calendar, 29 February included, for RegExp and RE2 alike; without ends, to stand inside others. */
export const isoDay =
  '((19|20|21)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))' +
  '|((19|20|21)(0[48]|[2468][048]|[13579][26])|2000)-02-29)';
export const isoPattern = `^${isoDay}$`;
const iso = new RegExp(isoPattern, 'u');

export const isDate = (value: unknown): value is string => typeof value === 'string' && iso.test(value);

/** Month 5 → "maggio", "May". */
export const monthName = (month: number, locale: string): string =>
  new Date(Date.UTC(2000, month - 1)).toLocaleString(locale, { month: 'long', timeZone: 'UTC' });

/** "3", "03", "marzo", "mar", "March" → "03"; '' when it is no month. */
export function readMonth(typed: string): string {
  const named = (month: number): boolean =>
    typed.length > 2 &&
    ['it', 'en'].some((locale) => monthName(month, locale).toLowerCase().startsWith(typed.toLowerCase()));
  for (let month = 1; month < 13; month++)
    if (Number(typed) === month || named(month)) return String(month).padStart(2, '0');
  return '';
}

const parts = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2}|\p{L}{3,10})\.?\s*[/.\-\s]\s*(\d{1,4})$/u;

/**
 * g/m/aa, gg/mm/aaaa (with / . - or blanks, the month in words too), ggmmaaaa or ISO → ISO, or the code of what is
 * wrong. Day before month, always. Two digits of year: 00–39 are of this century, 40–99 of the last.
 */
export function readDay(typed: string): { readonly date: string } | { readonly code: string } {
  const text = typed.trim();
  if (iso.test(text)) return { date: text };
  const [, day, month, year] = parts.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/u.exec(text) ?? [];
  if (!day || !month || !year) {
    const boxes = text.split('/');
    const gap = boxes.length < 3 ? -1 : boxes.findIndex((box) => !box.trim());
    return { code: ['date-no-day', 'date-no-month', 'date-no-year'][gap] ?? 'not-a-date' };
  }
  const full = year.length === 2 ? (year < '40' ? '20' : '19') + year : year;
  if (!/^(19|20|21)\d\d$/u.test(full)) return { code: 'date-year' };
  const date = `${full}-${readMonth(month)}-${day.padStart(2, '0')}`;
  return isDate(date) ? { date } : { code: 'no-such-date' };
}

/** The same without a reason; undefined when it is no date. */
export function readDate(typed: string): string | undefined {
  const read = readDay(typed);
  return 'date' in read ? read.date : undefined;
}

/** 2026-03-02 → 02/03/2026 */
export const writeDate = (value: string): string => value.split('-').toReversed().join('/');

/** So many days, months or years later; of a shorter month the last day. Undefined out of the calendar. */
export function later(date: string, count: number, unit: string): string | undefined {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const to = month + (unit === 'd' ? 0 : count * (unit === 'y' ? 12 : 1));
  const last = new Date(Date.UTC(year, to, 0)).getUTCDate();
  const ms = Date.UTC(year, to - 1, unit === 'd' ? day + count : Math.min(day, last));
  const found = new Date(ms).toISOString().slice(0, 10);
  return isDate(found) ? found : undefined;
}
