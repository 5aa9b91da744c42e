// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import { daysLater } from './dates.ts';

export const addDays: FormulaFunction = {
  name: 'add-days',
  signature: { args: ['value', 'value'], gives: 'date' },
  evaluate: ([from, days]) => daysLater(from, days),
  explain: ([from, days], language) => `${from} + ${days} ${language === 'it' ? 'giorni' : 'days'}`,
};
