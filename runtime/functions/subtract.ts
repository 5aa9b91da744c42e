// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import { all, minus } from './decimal.ts';

export const subtract: FormulaFunction = {
  name: 'subtract',
  signature: { args: ['value', 'value'], gives: 'number' },
  evaluate: (args) => all(args, ([a, b]) => minus(a!, b!)),
  infix: true,
  amounts: 'same',
  explain: ([a, b]) => `${a} − ${/ [+−] /.test(b!) ? `(${b})` : b}`,
};
