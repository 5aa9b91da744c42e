// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'data di nascita',
      field: { title: 'Data di nascita', type: 'string', format: 'date' },
      good: ['1987-07-04', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'],
      bad: [
        '2026-02-29',
        '1900-02-29',
        '2026-02-31',
        '2026-04-31',
        '2026-13-01',
        '2026-00-10',
        '04/07/1987',
        '2026-3-2',
        '2026-03-02T00:00:00Z',
        '1899-12-31',
        '',
        20260302,
        null,
        [],
      ],
    },
    {
      about: 'entro un periodo',
      field: {
        title: 'Data del colloquio',
        type: 'string',
        format: 'date',
        'x-settings': { from: '2026-01-01', to: '2026-12-31' },
      },
      good: ['2026-01-01', '2026-12-31'],
      bad: ['ieri'],
    },
  ],
  typed: [
    ['4/7/87', { value: '1987-07-04' }],
    ['04/07/1987', { value: '1987-07-04' }],
    ['4-7-1987', { value: '1987-07-04' }],
    ['4.7.26', { value: '2026-07-04' }],
    ['04071987', { value: '1987-07-04' }],
    ['1987-07-04', { value: '1987-07-04' }],
    ['07/04/1987', { value: '1987-04-07' }],
    ['', { value: undefined }],
    ['07/25/2026', { code: 'not-a-date' }],
    ['31/02/2026', { code: 'not-a-date' }],
    ['29/02/2026', { code: 'not-a-date' }],
    ['4/7', { code: 'not-a-date' }],
    ['4/7/187', { code: 'not-a-date' }],
    ['domani', { code: 'not-a-date' }],
  ],
  keys: [[['4', 'Tab', '7', 'Tab', '1987'], '1987-07-04']],
  paper: [['1987-07-04', '04/07/1987']],
};
