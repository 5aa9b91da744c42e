// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';

export const today: FormulaFunction = {
  name: 'today',
  signature: { args: [], gives: 'date' },
  evaluate: (_args, _options, scope) => scope.context.today || undefined,
  explain: () => '',
};
