// SPDX-License-Identifier: BSD-3-Clause
// What the types have in common whose answer is a list of choices.
import type { FieldSchema } from '../../schemas/types.ts';
import { type Scalar, choiceAnswer, choiceSource, chosen, frozen, offered, readChoice } from './choices.ts';
import { exclusive } from './exclusive.ts';
import type { ClosedSchema, FieldType } from './contract.ts';
import { problem } from './problems.ts';

const least = (field: FieldSchema): number => Math.max(1, field.minItems ?? 1);
const most = (field: FieldSchema): number =>
  Math.min(field.maxItems ?? frozen(choiceSource(field))?.length ?? 100, 500);

/** Alone, or not at all: what chosen together with one of these choices would contradict itself. */
function alone(field: FieldSchema): ClosedSchema {
  const codes = exclusive(field);
  if (codes.length === 0) return {};
  return {
    if: { minItems: 2 },
    // oxlint-disable-next-line unicorn/no-thenable -- a JSON Schema, never awaited
    then: { items: { not: { enum: codes } } },
  };
}

/** Everything but the name of a type whose answer is some of a list, each once; none is no answer and is not stored. */
export const choiceList: Omit<FieldType<Scalar[]>, 'type' | 'fits'> = {
  answer: (field, help) => ({
    type: 'array',
    minItems: least(field),
    maxItems: most(field),
    uniqueItems: true,
    items: choiceAnswer(choiceSource(field), help),
    ...alone(field),
  }),
  check(value, field, help) {
    if (!Array.isArray(value)) return [problem('not-choices')];
    const items: readonly unknown[] = value;
    const choices = offered(choiceSource(field), help);
    const found = items.flatMap((item, index) =>
      chosen(item, choices) ? [] : [problem('not-a-choice', {}, `/${index}`)],
    );
    if (items.length < least(field)) found.push(problem('too-few-choices', { limit: least(field) }));
    if (items.length > most(field)) found.push(problem('too-many-choices', { limit: most(field) }));
    if (items.length > 1 && items.some((item) => exclusive(field).includes(item as Scalar)))
      found.push(problem('exclusive-choice'));
    if (new Set(items).size < items.length) found.push(problem('same-choice-twice'));
    return found;
  },
  read(typed, field) {
    const parts = typed.split(/[,;\n]/u).filter((part) => part.trim() !== '');
    if (parts.length === 0) return { value: undefined };
    const values = parts.map((part) => readChoice(part, choiceSource(field)));
    const known = values.filter((value) => value !== undefined);
    return known.length < values.length
      ? { problem: problem('not-a-choice') }
      : { value: [...new Set(known)] };
  },
  edit: (value) => value.join(', '),
  empty: (value) => value === undefined || value === null || (Array.isArray(value) && value.length === 0),
  codes: [
    'not-choices',
    'not-a-choice',
    'too-few-choices',
    'too-many-choices',
    'exclusive-choice',
    'same-choice-twice',
  ],
};
