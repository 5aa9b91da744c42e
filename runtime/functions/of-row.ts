// SPDX-License-Identifier: BSD-3-Clause
import type { Formula } from '../../schemas/types.ts';
import type { FormulaFunction } from '../engine/contract.ts';

/**
 * One value of the row that has this id, or, without an id, the id of the row where the formula stands:
 * what a row of x-each knows of the row that it stands for.
 */
export const ofRow: FormulaFunction = {
  name: 'of-row',
  signature: { args: ['pointer'], options: { id: 'value', of: 'formula' }, gives: 'any' },
  evaluate: ([list], options, scope, help) => {
    const id = 'id' in options ? options['id'] : scope.raw('./id');
    const row = scope.rows(String(list)).find((each) => each.raw('./id') === id);
    return row && options['of'] !== undefined ? help.evaluate(options['of'] as Formula, row) : undefined;
  },
  explain: () => '',
};
