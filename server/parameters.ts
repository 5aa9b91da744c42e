// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Measure, Parameter } from '../schemas/types.ts';

/** The row of a dated parameter that holds on a day: of the first of these measures that has one. */
export function parameterAt(
  measures: ReadonlyMap<string, Pick<Measure, 'parameters'>>,
  ids: readonly (string | undefined)[],
  name: string,
  date: string,
): Parameter | undefined {
  for (const id of ids) {
    const [row] = (measures.get(id ?? '')?.parameters ?? [])
      .filter(({ key, from, to }) => key === name && from <= date && (to === undefined || date <= to))
      .sort((a, b) => (a.from < b.from ? 1 : -1));
    if (row) return row;
  }
  return undefined;
}
