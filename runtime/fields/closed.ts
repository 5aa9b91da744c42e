// SPDX-License-Identifier: BSD-3-Clause
// Answers that are one closed object: each part once, as a schema and as a check, so that the two cannot part ways.
import { isDate, isoPattern } from './calendar.ts';
import type { ClosedSchema } from './contract.ts';
import { has, isObject } from './problems.ts';
import { oneLine } from './texts.ts';

export interface Part {
  readonly schema: ClosedSchema;
  fits(value: unknown): boolean;
  readonly optional?: true;
}
export type Shape = { readonly [part: string]: Part };

export const closedAnswer = (shape: Shape): ClosedSchema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(shape).filter((part) => !shape[part]!.optional),
  properties: Object.fromEntries(Object.entries(shape).map(([part, { schema }]) => [part, schema])),
});

export const closedFits = (value: unknown, shape: Shape): boolean =>
  isObject(value) &&
  Object.keys(value).every((part) => has(shape, part)) &&
  Object.entries(shape).every(([part, { fits, optional }]) =>
    has(value, part) ? fits(value[part]) : optional === true,
  );

/** One of several closed objects. */
export const anyAnswer = (shapes: readonly Shape[]): ClosedSchema =>
  shapes.length === 1 ? closedAnswer(shapes[0]!) : { type: 'object', anyOf: shapes.map(closedAnswer) };

export const optional = (part: Part): Part => ({ ...part, optional: true });

export const exactly = (value: string | boolean): Part => ({
  schema: { const: value },
  fits: (given) => given === value,
});

/** A text of one form. */
export function shaped(pattern: string, most: number): Part {
  const compiled = new RegExp(pattern, 'u');
  return {
    schema: { type: 'string', maxLength: most, pattern },
    fits: (value) => typeof value === 'string' && [...value].length <= most && compiled.test(value),
  };
}

/** One line of text. */
export const line = (most: number): Part => shaped(oneLine.pattern, most);

export const day: Part = {
  schema: { type: 'string', format: 'date', minLength: 10, maxLength: 10, pattern: isoPattern },
  fits: isDate,
};

export const whole = (least: number, most: number): Part => ({
  schema: { type: 'integer', minimum: least, maximum: most },
  fits: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
});

export const listOf = (item: Part, least: number, most: number): Part => ({
  schema: { type: 'array', minItems: least, maxItems: most, items: item.schema },
  fits: (value) =>
    Array.isArray(value) &&
    value.length >= least &&
    value.length <= most &&
    value.every((one: unknown) => item.fits(one)),
});
