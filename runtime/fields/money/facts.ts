// SPDX-License-Identifier: BSD-3-Clause
import { centsDigits, writeCents } from '../cents.ts';
import type { FieldType } from '../contract.ts';
import { boundCodes, bounds, noNumber, outOfBounds, readNumber } from '../numbers.ts';
import { problem } from '../problems.ts';

/** In cents: one billion euros either way. */
const widest = 1e11;

/** Money is kept in whole cents. */
export const facts: FieldType<number> = {
  type: 'money',
  fits: () => 0,
  answer: (field) => ({ type: 'integer', ...bounds(field, widest) }),
  check(value, field) {
    if (!Number.isInteger(value)) return [problem('not-money')];
    return outOfBounds(value as number, field, widest, writeCents);
  },
  read(typed, field, locale) {
    const text = typed.replaceAll(/€|euro|eur/giu, '').trim();
    if (typed.trim() === '') return { value: undefined };
    const parts = readNumber(text, locale);
    if (!parts) return { problem: problem('not-money') };
    const decimals = parts.decimals.replace(/0+$/u, '');
    if (decimals.length > 2) return { problem: problem('too-many-decimals', { limit: 2 }) };
    const size = Number(parts.whole + decimals.padEnd(2, '0'));
    const value = parts.negative && size !== 0 ? -size : size;
    const found = outOfBounds(value, field, widest, writeCents)[0];
    return found ? { problem: found } : { value };
  },
  edit: (value, _field, locale) => centsDigits(value, locale, false),
  empty: noNumber,
  codes: ['not-money', 'too-many-decimals', ...boundCodes],
};
