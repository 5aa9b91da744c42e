// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import { all, total } from './decimal.ts';

export const add: FormulaFunction = {
  name: 'add',
  signature: { args: ['value'], rest: 'value', gives: 'number' },
  evaluate: (args) => all(args, (numbers) => total(numbers)),
  infix: true,
  amounts: 'same',
  explain: (args) => args.join(' + '),
};
