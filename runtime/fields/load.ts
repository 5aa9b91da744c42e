// SPDX-License-Identifier: BSD-3-Clause
// Loads parts of the field types by folder name; a bundler sees the template literals and keeps each part apart.
import type { FieldPaper, FieldSamples, FieldSettings, FieldType, FieldWords } from './contract.ts';
import { folders } from './index.ts';

async function each<Part>(
  names: Iterable<string>,
  load: (name: string) => Promise<Part>,
): Promise<Map<string, Part>> {
  const known: readonly string[] = folders;
  const wanted = [...new Set(names)].filter((name) => known.includes(name));
  return new Map(await Promise.all(wanted.map(async (name) => [name, await load(name)] as const)));
}

/** Facts of the named types (all without names); a name that is no type is left out. */
export const loadFacts = (names: Iterable<string> = folders): Promise<Map<string, FieldType>> =>
  each(names, async (name) => ((await import(`./${name}/facts.js`)) as { facts: FieldType }).facts);

export const loadWords = (names: Iterable<string> = folders): Promise<Map<string, FieldWords>> =>
  each(names, async (name) => ((await import(`./${name}/words.js`)) as { words: FieldWords }).words);

export const loadPaper = (names: Iterable<string> = folders): Promise<Map<string, FieldPaper>> =>
  each(names, async (name) => ((await import(`./${name}/paper.js`)) as { paper: FieldPaper }).paper);

export const loadSettings = (names: Iterable<string> = folders): Promise<Map<string, FieldSettings>> =>
  each(
    names,
    async (name) => ((await import(`./${name}/settings.js`)) as { settings: FieldSettings }).settings,
  );

export const loadSamples = (names: Iterable<string> = folders): Promise<Map<string, FieldSamples>> =>
  each(names, async (name) => ((await import(`./${name}/samples.js`)) as { samples: FieldSamples }).samples);
