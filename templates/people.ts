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

/** One person, in texts; '' for what is not known. */
export function person(row: Row): { readonly [key in 'name' | 'birth' | 'taxCode']: Data } {
  return { name: fullName(row), birth: day(text(row['nascita'])), taxCode: text(row['codice_fiscale']) };
}
