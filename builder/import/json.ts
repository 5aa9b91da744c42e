// SPDX-License-Identifier: AGPL-3.0-or-later
// JSON of unknown origin: no names that reach into objects, an end to depth and size.

export type Json = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const DEPTH = 60;
const NODES = 100_000;

export type ReadJson =
  | { readonly value: unknown; readonly dropped: readonly string[] }
  | { readonly wrong: 'not-json' | 'too-deep' | 'too-many' };

/** Parses; own copies all through, without the names that reach into objects: those are told by place. */
export function readJson(text: string): ReadJson {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { wrong: 'not-json' };
  }
  const dropped: string[] = [];
  let nodes = 0;
  let wrong: 'too-deep' | 'too-many' | undefined;
  const copy = (value: unknown, at: string, depth: number): unknown => {
    nodes++;
    if (depth > DEPTH) wrong ??= 'too-deep';
    if (nodes > NODES) wrong ??= 'too-many';
    if (wrong) return undefined;
    if (Array.isArray(value)) return value.map((each, index) => copy(each, `${at}/${index}`, depth + 1));
    if (!isObject(value)) return value;
    const kept: [string, unknown][] = [];
    for (const key of Object.keys(value)) {
      const here = `${at}/${step(key)}`;
      if (key === '__proto__') dropped.push(here);
      else kept.push([key, copy(value[key], here, depth + 1)]);
    }
    return Object.fromEntries(kept);
  };
  const value = copy(parsed, '#', 0);
  return wrong ? { wrong } : { value, dropped };
}

/** A key as one step of a JSON Pointer. */
export const step = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Own property or nothing, whatever the object's prototype answers to. */
export const own = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

const plain = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Every leaf of a JSON value: a scalar, a list of scalars, or what is empty; each with its pointer and its text. */
export function leaves(value: unknown, at: string): (readonly [place: string, text: string])[] {
  const flat = Array.isArray(value)
    ? value.every(plain)
    : plain(value) || Object.keys(value as Json).length === 0;
  if (flat) return [[at, typeof value === 'string' ? value : JSON.stringify(value)]];
  return Object.entries(value as Json).flatMap(([key, inner]) => leaves(inner, `${at}/${step(key)}`));
}
