// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import { ordered } from './order.ts';

export const atMost: FormulaFunction = {
  name: 'at-most',
  signature: { args: ['value', 'value'], gives: 'boolean' },
  evaluate: (args) => ordered(args, (order) => order <= 0),
  amounts: 'same',
  explain: ([a, b]) => `${a} ≤ ${b}`,
};
