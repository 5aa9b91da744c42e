// SPDX-License-Identifier: BSD-3-Clause
import type { Operator } from '../engine/contract.ts';

export const answered: Operator = {
  keyword: 'answered',
  holds: (value, operand) => operand === true,
};
