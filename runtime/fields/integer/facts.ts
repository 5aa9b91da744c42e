// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import type { FieldType } from '../contract.ts';
import { boundCodes, bounds, countDigits, noNumber, outOfBounds, readNumber, stepOf } from '../numbers.ts';
import { problem } from '../problems.ts';

const widest = Number.MAX_SAFE_INTEGER;

/** Bounds and step; JSON Schema divides in the same way. */
function wrong(value: number, field: FieldSchema) {
  const found = outOfBounds(value, field, widest, countDigits);
  const step = stepOf(field);
  if (step && !Number.isInteger(value / step)) found.push(problem('not-a-step', { step }));
  return found;
}

export const facts: FieldType<number> = {
  type: 'integer',
  fits: (field) => (field.type === 'integer' ? 1 : 0),
  answer(field) {
    const step = stepOf(field);
    return { type: 'integer', ...bounds(field, widest), ...(step && { multipleOf: step }) };
  },
  check(value, field) {
    if (!Number.isInteger(value)) return [problem('not-an-integer')];
    return wrong(value as number, field);
  },
  read(typed, field, locale) {
    if (typed.trim() === '') return { value: undefined };
    const parts = readNumber(typed, locale);
    if (!parts || /[1-9]/u.test(parts.decimals)) return { problem: problem('not-an-integer') };
    const value = Number(parts.whole) * (parts.negative && parts.whole !== '0' ? -1 : 1);
    const found = wrong(value, field)[0];
    return found ? { problem: found } : { value };
  },
  edit: (value) => String(value),
  empty: noNumber,
  codes: ['not-an-integer', 'not-a-step', ...boundCodes],
};
