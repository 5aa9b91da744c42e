// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Parameter } from '../schemas/types.ts';
import type { Catalogue } from './catalogue.ts';

/** Where parameters are looked for: the district's own, then those of the measure, then of others that it runs. */
export function parameterRows(
  { districts, measures }: Pick<Catalogue, 'districts' | 'measures'>,
  district: string,
  measure: string | undefined,
): readonly (readonly Parameter[])[] {
  const data = districts.get(district);
  const ofMeasures = [measure, ...(data?.measures ?? [])].map((id) => measures.get(id ?? '')?.parameters);
  return [data?.parameters, ...ofMeasures].flatMap((rows) => (rows ? [rows] : []));
}

/** The row in force on a date (ISO), of the first rows that have one. */
export function parameterAt(
  all: readonly (readonly Parameter[])[],
  name: string,
  date: string,
): Parameter | undefined {
  for (const rows of all) {
    const [row] = rows
      .filter(({ key, from, to }) => key === name && from <= date && (to === undefined || date <= to))
      .sort((a, b) => (a.from < b.from ? 1 : -1));
    if (row) return row;
  }
  return undefined;
}
