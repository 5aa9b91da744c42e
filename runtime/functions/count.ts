// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import { rowsOf } from './rows.ts';

export const count: FormulaFunction = {
  name: 'count',
  signature: { args: ['pointer'], options: { where: 'condition' }, gives: 'integer' },
  evaluate: (args, options, scope, help) => rowsOf(args[0], options['where'], scope, help)?.length,
  explain: ([list], language) => `${language === 'it' ? 'quanti in' : 'how many in'} ${list}`,
};
