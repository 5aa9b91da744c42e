// SPDX-License-Identifier: BSD-3-Clause
import type { Problem } from '../problem.ts';

/** A problem of level error; `at` is relative to the value, '' = the value itself. */
export function problem(code: string, params: Problem['params'] = {}, at = ''): Problem {
  return { code, at, params, level: 'error' };
}

/** Own keys only: a key named like a method of every object is no key of ours. */
export function has(object: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(object, key);
}

export function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
