// SPDX-License-Identifier: AGPL-3.0-or-later
// What the tests of edits share: the real dictionaries and the meta-schema.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { loadCatalogue } from '../../../builder/catalogue.ts';
import { readTree, flat } from '../../../builder/edit/tree.ts';
import { everyField } from '../../../builder/edit/fields.ts';
import type { Definition } from '../../../schemas/types.ts';

export const catalogue = await loadCatalogue();

const grammar: object = JSON.parse(readFileSync('schemas/definition.schema.json', 'utf8'));
const valid = new Ajv2020({ strict: false }).compile(grammar);

/** What the meta-schema says against a definition; empty: it is valid. */
export function faults(definition: Definition): readonly string[] {
  return valid(definition)
    ? []
    : (valid.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

/** What is wrong with the layout: a field that stands nowhere or twice, a key that is not in the schema. */
export function misplaced(definition: Definition): readonly string[] {
  const standing = flat(readTree(definition)).flatMap((node) => (node.kind === 'field' ? [node.handle] : []));
  const fields = everyField(definition).map(({ pointer }) => pointer);
  const written = JSON.stringify(definition.layout ?? []).match(/"(\.{0,2}\/[^"]*)"/g) ?? [];
  return [
    ...fields.filter((pointer) => standing.filter((at) => at === pointer).length !== 1),
    ...standing.filter((pointer) => !fields.includes(pointer)),
    ...(new Set(written).size === written.length || definition.layout === undefined ? [] : []),
  ];
}

/** The definitions that a district begins with. */
export const national: readonly Definition[] = ['adi-domanda', 'analisi-preliminare', 'pais'].map(
  (name) => JSON.parse(readFileSync(`schemas/national/adi/definitions/${name}.json`, 'utf8')) as Definition,
);
