// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import { extreme } from './order.ts';

export const most: FormulaFunction = {
  name: 'max',
  signature: { args: ['value'], rest: 'value', gives: 'any' },
  evaluate: (args) => extreme(args, (a, b) => a > b),
  amounts: 'same',
  explain: (args, language) =>
    `${language === 'it' ? 'il maggiore tra' : 'the greatest of'} ${args.join('; ')}`,
};
