// SPDX-License-Identifier: AGPL-3.0-or-later
// How a row of a register stands on a day. Pure.
import type { ListRow, Register } from '../../../schemas/types.ts';

/**
 * closed: no longer offered; future: not yet; expired, expiring: by its own end; stale: nobody has looked it over for
 * too long.
 */
export type Mark = 'closed' | 'future' | 'expired' | 'expiring' | 'stale';

export interface Standing {
  readonly marks: readonly Mark[];
  /** days until it ends, where that is near or past */
  readonly left?: number;
  /** the last of the days on which it is said before has come */
  readonly near?: true;
}

const text = (row: ListRow, column: string): string => {
  const value = row[column];
  return typeof value === 'string' ? value : '';
};
const day = 86_400_000;

/** `today`: ISO date */
export function standing(register: Register, row: ListRow, today: string): Standing {
  const [from, to] = [text(row, 'valid_from'), text(row, 'valid_to')];
  if (to !== '' && to < today) return { marks: ['closed'] };
  const marks: Mark[] = from > today ? ['future'] : [];
  const { checked, expires } = register;
  const left = expires && daysLeft(expires, row, today);
  if (left !== undefined && left <= Math.max(...(expires?.days ?? [0])))
    marks.push(left < 0 ? 'expired' : 'expiring');
  if (checked) {
    const seen = text(row, checked.day);
    if (seen === '' || seen < monthsBefore(today, checked.months)) marks.push('stale');
  }
  if (left === undefined || !marks.some((one) => one.startsWith('expir'))) return { marks };
  return { marks, left, ...(left <= Math.min(...(expires?.days ?? [])) ? { near: true } : {}) };
}

function daysLeft(
  expires: NonNullable<Register['expires']>,
  row: ListRow,
  today: string,
): number | undefined {
  const end = text(row, expires.day);
  const counts = Object.entries(expires.while ?? {}).every(([column, value]) => row[column] === value);
  if (!counts || !/^\d{4}-\d{2}-\d{2}$/.test(end)) return undefined;
  return Math.round((Date.parse(end) - Date.parse(today)) / day);
}

/** The same day so many months before; the last of the month where there is none. */
export function monthsBefore(date: string, many: number): string {
  const [year = 0, month = 1, of = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - many, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(of, last));
  return first.toISOString().slice(0, 10);
}

/** Comuni that a row concerns; undefined: all of the district. */
export function comuniOf(register: Register, row: ListRow): readonly string[] | undefined {
  const value = register.comuni === undefined ? undefined : row[register.comuni];
  const list = Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string')
    : typeof value === 'string'
      ? value.split(/[\s,;]+/).filter((one) => one !== '' && one !== 'tutti')
      : [];
  return list.length > 0 ? list : undefined;
}
