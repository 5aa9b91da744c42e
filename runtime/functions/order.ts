// SPDX-License-Identifier: BSD-3-Clause

/** A day, or only its month or year. */
const dated = /^\d{4}(-\d\d){0,2}$/u;

/** Compares two numbers or two texts (ISO dates among them): below, at or above zero; undefined: not to be compared. */
function order(a: unknown, b: unknown): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  // "2019" is neither before nor after "2019-05-12"
  if (
    typeof a === 'string' &&
    typeof b === 'string' &&
    a.length !== b.length &&
    dated.test(a) &&
    dated.test(b)
  )
    return undefined;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return undefined;
}

export function ordered([a, b]: readonly unknown[], test: (order: number) => boolean): boolean | undefined {
  const found = order(a, b);
  return found === undefined ? undefined : test(found);
}

/** The one value that comes before all others; undefined when one of them is missing. */
export function extreme(args: readonly unknown[], before: (a: number, b: number) => boolean): unknown {
  let best = args[0];
  for (const value of args) {
    const found = order(value, best);
    if (found === undefined) return undefined;
    if (before(found, 0)) best = value;
  }
  return best;
}
