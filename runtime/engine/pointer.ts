// SPDX-License-Identifier: BSD-3-Clause
// Pointers into answers. Three spellings: from a row (./eta, ../tipo, /casa) as definitions write them,
// with * for every row (/nucleo/*/eta) as the outline keeps them, with row numbers (/nucleo/0/eta) as problems name them.

export type Json = { [key: string]: unknown };

/** Is it a JSON object (no list, no null)? */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own key's value; undefined when the key is not there. Never reads a prototype. */
export const own = (holder: unknown, key: string): unknown =>
  isObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;

/** A declined answer: { declined: unknown | refused | not-collected } in place of a value. */
export const isDeclined = (value: unknown): boolean => typeof own(value, 'declined') === 'string';

/** Key of the outcome among what is settled. */
export const outcomeKey = 'outcome:';

export const split = (pointer: string): string[] => pointer.split('/').slice(1);

// /nucleo/0/eta → /nucleo/*/eta
export const star = (pointer: string): string => pointer.replace(/\/\d+(?=\/|$)/g, '/*');

/** Row numbers in a pointer: /nucleo/0/figli/2/eta → [0, 2] */
export const indices = (pointer: string): number[] =>
  (pointer.match(/\/\d+(?=\/|$)/g) ?? []).map((text) => +text.slice(1));

/** Pointer of the row that a level stands for, with a final star: /nucleo → /nucleo/*; the root stays ''. */
export const rowOf = (level: string): string => (level === '' ? '' : level + '/*');

// How many rows stand around a field of this level: '' 0, /nucleo 1, /nucleo/*/figli 2.
export const depthOf = (level: string): number => (level === '' ? 0 : level.split('/*').length);

/** Value at a pointer with row numbers; undefined when something on the way is missing. */
export function at(answers: unknown, pointer: string): unknown {
  let value = answers;
  for (const key of split(pointer)) {
    value = Array.isArray(value) ? (/^\d+$/.test(key) ? value[+key] : undefined) : own(value, key);
  }
  return value;
}

/** A copy of plain JSON that shares nothing. */
export function copy<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copy) as Value;
  if (!isObject(value)) return value;
  const out: Json = {};
  for (const key of Object.keys(value)) put(out, key, copy(value[key]));
  return out as Value;
}

/** Writes an own key, __proto__ included. */
export function put(holder: Json, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  else holder[key] = value;
}

/** Same JSON? */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => same(item, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
  );
}
