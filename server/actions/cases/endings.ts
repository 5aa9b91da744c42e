// SPDX-License-Identifier: AGPL-3.0-or-later
// What ends in a case (permits, certificates) and of whom, by what was said last. Pure.
import type { Moment } from '../../../schemas/types.ts';

type Known = Pick<Moment, 'key' | 'date'> & Partial<Moment>;

/** A day on which something ends. */
export interface Ending {
  /** ISO date */
  readonly date: string;
  /** row ids of the people whom it concerns; none: the whole case */
  readonly about: readonly string[];
}

/**
 * Days under a key, earliest first. The newest submission that gave it takes the place of those before; who is not
 * counted among the people of the case any more is left out. `facts.people`: rows with an id.
 */
export function endsOf(key: string, moments: readonly Known[], facts?: object): readonly Ending[] {
  const own = moments.filter((one) => one.ends && one.key === key);
  const last = own.at(-1)?.source;
  const { people = [] } = (facts ?? {}) as { readonly people?: readonly { readonly id?: unknown }[] };
  const gone = (id: string): boolean => people.length > 0 && !people.some((one) => one.id === id);
  const days = new Map<string, string[]>();
  for (const { date, about, source } of own) {
    if (source !== last || (about !== undefined && gone(about))) continue;
    days.set(date, [...(days.get(date) ?? []), ...(about === undefined ? [] : [about])]);
  }
  return [...days].map(([date, about]) => ({ date, about })).sort((a, b) => (a.date < b.date ? -1 : 1));
}
