// SPDX-License-Identifier: BSD-3-Clause
import type { FieldType } from '../contract.ts';
import { boundCodes, bounds, countDigits, noNumber, outOfBounds, readNumber } from '../numbers.ts';
import { problem } from '../problems.ts';

const widest = Number.MAX_SAFE_INTEGER;

export const facts: FieldType<number> = {
  type: 'integer',
  fits: (field) => (field.type === 'integer' ? 1 : 0),
  answer: (field) => ({ type: 'integer', ...bounds(field, widest) }),
  check(value, field) {
    if (!Number.isInteger(value)) return [problem('not-an-integer')];
    return outOfBounds(value as number, field, widest, countDigits);
  },
  read(typed, field, locale) {
    if (typed.trim() === '') return { value: undefined };
    const parts = readNumber(typed, locale);
    if (!parts || /[1-9]/u.test(parts.decimals)) return { problem: problem('not-an-integer') };
    const value = Number(parts.whole) * (parts.negative && parts.whole !== '0' ? -1 : 1);
    const found = outOfBounds(value, field, widest, countDigits)[0];
    return found ? { problem: found } : { value };
  },
  edit: (value) => String(value),
  empty: noNumber,
  codes: ['not-an-integer', ...boundCodes],
};
