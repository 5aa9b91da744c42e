// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import type { FieldType } from '../contract.ts';
import {
  boundCodes,
  bounds,
  noNumber,
  outOfBounds,
  plainDigits,
  readNumber,
  stepOf,
  writeNumber,
} from '../numbers.ts';
import { problem } from '../problems.ts';

/** Up to this size six decimals are still exact to the last digit. */
const widest = 1e9;
const write = (value: number, locale: string): string => writeNumber(plainDigits(value), locale);

/** Decimals allowed after the comma: 0 to 6, 2 unless set. */
const allowed = (field: FieldSchema): number => {
  const set = field['x-settings']?.['decimals'];
  return typeof set === 'number' && Number.isInteger(set) && set >= 0 && set <= 6 ? set : 2;
};

/** Reckoned in millionths, so that 0,3 is three times 0,1. */
function offStep(value: number, field: FieldSchema) {
  const step = stepOf(field);
  const millionths = (number: number) => Math.round(number * 1e6);
  if (!step || millionths(value) % millionths(step) === 0) return [];
  return [problem('not-a-step', { step: write(step, 'it'), stepEn: write(step, 'en') })];
}

export const facts: FieldType<number> = {
  type: 'decimal',
  fits: (field) => (field.type === 'number' ? 1 : 0),
  answer: (field) => ({ type: 'number', ...bounds(field, widest) }),
  check(value, field) {
    if (typeof value !== 'number' || !Number.isFinite(value)) return [problem('not-a-number')];
    return outOfBounds(value, field, widest, write);
  },
  deep(value, field) {
    const limit = allowed(field);
    const decimals = plainDigits(value).split('.')[1]?.length ?? 0;
    return decimals > limit ? [problem('too-many-decimals', { limit })] : offStep(value, field);
  },
  read(typed, field, locale) {
    if (typed.trim() === '') return { value: undefined };
    const parts = readNumber(typed, locale);
    if (!parts) return { problem: problem('not-a-number') };
    const decimals = parts.decimals.replace(/0+$/u, '');
    const limit = allowed(field);
    if (decimals.length > limit) return { problem: problem('too-many-decimals', { limit }) };
    const size = Number(`${parts.whole}.${decimals || '0'}`);
    const value = parts.negative && size !== 0 ? -size : size;
    const found = outOfBounds(value, field, widest, write)[0] ?? offStep(value, field)[0];
    return found ? { problem: found } : { value };
  },
  edit: (value, _field, locale) => writeNumber(plainDigits(value), locale, false),
  empty: noNumber,
  codes: ['not-a-number', 'too-many-decimals', 'not-a-step', ...boundCodes],
};
