// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import { all, times } from './decimal.ts';

export const multiply: FormulaFunction = {
  name: 'multiply',
  signature: { args: ['value'], rest: 'value', gives: 'number' },
  evaluate: (args) => all(args, (numbers) => numbers.reduce(times, 1)),
  infix: true,
  amounts: 'first',
  explain: (args) => args.map((each) => (/ [+−] /.test(each) ? `(${each})` : each)).join(' × '),
};
