// SPDX-License-Identifier: BSD-3-Clause
import type { Operator } from '../engine/contract.ts';

export const maxItems: Operator = {
  keyword: 'maxItems',
  holds: (value, operand) => !Array.isArray(value) || value.length <= (operand as number),
};
