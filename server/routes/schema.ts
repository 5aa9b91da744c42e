// SPDX-License-Identifier: AGPL-3.0-or-later
// Short ways to write the JSON Schemas of bodies and answers.
import type { JsonSchema } from './contract.ts';

/** A closed object; all its properties are required unless the list says which. */
export const object = (
  properties: { readonly [name: string]: JsonSchema },
  required: readonly string[] = Object.keys(properties),
): JsonSchema => ({ type: 'object', properties, required, additionalProperties: false });

export const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
export const text = (format?: string): JsonSchema =>
  format ? { type: 'string', format } : { type: 'string' };
export const whole: JsonSchema = { type: 'integer' };
export const anything: JsonSchema = { type: 'object' };

/** A grammar of schemas/, or a part of one: `case`, `submission-draft`… For answers only. */
export const grammar = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
