// SPDX-License-Identifier: BSD-3-Clause
import { type Scalar, choiceAnswer, chosen, frozen, readChoice } from '../choices.ts';
import type { FieldType } from '../contract.ts';
import { ends } from '../levels.ts';
import { problem } from '../problems.ts';

/** One level of two to ten: written choices, or whole numbers between two bounds. */
export const facts: FieldType<Scalar> = {
  type: 'scale',
  fits: () => 0,
  answer(field, help) {
    const [minimum, maximum] = ends(field);
    return frozen(field) ? choiceAnswer(field, help) : { type: 'integer', minimum, maximum };
  },
  check(value, field) {
    const written = frozen(field);
    const [first, last] = ends(field);
    const fits = written
      ? chosen(value, written)
      : Number.isInteger(value) && (value as number) >= first && (value as number) <= last;
    return fits ? [] : [problem('not-a-level')];
  },
  read(typed, field) {
    const text = typed.trim();
    if (text === '') return { value: undefined };
    const [first, last] = ends(field);
    const level = /^[+-]?\d{1,6}$/u.test(text) ? Number(text) : undefined;
    const value = frozen(field)
      ? readChoice(text, field)
      : level !== undefined && level >= first && level <= last
        ? level + 0
        : undefined;
    return value === undefined ? { problem: problem('not-a-level') } : { value };
  },
  edit: String,
  empty: (value) => value === undefined || value === null || value === '',
  codes: ['not-a-level'],
};
