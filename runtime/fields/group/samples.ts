// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'indirizzo',
      field: {
        title: 'Indirizzo',
        type: 'object',
        properties: {
          via: { title: 'Via', type: 'string', maxLength: 120 },
          civico: { title: 'Numero', type: 'string', maxLength: 10 },
        },
      },
      good: [{}, { via: 'Via Demo' }, { via: 'Via Demo', civico: '3/b' }],
      bad: [{ cap: '99001' }, { via: 'Via Demo', toString: 1 }, [], 'Via Demo', null, 3],
    },
  ],
  typed: [
    ['', { value: undefined }],
    ['Via Demo', { code: 'not-a-group' }],
  ],
  keys: [[['Via Roma', 'Tab', '5'], { via: 'Via Roma', civico: '5' }]],
  paper: [[{ via: 'Via Demo' }, '']],
};
