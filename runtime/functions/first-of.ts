// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';

/** The first of several that is there: what is known now, else what was known before. */
export const firstOf: FormulaFunction = {
  name: 'first-of',
  signature: { args: ['value'], rest: 'value', gives: 'any' },
  evaluate: (values) => values.find((value) => value !== undefined),
  amounts: 'same',
  explain: (values, language) => values.join(language === 'it' ? ', altrimenti ' : ', else '),
};
