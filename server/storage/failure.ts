// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../runtime/problem.ts';
import { words } from './words.ts';

/** A problem of a store. `at` is the place in a batch of writes (`/1`), '' otherwise. */
export function problem(code: string, params: Problem['params'] = {}, at = ''): Problem {
  return { code, at, params, level: 'error' };
}

/** The sentence of a problem in a language that words has (Italian otherwise). */
export function sentence(of: Problem, language = 'it'): string {
  const found = words[of.code];
  const text = found === undefined ? of.code : (found[language] ?? found.it);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(of.params[name] ?? whole));
}

/** Thrown where no Outcome can be answered: opening a store, counting, audit, reading a damaged record. */
export class StoreFailure extends Error {
  readonly problem: Problem;
  constructor(of: Problem, cause?: unknown) {
    super(sentence(of), cause === undefined ? undefined : { cause });
    this.name = 'StoreFailure';
    this.problem = of;
  }
}

/** Turns an expected failure into its problem; anything else goes on being thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof StoreFailure) return error.problem;
  throw error;
}
