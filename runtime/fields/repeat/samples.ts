// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'componenti',
      field: {
        title: 'Componenti',
        type: 'array',
        minItems: 1,
        maxItems: 2,
        items: {
          type: 'object',
          properties: {
            nome: { title: 'Nome', type: 'string', maxLength: 60 },
            eta: { title: 'Età', type: 'integer', minimum: 0 },
          },
        },
      },
      good: [[{ id: 'aB3_-xyz012', nome: 'Marta' }], [{ id: 'aB3_-xyz012' }, { id: 'aB3_-xyz013', eta: 9 }]],
      bad: [
        [],
        [{}],
        [{ id: 'corto' }],
        [{ id: 7 }],
        [{ id: 'aB3_-xyz012', altro: 1 }],
        [{ id: 'aB3_-xyz012', constructor: 1 }],
        ['Marta'],
        [null],
        [[]],
        [{ id: 'aaaaaaaaaa1' }, { id: 'aaaaaaaaaa2' }, { id: 'aaaaaaaaaa3' }],
        {},
        'Marta',
        null,
      ],
    },
    {
      about: 'vuoto ammesso',
      field: {
        title: 'Spese',
        type: 'array',
        items: { type: 'object', properties: { voce: { title: 'Voce', type: 'string' } } },
      },
      good: [[], Array.from({ length: 100 }, (_, index) => ({ id: `riga0000${100 + index}` }))],
      bad: [Array.from({ length: 101 }, (_, index) => ({ id: `riga0000${100 + index}` }))],
    },
    {
      about: 'in una tabella, con il totale',
      field: {
        title: 'Entrate del mese',
        type: 'array',
        items: {
          title: 'Entrata',
          type: 'object',
          properties: {
            voce: { title: 'Voce', type: 'string', maxLength: 60 },
            importo: { title: 'Importo', type: 'integer', 'x-type': 'money', minimum: 0 },
          },
        },
        'x-settings': { view: 'table', totals: ['importo'] },
      },
      good: [
        [
          { id: 'aB3_-xyz012', voce: 'Stipendio', importo: 90_000 },
          { id: 'aB3_-xyz013', voce: 'Assegno unico', importo: 19_950 },
        ],
      ],
      bad: [[{ id: 'aB3_-xyz012', importo: '900' }], [{ voce: 'Stipendio' }], 'Stipendio'],
    },
  ],
  typed: [
    ['', { value: undefined }],
    ['Marta', { code: 'not-rows' }],
  ],
  keys: [[['Enter', 'Tab', 'Marta', 'Tab', '38'], [{ nome: 'Marta', eta: 38 }]]],
  paper: [
    [[], 'nessuna riga'],
    [[{ id: 'aB3_-xyz012' }], '1 riga'],
    [[{ id: 'aB3_-xyz012' }, { id: 'aB3_-xyz013' }], '2 righe'],
  ],
};
