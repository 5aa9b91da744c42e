// SPDX-License-Identifier: BSD-3-Clause
import type { Operator } from '../engine/contract.ts';

export const oneOf: Operator = {
  keyword: 'enum',
  holds: (value, operand) => Array.isArray(operand) && operand.includes(value),
};
