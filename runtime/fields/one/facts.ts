// SPDX-License-Identifier: BSD-3-Clause
import { type Scalar, choiceAnswer, chosen, offered, readChoice } from '../choices.ts';
import type { FieldType } from '../contract.ts';
import { problem } from '../problems.ts';

/** One of a list: frozen in the question (oneOf of const and title, or enum) or rows of a list or register. */
export const facts: FieldType<Scalar> = {
  type: 'one',
  fits: (field) => (field.type !== 'array' && (field.oneOf ?? field.enum ?? field['x-choices']) ? 4 : 0),
  answer: choiceAnswer,
  check: (value, field, help) => (chosen(value, offered(field, help)) ? [] : [problem('not-a-choice')]),
  read(typed, field) {
    if (typed.trim() === '') return { value: undefined };
    const value = readChoice(typed, field);
    return value === undefined ? { problem: problem('not-a-choice') } : { value };
  },
  edit: String,
  empty: (value) => value === undefined || value === null || value === '',
  codes: ['not-a-choice'],
};
