// SPDX-License-Identifier: BSD-3-Clause
import type { Operator } from '../engine/contract.ts';

type Test = { readonly [keyword: string]: unknown };

export const contains: Operator = {
  keyword: 'contains',
  holds: (value, operand, recurse) =>
    !Array.isArray(value) || value.some((item) => recurse(item, operand as Test)),
};
