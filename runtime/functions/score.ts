// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import { pointsOf } from './points.ts';

export const score: FormulaFunction = {
  name: 'score',
  signature: { args: ['pointer'], gives: 'number', needs: 'subtree' },
  evaluate: ([pointer], _options, scope) => pointsOf(String(pointer), scope)?.points,
  explain: ([name], language) => `${language === 'it' ? 'punti di' : 'points of'} ${name}`,
};
