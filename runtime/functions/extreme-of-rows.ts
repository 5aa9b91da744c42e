// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import type { Formula } from '../../schemas/types.ts';
import { extreme } from './order.ts';
import { rowsOf } from './rows.ts';

/** What a value of each row comes to, taking the one that stands before all others; not yet without rows, or while one lacks it. */
const ofRows = (
  name: string,
  before: (a: number, b: number) => boolean,
  words: { readonly it: string; readonly en: string },
): FormulaFunction => ({
  name,
  signature: { args: ['pointer'], options: { of: 'formula', where: 'condition' }, gives: 'any' },
  evaluate: ([list], options, scope, help) =>
    extreme(
      (rowsOf(list, options['where'], scope, help) ?? []).map((row) =>
        help.evaluate(options['of'] as Formula, row),
      ),
      before,
    ),
  amounts: 'same',
  explain: ([list], language) => `${words[language]} ${list}`,
});

export const lowest = ofRows('lowest', (a, b) => a < b, { it: 'il minore in', en: 'the least in' });
export const highest = ofRows('highest', (a, b) => a > b, { it: 'il maggiore in', en: 'the greatest in' });
