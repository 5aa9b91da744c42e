// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';

export const equal: FormulaFunction = {
  name: 'equal',
  signature: { args: ['value', 'value'], gives: 'boolean' },
  evaluate: ([a, b]) => (a === undefined || b === undefined ? undefined : a === b),
  amounts: 'same',
  explain: ([a, b], language) => `${a} ${language === 'it' ? 'è uguale a' : 'equals'} ${b}`,
};
