// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import { extreme } from './order.ts';

export const least: FormulaFunction = {
  name: 'min',
  signature: { args: ['value'], rest: 'value', gives: 'any' },
  evaluate: (args) => extreme(args, (a, b) => a < b),
  amounts: 'same',
  explain: (args, language) => `${language === 'it' ? 'il minore tra' : 'the least of'} ${args.join('; ')}`,
};
