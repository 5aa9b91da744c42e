// SPDX-License-Identifier: BSD-3-Clause
import type { Operator } from '../engine/contract.ts';

type Test = { readonly [keyword: string]: unknown };

export const not: Operator = {
  keyword: 'not',
  holds: (value, operand, recurse) => !recurse(value, operand as Test),
};
