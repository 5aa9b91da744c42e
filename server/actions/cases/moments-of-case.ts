// SPDX-License-Identifier: AGPL-3.0-or-later
// The dates of a case that terms count from: each with what gave it, so that it can be taken back. Pure.
import type { Case, Moment } from '../../../schemas/types.ts';

type Dated = Pick<Case, 'dates' | 'moments'>;

type Given = Omit<Moment, 'source'>;

/** The case's dates with those that a submission, or an appointment, gives in the place of what it gave before. */
export function withMoments({ dates, moments = [] }: Dated, source: string, given: readonly Given[]): Dated {
  const others = moments.filter((one) => one.source !== source);
  const gone = moments.filter((one) => one.source === source && !given.some(({ key }) => key === one.key));
  const next: { [key: string]: string } = { ...dates };
  for (const { key, date, ends } of gone) {
    if (ends || next[key] !== date) continue;
    const before = others.findLast((one) => one.key === key)?.date;
    if (before === undefined) delete next[key];
    else next[key] = before;
  }
  // What ends is no date that something was done on.
  for (const { key, date, ends } of given) if (!ends) next[key] = date;
  const all = [...others, ...given.map((one) => ({ ...one, source }))];
  return all.length === 0 ? { dates: next } : { dates: next, moments: all };
}
