// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import type { Condition } from '../../schemas/types.ts';

export const holds: FormulaFunction = {
  name: 'holds',
  signature: { args: ['condition'], gives: 'boolean' },
  evaluate: ([condition], _options, scope, help) => help.holds(condition as Condition, scope),
  explain: () => '',
};
