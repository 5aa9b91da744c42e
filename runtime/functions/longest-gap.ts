// SPDX-License-Identifier: BSD-3-Clause
import type { Formula } from '../../schemas/types.ts';
import type { FormulaFunction } from '../engine/contract.ts';
import { daysFrom } from './dates.ts';
import { rowsOf } from './rows.ts';

/** The most days between a date of the rows and the next one, counted from `from`; rows without a date do not count. */
export const longestGap: FormulaFunction = {
  name: 'longest-gap',
  signature: {
    args: ['pointer'],
    options: { of: 'formula', from: 'value', where: 'condition' },
    gives: 'integer',
  },
  evaluate: ([list], options, scope, help) => {
    const dates = (rowsOf(list, options['where'], scope, help) ?? []).map((row) =>
      help.evaluate(options['of'] as Formula, row),
    );
    const days = [options['from'], ...dates].filter((date) => daysFrom(date, date) === 0).map(String).sort(); // prettier-ignore
    const gaps = days.slice(1).map((date, at) => daysFrom(days[at], date) ?? 0);
    return gaps.length > 0 ? Math.max(...gaps) : undefined;
  },
  explain: ([list], language) =>
    language === 'it'
      ? `giorni al massimo fra due date in ${list}`
      : `most days between two dates in ${list}`,
};
