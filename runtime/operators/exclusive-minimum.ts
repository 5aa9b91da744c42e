// SPDX-License-Identifier: BSD-3-Clause
import type { Operator } from '../engine/contract.ts';

export const exclusiveMinimum: Operator = {
  keyword: 'exclusiveMinimum',
  holds: (value, operand) => typeof value !== 'number' || value > (operand as number),
};
