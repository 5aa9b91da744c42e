// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'appuntamento',
      field: { title: 'Appuntamento', type: 'string', 'x-type': 'date-time' },
      good: ['2019-05-12T09:30', '2024-02-29T00:00', '2026-12-31T23:59'],
      bad: [
        '2019-05-12',
        '2019-05-12 09:30',
        '2019-05-12T9:30',
        '2019-05-12T09:30:00',
        '2019-05-12T09:30Z',
        '2019-02-29T09:30',
        '2019-05-12T24:00',
        '12/05/2019, ore 9:30',
        '',
        20190512,
        null,
        [],
      ],
    },
    {
      about: 'da oggi in poi, entro sei mesi',
      field: {
        title: 'Prossimo appuntamento',
        type: 'string',
        'x-type': 'date-time',
        'x-settings': { from: 'today', to: 'today+6m' },
      },
      good: ['2026-03-02T08:00'],
      bad: ['domani'],
    },
  ],
  typed: [
    ['12/05/2019/9:30', { value: '2019-05-12T09:30' }],
    ['12/05/2019 9.30', { value: '2019-05-12T09:30' }],
    ['12/05/2019, ore 9:30', { value: '2019-05-12T09:30' }],
    ['12 maggio 2019 930', { value: '2019-05-12T09:30' }],
    ['2019-05-12T09:30', { value: '2019-05-12T09:30' }],
    ['', { value: undefined }],
    ['///', { value: undefined }],
    ['12/05/2019', { code: 'date-no-time' }],
    ['12/05/2019/', { code: 'date-no-time' }],
    ['12//2019/9:30', { code: 'date-no-month' }],
    ['31/02/2019/9:30', { code: 'no-such-date' }],
    ['12/05/2019/25', { code: 'not-a-time' }],
    ['domani alle 9', { code: 'not-a-date' }],
  ],
  keys: [[['12', 'Tab', 'maggio', 'Tab', '2019', 'Tab', '930'], '2019-05-12T09:30']],
  paper: [
    ['2019-05-12T09:30', '12/05/2019, ore 9:30'],
    ['2026-12-31T23:59', '31/12/2026, ore 23:59'],
  ],
};
