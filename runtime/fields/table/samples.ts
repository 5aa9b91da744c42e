// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import type { FieldSamples } from '../contract.ts';

const row = (title: string): FieldSchema => ({
  title,
  type: 'object',
  properties: {
    importo: { title: 'Importo al mese', type: 'integer', 'x-type': 'money', minimum: 0 },
    mesi: { title: 'Mesi', type: 'integer', minimum: 0, maximum: 12 },
    arretrati: { title: 'Arretrati?', type: 'boolean' },
  },
});

export const samples: FieldSamples = {
  fields: [
    {
      about: 'righe fisse, una cella per ogni domanda',
      field: {
        title: 'Spese della casa',
        type: 'object',
        'x-type': 'table',
        properties: { affitto: row('Affitto'), luce: row('Luce'), gas: row('Gas') },
      },
      good: [
        {},
        { affitto: { importo: 45_000, mesi: 12 } },
        { affitto: { importo: 45_000 }, luce: { mesi: 2, arretrati: true }, gas: {} },
      ],
      bad: [
        { acqua: {} },
        { affitto: 450 },
        { affitto: { altro: 1 } },
        { luce: { importo: '450' } },
        { luce: { importo: -1 } },
        [],
        'affitto',
        null,
      ],
    },
  ],
  typed: [
    ['', { value: undefined }],
    ['450', { code: 'not-a-group' }],
  ],
  keys: [
    [
      ['650', 'Tab', '12', 'Tab', 'Space'],
      { affitto: { importo: 65000, mesi: 12, arretrati: true }, luce: {}, gas: {} },
    ],
  ],
  paper: [[{ affitto: { importo: 45_000 } }, '']],
};
