// SPDX-License-Identifier: BSD-3-Clause
// What conditions read.
import type { Condition } from '../../schemas/types.ts';
import { isObject } from './pointer.ts';

type Test = { readonly [keyword: string]: unknown };

/** One pointer that a condition reads, with its test, as written. */
export interface Reading {
  readonly pointer: string;
  readonly test: Test;
}

/** Everything that a condition reads, named conditions included; safe on conditions that name each other in a circle. */
export function readings(
  condition: unknown,
  named: { readonly [name: string]: unknown } = {},
  seen: readonly string[] = [],
): Reading[] {
  if (!isObject(condition)) return [];
  return Object.entries(condition).flatMap(([key, part]): Reading[] => {
    if (key === 'all' || key === 'any')
      return Array.isArray(part) ? part.flatMap((each) => readings(each, named, seen)) : [];
    if (key === 'not') return readings(part, named, seen);
    if (key === 'named') {
      const name = String(part);
      return seen.includes(name) || !Object.hasOwn(named, name)
        ? []
        : readings(named[name], named, [...seen, name]);
    }
    return isObject(part) ? [{ pointer: key, test: part }] : [];
  });
}

/** Pointers that a condition reads, as written, each once. */
export const reads = (condition: Condition, named?: { readonly [name: string]: unknown }): string[] => [
  ...new Set(readings(condition, named).map((reading) => reading.pointer)),
];

/** What a test looks at below its pointer: rows' fields inside contains. Keys with * for a row. */
export function below(test: unknown): string[] {
  if (!isObject(test)) return [];
  const inside = (path: string) => (rest: string) => path + rest;
  const rows = isObject(test['contains']) ? below(test['contains']).map(inside('/*')) : [];
  const keys = [
    ...Object.keys(test['properties'] ?? {}),
    ...(Array.isArray(test['required']) ? test['required'] : []),
  ];
  const fields = keys.flatMap((key) => [
    '/' + String(key),
    ...below((test['properties'] as Test | undefined)?.[key]).map(inside('/' + String(key))),
  ]);
  return [...rows, ...below(test['not']), ...fields];
}
