// SPDX-License-Identifier: AGPL-3.0-or-later
// Conditions put together.
import type { Condition, Test } from '../../schemas/types.ts';

type Loose = { readonly [key: string]: unknown };

/** Two tests of one pointer as one; undefined when they name the same keyword or are more than a plain range. */
function merged(a: Test, b: Test): Test | undefined {
  if ('answered' in a || 'answered' in b || a.type !== b.type || a.type === undefined) return undefined;
  const clash = Object.keys(a).some((key) => key !== 'type' && key in b);
  return clash ? undefined : { ...a, ...b };
}

/** All must hold: in one object where that says the same, else as a list. */
export function all(parts: readonly Condition[]): Condition {
  const one: Record<string, unknown> = {};
  for (const part of parts.flatMap((each) =>
    Object.keys(each).join() === 'all' ? (each.all ?? []) : [each],
  )) {
    for (const [key, test] of Object.entries(part as Loose)) {
      const both = !(key in one)
        ? test
        : /^[./]/.test(key)
          ? merged(one[key] as Test, test as Test)
          : undefined;
      const groups = ['all', 'any', 'not', 'named'];
      if (both === undefined || (groups.includes(key) && parts.length > 1))
        return { all: [...parts] } as Condition;
      one[key] = both;
    }
  }
  return one as Condition;
}

/** One of them must hold. */
export const any = (parts: readonly Condition[]): Condition =>
  ({
    any: parts.flatMap((part) => (Object.keys(part).join() === 'any' ? (part.any ?? []) : [part])),
  }) as Condition;

export const not = (part: Condition): Condition =>
  (Object.keys(part).join() === 'not' && part.not ? part.not : { not: part }) as Condition;

export const test = (pointer: string, wanted: Test): Condition => ({ [pointer]: wanted }) as Condition;
