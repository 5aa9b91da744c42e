// SPDX-License-Identifier: AGPL-3.0-or-later
// What the tests of edits share: the real dictionaries, the meta-schema, a definition with everything in it.
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

export const family: Definition = {
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'famiglia',
  title: 'La famiglia',
  schema: {
    type: 'object',
    properties: {
      casa: {
        title: 'Titolo di godimento',
        type: 'string',
        'x-type': 'one',
        oneOf: [
          { const: 'proprieta', title: 'Proprietà' },
          { const: 'affitto', title: 'Affitto', 'x-score': 2 },
        ],
      },
      canone: {
        title: 'Canone mensile',
        type: 'integer',
        'x-type': 'money',
        minimum: 0,
        'x-show': { '/casa': { const: 'affitto' } },
      },
      nucleo: { title: 'Componenti', type: 'array', items: { $ref: '#/$defs/componente' } },
      minori: {
        title: 'Minori nel nucleo',
        type: 'integer',
        'x-value': { count: '/nucleo', where: { './eta': { type: 'integer', exclusiveMaximum: 18 } } },
      },
      residenza: {
        title: 'Residenza',
        type: 'object',
        properties: { via: { title: 'Via', type: 'string' }, cap: { title: 'CAP', type: 'string' } },
      },
      note: { title: 'Note', type: 'string', 'x-type': 'long-text' },
    },
    required: ['casa', 'canone'],
    $defs: {
      componente: {
        type: 'object',
        properties: {
          nome: { title: 'Nome', type: 'string' },
          eta: { title: 'Età', type: 'integer', minimum: 0 },
          scuola: {
            title: 'Scuola',
            type: 'string',
            'x-show': { './eta': { type: 'integer', maximum: 17 } },
          },
        },
        required: ['nome'],
      },
    },
  },
  layout: [
    {
      page: 'abitazione',
      title: 'Abitazione',
      items: [{ section: 'casa', title: 'Casa', items: [{ row: ['/casa', '/canone'] }] }, '/residenza'],
    },
    {
      page: 'famiglia',
      title: 'Famiglia',
      'x-show': { '/casa': { answered: true } },
      items: [
        { note: 'avviso', text: 'Chi vive in casa' },
        { repeat: '/nucleo', items: ['./nome', './eta'] },
        '/minori',
      ],
    },
  ],
  gives: { household: '/nucleo', facts: { Casa: '/casa' } },
};
