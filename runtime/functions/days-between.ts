// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import { daysFrom } from './dates.ts';

export const daysBetween: FormulaFunction = {
  name: 'days-between',
  signature: { args: ['value', 'value'], gives: 'integer' },
  evaluate: ([from, to]) => daysFrom(from, to),
  explain: ([from, to], language) =>
    language === 'it' ? `giorni dal ${from} al ${to}` : `days from ${from} to ${to}`,
};
