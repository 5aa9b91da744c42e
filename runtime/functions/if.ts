// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import type { Condition, Formula } from '../../schemas/types.ts';

export const choose: FormulaFunction = {
  name: 'if',
  signature: { args: ['condition', 'formula', 'formula'], gives: 'any' },
  evaluate: ([condition, then, otherwise], _options, scope, help) => {
    const chosen = help.holds(condition as Condition, scope) ? then : otherwise;
    return chosen === undefined ? undefined : help.evaluate(chosen as Formula, scope);
  },
  infix: true,
  amounts: 'same',
  explain: ([condition, then, otherwise]) =>
    (condition === 'sì' || condition === 'yes' ? then : otherwise) ?? '…',
};
