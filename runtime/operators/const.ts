// SPDX-License-Identifier: BSD-3-Clause
import type { Operator } from '../engine/contract.ts';

export const constant: Operator = {
  keyword: 'const',
  holds: (value, operand) => value === operand,
};
