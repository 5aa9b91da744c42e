// SPDX-License-Identifier: AGPL-3.0-or-later
// A definition with everything in it: pages, section, row, note, group, repeat through $ref, conditions, a formula.
import type { Definition } from '../../schemas/types.ts';

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
