// SPDX-License-Identifier: BSD-3-Clause
import type { Formula } from '../../schemas/types.ts';
import type { FormulaFunction } from '../engine/contract.ts';
import { daysFrom } from './dates.ts';

/** The most days between a date of the rows and the next one, counted from `from`; not yet while one is missing. */
export const longestGap: FormulaFunction = {
  name: 'longest-gap',
  signature: { args: ['pointer'], options: { of: 'formula', from: 'value' }, gives: 'integer' },
  evaluate: ([list], { of, from }, scope, help) => {
    const days = [from, ...scope.rows(String(list)).map((row) => help.evaluate(of as Formula, row))].sort();
    return Math.max(...days.slice(1).map((date, at) => daysFrom(days[at], date)!));
  },
  explain: () => '',
};
