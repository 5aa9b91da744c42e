// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

const looks = {
  category: 'tipo_ente',
  details: [
    { column: 'ente' },
    { column: 'fondo', title: 'Fondo', from: 'register:fondi' },
    { column: 'costo' },
  ],
};

export const samples: FieldSamples = {
  fields: [
    {
      about: 'un servizio della Guida',
      field: {
        title: 'Servizio',
        type: 'string',
        'x-type': 'catalogue',
        'x-choices': { from: 'register:servizi' },
        'x-settings': looks,
      },
      good: ['doposcuola', '7.1.d'],
      bad: ['', 'due parole', 3, null, ['doposcuola']],
    },
    {
      about: 'più servizi',
      field: {
        title: 'Servizi da attivare',
        type: 'array',
        'x-type': 'catalogue',
        'x-choices': { from: 'register:servizi' },
        'x-settings': looks,
        maxItems: 3,
        items: { type: 'string' },
      },
      good: [['doposcuola'], ['mensa', 'trasporto']],
      bad: [[], ['mensa', 'mensa'], ['a b'], 'mensa', ['a', 'b', 'c', 'd']],
    },
  ],
  typed: [
    ['doposcuola', { value: 'doposcuola' }],
    ['', { value: undefined }],
    ['due parole', { code: 'not-a-choice' }],
  ],
  keys: [[['mensa', 'Tab', 'Tab', 'Space'], 'mensa']],
  paper: [['doposcuola', 'doposcuola']],
};
