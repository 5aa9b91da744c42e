// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import { all, rounded } from './decimal.ts';

export const round: FormulaFunction = {
  name: 'round',
  signature: { args: ['value'], options: { to: 'value' }, gives: 'number' },
  evaluate: (args, options) => all([args[0], options['to'] ?? 0], ([value, to]) => rounded(value!, to!)),
  amounts: 'same',
  explain: ([value], language) => `${language === 'it' ? 'arrotondato' : 'rounded'} ${value}`,
};
