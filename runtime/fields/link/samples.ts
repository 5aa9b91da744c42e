// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'una riga',
      field: { title: 'Obiettivo', type: 'string', 'x-ref': '/obiettivi' },
      good: ['aB3_-xyz012'],
      bad: ['', 'corto', 'troppolungo12', 'aB3 -xyz012', 3, null, ['aB3_-xyz012']],
    },
    {
      about: 'più righe',
      field: {
        title: 'Risultati',
        type: 'array',
        'x-ref': '/risultati',
        maxItems: 2,
        items: { type: 'string' },
      },
      good: [['aB3_-xyz012'], ['aB3_-xyz012', 'aB3_-xyz013']],
      bad: [
        [],
        ['aB3_-xyz012', 'aB3_-xyz012'],
        ['corto'],
        ['aaaaaaaaaa1', 'aaaaaaaaaa2', 'aaaaaaaaaa3'],
        'aB3_-xyz012',
        null,
        [{}],
      ],
    },
  ],
  typed: [
    ['aB3_-xyz012', { value: 'aB3_-xyz012' }],
    ['', { value: undefined }],
    ['Marta', { code: 'not-a-link' }],
  ],
  keys: [[['Space'], 'aB3_-xyz012']],
  paper: [['aB3_-xyz012', 'riga aB3_-xyz012 di /obiettivi']],
};
