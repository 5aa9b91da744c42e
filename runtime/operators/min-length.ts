// SPDX-License-Identifier: BSD-3-Clause
import type { Operator } from '../engine/contract.ts';

export const minLength: Operator = {
  keyword: 'minLength',
  holds: (value, operand) => typeof value !== 'string' || [...value].length >= (operand as number),
};
