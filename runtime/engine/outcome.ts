// SPDX-License-Identifier: BSD-3-Clause
import type { Definition } from '../../schemas/types.ts';
import { holds } from './condition.ts';
import type { Scope, Settled } from './contract.ts';

/** What the outcome table suggests: its first row that holds; undefined without a table. */
export function decide({ outcome }: Definition, view: Scope): Settled['outcome'] {
  if (!outcome) return undefined;
  const row = outcome.rows.findIndex((each) => holds(each.when, view));
  const found = outcome.rows[row];
  return { suggested: found?.gives, row, reason: found?.reason ?? outcome.otherwise ?? '' };
}
