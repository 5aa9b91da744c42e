// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'numero della DSU',
      field: { title: 'Numero della DSU', type: 'string', 'x-type': 'dsu' },
      good: ['INPS-ISEE-2026-01234567A-00', 'INPS-ISEE-2024-12345A789-00'],
      bad: [
        'INPS-ISEE-26-01234567A-00',
        'INPS-ISEE-2026-01234567-00',
        'INPS ISEE 2026 01234567A 00',
        'inps-isee-2026-01234567a-00',
        '2026-01234567A-00',
        '',
        2026,
        null,
        {},
      ],
    },
  ],
  typed: [
    ['INPS-ISEE-2026-01234567A-00', { value: 'INPS-ISEE-2026-01234567A-00' }],
    ['inps isee 2026 01234567a 00', { value: 'INPS-ISEE-2026-01234567A-00' }],
    ['INPS/ISEE/2026/01234567A/00', { value: 'INPS-ISEE-2026-01234567A-00' }],
    ['2026-01234567A-00', { value: 'INPS-ISEE-2026-01234567A-00' }],
    ['INPSISEE202601234567A00', { value: 'INPS-ISEE-2026-01234567A-00' }],
    ['', { value: undefined }],
    ['01234567A', { code: 'not-a-dsu' }],
    ['INPS-ISEE-2026-01234567-00', { code: 'not-a-dsu' }],
  ],
  keys: [[['inps isee 2026 01234567a 00'], 'INPS-ISEE-2026-01234567A-00']],
  paper: [['INPS-ISEE-2026-01234567A-00', 'INPS-ISEE-2026-01234567A-00']],
};
