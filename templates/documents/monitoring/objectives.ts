// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Data } from '../../contract.ts';

export interface Result {
  readonly [key: string]: Data;
}

/** Results under the objective that they are steps of, in the order of the pact. */
export function byObjective(results: readonly Result[]): Data {
  const objectives = [...new Set(results.map(({ obiettivo }) => obiettivo ?? ''))];
  return objectives.map((objective) => ({
    objective,
    results: results.filter(({ obiettivo }) => (obiettivo ?? '') === objective),
  }));
}
