// SPDX-License-Identifier: BSD-3-Clause
// Times of day as hh:mm, twenty-four hours.

/** Without ends, to stand inside others; for RegExp and RE2 alike. */
export const timeOfDay = '([01][0-9]|2[0-3]):[0-5][0-9]';
const whole = new RegExp(`^${timeOfDay}$`, 'u');

export const isTime = (value: unknown): value is string => typeof value === 'string' && whole.test(value);

/** 9:30, 9.30, 9,30, 9 30, 930, 9h30, "ore 9" → 09:30; undefined when it is no time. */
export function readTime(typed: string): string | undefined {
  const text = typed.trim().replace(/^(alle ore|ore|alle|at)\s+/iu, '');
  const [, hour = '24', minute = '00'] =
    /^(\d{1,2})(?:\s*[:.,h\s]\s*(\d{2}))?$/u.exec(text) ?? /^(\d{1,2})(\d{2})$/u.exec(text) ?? [];
  const found = `${hour.padStart(2, '0')}:${minute}`;
  return isTime(found) ? found : undefined;
}

/** 09:30 → 9:30 */
export const writeTime = (value: string): string => value.replace(/^0(?=\d)/u, '');
