// SPDX-License-Identifier: BSD-3-Clause
// Answers that are one value of several parts (a file, an address, a signature): what is typed is their JSON, so that
// parts that are no whole answer yet stay with the draft like any other unfinished text.
import { isObject } from './problems.ts';

export type Parts = { readonly [part: string]: unknown };

/** The JSON of a value, as the input hands it on. */
export const editParts = (value: unknown): string => JSON.stringify(value);

/** undefined: nothing typed; null: nothing that could be read. */
export function readParts(typed: string): unknown {
  if (typed.trim() === '') return undefined;
  try {
    return JSON.parse(typed) as unknown;
  } catch {
    return null;
  }
}

/** Its texts without blanks at the ends, empty ones left out; undefined when nothing but `kind` is left. */
export function trimmed(value: unknown): Parts | undefined {
  if (!isObject(value)) return undefined;
  const left = Object.entries(value)
    .map(([key, part]) => [key, typeof part === 'string' ? part.trim() : part] as const)
    .filter(([, part]) => part !== '' && part !== null && part !== undefined);
  return left.some(([key]) => key !== 'kind') ? Object.fromEntries(left) : undefined;
}
