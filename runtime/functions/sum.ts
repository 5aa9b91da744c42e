// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import type { Formula } from '../../schemas/types.ts';
import { all, total } from './decimal.ts';
import { rowsOf } from './rows.ts';

export const sum: FormulaFunction = {
  name: 'sum',
  signature: { args: ['pointer'], options: { of: 'formula', where: 'condition' }, gives: 'number' },
  evaluate: (args, options, scope, help) => {
    const of = options['of'] as Formula | undefined;
    const list = rowsOf(args[0], options['where'], scope, help);
    return list && of !== undefined
      ? all(
          list.map((row) => help.evaluate(of, row)),
          total,
        )
      : undefined;
  },
  amounts: 'same',
  explain: ([list], language) => `${language === 'it' ? 'somma di' : 'sum of'} ${list}`,
};
