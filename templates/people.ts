// SPDX-License-Identifier: AGPL-3.0-or-later
// People of a household, as papers name them.
import type { Data } from './contract.ts';
import { day, type Row } from './writing.ts';

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Name and surname of a row of the household. */
export function fullName(row: Row): string {
  return [text(row['nome']), text(row['cognome'])].filter(Boolean).join(' ');
}

/** Rows of a list; none where there is no list. */
export function rowsOf(value: unknown): readonly Row[] {
  return Array.isArray(value)
    ? value.filter((one): one is Row => typeof one === 'object' && one !== null)
    : [];
}

/** Has this person this age on a day (ISO)? Who has no date of birth is old enough: the operator sees it and decides. */
export function isOf(age: number, member: Row, day: string): boolean {
  const birth = text(member['nascita']);
  return birth === '' || `${Number(birth.slice(0, 4)) + age}${birth.slice(4)}` <= day;
}

/** One person, in texts; '' for what is not known. */
export function person(row: Row): { readonly [key in 'name' | 'birth' | 'taxCode']: Data } {
  return { name: fullName(row), birth: day(text(row['nascita'])), taxCode: text(row['codice_fiscale']) };
}
