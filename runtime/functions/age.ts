// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import { fullYears } from './dates.ts';

export const age: FormulaFunction = {
  name: 'age',
  signature: { args: ['value'], options: { on: 'value' }, gives: 'integer' },
  evaluate: ([born], options, scope) =>
    fullYears(born, 'on' in options ? options['on'] : scope.context.referenceDate),
  explain: ([born], language) =>
    `${language === 'it' ? 'età di chi è nato il' : 'age of who was born on'} ${born}`,
};
