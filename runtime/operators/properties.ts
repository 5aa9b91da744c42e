// SPDX-License-Identifier: BSD-3-Clause
import type { Operator } from '../engine/contract.ts';

export const properties: Operator = {
  keyword: 'properties',
  holds: (value, operand, recurse) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return true;
    const tests = operand as { readonly [key: string]: { readonly [keyword: string]: unknown } };
    return Object.keys(tests).every(
      (key) => !Object.hasOwn(value, key) || recurse((value as { [key: string]: unknown })[key], tests[key]!),
    );
  },
};
