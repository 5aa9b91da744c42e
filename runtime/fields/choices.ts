// SPDX-License-Identifier: BSD-3-Clause
// What one-of-a-list, several-of-a-list and links share.
import type { FieldSchema } from '../../schemas/types.ts';
import type { ClosedSchema, FieldHelp } from './contract.ts';

export type Scalar = string | number | boolean;
export interface OfferedChoice {
  readonly value: Scalar;
  readonly title: string;
}

/** Codes of lists and registers: short, without blanks, the same for RegExp and RE2. */
export const codePattern = '^[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}$';
const code = new RegExp(codePattern, 'u');

/** Choices written in the question itself; undefined when they come from a list or register. */
export function frozen(field: FieldSchema): readonly OfferedChoice[] | undefined {
  if (field.oneOf) return field.oneOf.map((choice) => ({ value: choice.const, title: choice.title }));
  if (field.enum) return field.enum.map((value) => ({ value, title: String(value) }));
  return undefined;
}

/** What may be chosen now; undefined when that is not known here (a living list at publishing time). */
export function offered(
  field: FieldSchema,
  help: Pick<FieldHelp, 'choices'>,
): readonly OfferedChoice[] | undefined {
  return frozen(field) ?? help.choices?.(field)?.map((row) => ({ value: row.id, title: row.title }));
}

/** Closed schema of one chosen value. */
export function choiceAnswer(field: FieldSchema, help: FieldHelp): ClosedSchema {
  const choices = offered(field, help);
  if (!choices) return { type: 'string', minLength: 1, maxLength: 100, pattern: codePattern };
  if (choices.length === 0) return { not: {} };
  const values = choices.map((choice) => choice.value);
  const texts = values.every((value) => typeof value === 'string');
  return texts ? { type: 'string', enum: [...new Set(values)] } : { enum: [...new Set(values)] };
}

/** Is it one of what is offered, or at least shaped like a code? */
export function chosen(value: unknown, choices: readonly OfferedChoice[] | undefined): boolean {
  if (choices) return choices.some((choice) => choice.value === value);
  return typeof value === 'string' && code.test(value);
}

/** The value that a code or a title, as typed, means among what the question itself offers. */
export function readChoice(typed: string, field: FieldSchema): Scalar | undefined {
  const text = typed.normalize('NFC').trim();
  const choices = frozen(field);
  if (!choices) return code.test(text) ? text : undefined;
  const exact = choices.find((choice) => String(choice.value) === text);
  const named = choices.find((choice) => choice.title.toLowerCase() === text.toLowerCase());
  return (exact ?? named)?.value;
}

/** Of several choices, the schema that holds them: the items; a list or register may be named on the question itself. */
export const choiceSource = (field: FieldSchema): FieldSchema =>
  field['x-choices'] && !field.items?.['x-choices']
    ? { ...field.items, 'x-choices': field['x-choices'] }
    : (field.items ?? {});
