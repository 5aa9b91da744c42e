// SPDX-License-Identifier: BSD-3-Clause
import type { Definition } from '../../schemas/types.ts';
import { isObject, type Json } from './pointer.ts';

/** One step per number of the grammar: [from 1 to 2, from 2 to 3…]. */
const steps: readonly ((document: Json) => Json)[] = [];

const grammar = /^urn:patto:definition:(\d{1,6})$/;
export const currentGrammar = `urn:patto:definition:${steps.length + 1}`;

/** A definition of any older grammar as one of today's; what is no definition, or of a newer grammar, comes back as it is. */
export function migrate(document: unknown): Definition {
  let out = document;
  const from = isObject(document) ? grammar.exec(String(document['$schema']))?.[1] : undefined;
  for (const step of from === undefined ? [] : steps.slice(Math.max(0, +from - 1))) out = step(out as Json);
  return out as Definition;
}
