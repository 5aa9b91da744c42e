// SPDX-License-Identifier: BSD-3-Clause
// Calendar dates as ISO text, from 1900 to 2199; no clock and no time zone is asked.

/** Strict calendar, 29 February included, for RegExp and RE2 alike. */
export const isoPattern =
  '^((19|20|21)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))' +
  '|((19|20|21)(0[48]|[2468][048]|[13579][26])|2000)-02-29)$';
const iso = new RegExp(isoPattern, 'u');

export const isDate = (value: unknown): value is string => typeof value === 'string' && iso.test(value);

/**
 * g/m/aa, gg/mm/aaaa (with / . - or blanks), ggmmaaaa or ISO → ISO; undefined when no such day exists.
 * Day before month, always. Two digits of year: 00–39 are of this century, 40–99 of the last.
 */
export function readDate(typed: string): string | undefined {
  const text = typed.trim();
  if (isDate(text)) return text;
  const match =
    /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})$/u.exec(text) ??
    /^(\d{2})(\d{2})(\d{4})$/u.exec(text);
  if (!match) return undefined;
  const [, day = '', month = '', year = ''] = match;
  const full = year.length === 4 ? year : (Number(year) < 40 ? '20' : '19') + year;
  const found = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(found) ? found : undefined;
}

/** 2026-03-02 → 02/03/2026 */
export const writeDate = (value: string): string => value.split('-').toReversed().join('/');
