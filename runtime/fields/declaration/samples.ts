// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import type { FieldSamples } from '../contract.ts';
import { hashOf } from './text.ts';

const field: FieldSchema = {
  title: 'Dichiarazione di responsabilità',
  type: 'object',
  'x-type': 'declaration',
  'x-settings': {
    text: 'Dichiaro che le informazioni date **sono vere**.\n\nSo che:\n- il servizio può controllarle;\n- chi dichiara il falso ne risponde davanti alla legge.',
    confirm: 'Dichiaro, sotto la mia responsabilità',
  },
};
const text = hashOf(field);
const good = { accepted: true, text, at: '2026-03-02' };

export const samples: FieldSamples = {
  fields: [
    {
      about: 'responsabilità',
      field,
      good: [good],
      bad: [
        { ...good, accepted: false },
        { ...good, text: '0'.repeat(64) },
        { ...good, at: '02/03/2026' },
        { ...good, at: '2026-02-30' },
        { accepted: true, text },
        { ...good, altro: 1 },
        true,
        'sì',
        null,
        [],
      ],
    },
    {
      about: 'informativa, con le parole usuali',
      field: {
        title: 'Informativa',
        type: 'object',
        'x-type': 'declaration',
        'x-settings': { text: 'Ho ricevuto l’informativa sui dati personali.' },
      },
      good: [
        {
          accepted: true,
          text: hashOf({ 'x-settings': { text: 'Ho ricevuto l’informativa sui dati personali.' } }),
          at: '2026-03-02',
        },
      ],
      bad: [good],
    },
  ],
  typed: [
    ['', { value: undefined }],
    [JSON.stringify(good), { value: good }],
    [JSON.stringify({ ...good, text: '0'.repeat(64) }), { code: 'declaration-changed' }],
    ['sì', { code: 'not-declared' }],
  ],
  keys: [
    [
      ['Space'],
      {
        accepted: true,
        text: '7cb6b69f3e5aadecc0ac77feb9b88860456ffcdfb4e501c716b6e66953261134',
        at: '2026-03-02',
      },
    ],
  ],
  paper: [
    [
      good,
      'Dichiaro che le informazioni date sono vere.\n\nSo che:\n\n– il servizio può controllarle;\n– chi dichiara il falso ne risponde davanti alla legge.\n\nDichiaro, sotto la mia responsabilità (accettata il 02/03/2026)',
    ],
    [{ ...good, text: '0'.repeat(64) }, 'accettata il 02/03/2026'],
  ],
};
