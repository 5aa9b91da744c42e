// SPDX-License-Identifier: BSD-3-Clause
import type { Operator } from '../engine/contract.ts';

const kinds: { readonly [type: string]: (value: unknown) => boolean } = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  array: (value) => Array.isArray(value),
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

export const type: Operator = {
  keyword: 'type',
  holds: (value, operand) => Object.hasOwn(kinds, String(operand)) && kinds[String(operand)]!(value),
};
