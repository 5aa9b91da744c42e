// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import { choiceList } from '../choice-lists.ts';
import { type Scalar, choiceAnswer, chosen, offered, readChoice } from '../choices.ts';
import type { FieldType } from '../contract.ts';
import { problem } from '../problems.ts';

const many = (field: FieldSchema): boolean => field.type === 'array';

/** One or several rows of a register, looked for by what it says of them: the services of a district. */
export const facts: FieldType<Scalar | Scalar[]> = {
  ...choiceList,
  type: 'catalogue',
  fits: () => 0,
  answer: (field, help) => (many(field) ? choiceList.answer(field, help) : choiceAnswer(field, help)),
  check(value, field, help) {
    if (many(field)) return choiceList.check(value, field, help);
    return chosen(value, offered(field, help)) ? [] : [problem('not-a-choice')];
  },
  read(typed, field, locale) {
    if (many(field)) return choiceList.read(typed, field, locale);
    if (typed.trim() === '') return { value: undefined };
    const value = readChoice(typed, field);
    return value === undefined ? { problem: problem('not-a-choice') } : { value };
  },
  edit: (value) => (Array.isArray(value) ? value.join(', ') : String(value)),
  empty: (value) => value === '' || choiceList.empty(value),
};
