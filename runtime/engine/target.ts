// SPDX-License-Identifier: BSD-3-Clause
// Where a definition's pointer leads.
import { rowOf, split } from './pointer.ts';

// The level around a level: /nucleo/*/figli → /nucleo, /nucleo → ''; undefined around the root.
export const around = (level: string): string | undefined =>
  level === '' ? undefined : level.slice(0, Math.max(0, level.lastIndexOf('/*')));

/** Where a definition's pointer leads from a level: the level it counts from, and the keys from there. */
export interface Target {
  readonly level: string;
  readonly path: readonly string[];
}

/** Resolves /a, ./a, ../a from a level; undefined for case:/… and for ../ at the root. */
export function resolve(pointer: string, level: string): Target | undefined {
  if (pointer.startsWith('/')) return { level: '', path: split(pointer) };
  let here: string | undefined = level;
  let rest = pointer;
  if (rest.startsWith('./')) rest = rest.slice(2);
  else if (!rest.startsWith('../')) return undefined;
  while (rest.startsWith('../')) {
    here = here === undefined ? undefined : around(here);
    rest = rest.slice(3);
  }
  return here === undefined ? undefined : { level: here, path: rest.split('/') };
}

/** The pointer with stars of a target. */
export const pointerOf = ({ level, path }: Target): string => [rowOf(level), ...path].join('/');
