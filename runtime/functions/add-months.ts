// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import { monthsLater } from './dates.ts';

export const addMonths: FormulaFunction = {
  name: 'add-months',
  signature: { args: ['value', 'value'], gives: 'date' },
  evaluate: ([from, months]) => monthsLater(from, months),
  explain: ([from, months], language) => `${from} + ${months} ${language === 'it' ? 'mesi' : 'months'}`,
};
