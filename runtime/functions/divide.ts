// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import { all, over } from './decimal.ts';

export const divide: FormulaFunction = {
  name: 'divide',
  signature: { args: ['value', 'value'], gives: 'number' },
  evaluate: (args) => all(args, ([a, b]) => over(a!, b!)),
  infix: true,
  amounts: 'first',
  explain: (args) => args.map((each) => (/ [+−×:] /.test(each) ? `(${each})` : each)).join(' : '),
};
