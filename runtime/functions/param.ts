// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';

export const param: FormulaFunction = {
  name: 'param',
  signature: { args: ['text'], gives: 'any' },
  evaluate: ([key], _options, scope) =>
    Object.hasOwn(scope.context.parameters, String(key))
      ? scope.context.parameters[String(key)]?.value
      : undefined,
  explain: ([key]) => key ?? '',
};
