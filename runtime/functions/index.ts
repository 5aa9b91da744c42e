// SPDX-License-Identifier: BSD-3-Clause
import type { FormulaFunction } from '../engine/contract.ts';
import { add } from './add.ts';
import { subtract } from './subtract.ts';
import { multiply } from './multiply.ts';
import { divide } from './divide.ts';
import { round } from './round.ts';
import { sum } from './sum.ts';
import { count } from './count.ts';
import { least } from './min.ts';
import { most } from './max.ts';
import { highest, lowest } from './extreme-of-rows.ts';
import { atMost } from './at-most.ts';
import { lessThan } from './less-than.ts';
import { equal } from './equal.ts';
import { choose } from './if.ts';
import { holds } from './holds.ts';
import { age } from './age.ts';
import { daysBetween } from './days-between.ts';
import { longestGap } from './longest-gap.ts';
import { addDays } from './add-days.ts';
import { addMonths } from './add-months.ts';
import { join } from './join.ts';
import { lookup } from './lookup.ts';
import { ofRow } from './of-row.ts';
import { param } from './param.ts';
import { score } from './score.ts';
import { outcome } from './outcome.ts';
import { today } from './today.ts';
import { referenceDate } from './reference-date.ts';

/** The functions of formulas. */
export const functions: readonly FormulaFunction[] = [
  add,
  subtract,
  multiply,
  divide,
  round,
  sum,
  count,
  least,
  most,
  lowest,
  highest,
  atMost,
  lessThan,
  equal,
  choose,
  holds,
  age,
  daysBetween,
  longestGap,
  addDays,
  addMonths,
  join,
  lookup,
  ofRow,
  param,
  score,
  outcome,
  today,
  referenceDate,
];
