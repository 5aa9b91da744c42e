// SPDX-License-Identifier: AGPL-3.0-or-later
// The dictionaries of field types as the edits need them.
import { folders } from '../runtime/fields/index.ts';
import { loadFacts, loadSettings, loadWords } from '../runtime/fields/load.ts';
import type { FieldType } from '../runtime/fields/contract.ts';
import type { FieldSchema } from '../schemas/types.ts';
import type { Catalogue } from './edit/contract.ts';

/** The type a field names, else the one that fits best. */
export function typeOf(facts: ReadonlyMap<string, FieldType>, field: FieldSchema): string {
  const named = field['x-type'];
  if (named !== undefined && facts.has(named)) return named;
  let best = 'text';
  let most = 0;
  for (const [name, type] of facts) {
    const fit = type.fits(field);
    if (fit > most) [best, most] = [name, fit];
  }
  return best;
}

let loaded: Promise<Catalogue> | undefined;

/** Loads every type's facts, settings and words once. */
export function loadCatalogue(): Promise<Catalogue> {
  loaded ??= Promise.all([loadFacts(), loadSettings(), loadWords()]).then(([facts, settings, words]) => ({
    names: folders,
    facts,
    settings,
    words,
    typeOf: (field) => typeOf(facts, field),
  }));
  return loaded;
}
