// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';

export const referenceDate: FormulaFunction = {
  name: 'reference-date',
  signature: { args: [], gives: 'date' },
  evaluate: (_args, _options, scope) => scope.context.referenceDate || undefined,
  explain: () => '',
};
