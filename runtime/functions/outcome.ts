// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';

export const outcome: FormulaFunction = {
  name: 'outcome',
  signature: { args: [], gives: 'any', needs: 'outcome' },
  evaluate: (_args, _options, scope) => scope.outcome()?.suggested,
  explain: () => '',
};
