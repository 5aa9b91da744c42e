// SPDX-License-Identifier: BSD-3-Clause
import { writeNumber } from './numbers.ts';

/** Cents as euros in words: 123456 → "1.234,56 €" (English "€1,234.56"). */
export function writeCents(cents: number, locale: string): string {
  const amount = centsDigits(cents, locale, true);
  return locale.startsWith('en') ? amount.replace(/^(-?)/u, '$1€') : `${amount} €`;
}

/** The same without the sign of the euro. */
export function centsDigits(cents: number, locale: string, group: boolean): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const plain = `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return writeNumber(plain, locale, group);
}
