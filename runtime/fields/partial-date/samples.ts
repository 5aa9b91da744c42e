// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'anche solo l’anno',
      field: { title: 'In Italia dal', type: 'string', 'x-type': 'partial-date' },
      good: ['2019-05', '2019', '2019-05-12', '2024-02-29', '1900-01'],
      bad: [
        '2019-13',
        '2019-5',
        '2019-02-29',
        '19',
        '1850',
        'maggio 2019',
        '05/2019',
        '2019-',
        '2019-05-',
        '２０１９',
        '',
        2019,
        null,
        {},
      ],
    },
    {
      about: 'almeno il mese',
      field: {
        title: 'Senza lavoro dal',
        type: 'string',
        'x-type': 'partial-date',
        'x-settings': { coarsest: 'month', to: 'today' },
      },
      good: ['2019-05', '2019-05-12'],
      bad: ['2019'],
    },
  ],
  typed: [
    ['2019', { value: '2019' }],
    ['//2019', { value: '2019' }],
    ['5/2019', { value: '2019-05' }],
    ['/05/2019', { value: '2019-05' }],
    ['maggio 2019', { value: '2019-05' }],
    ['May 2019', { value: '2019-05' }],
    ['2019-05', { value: '2019-05' }],
    ['12/5/2019', { value: '2019-05-12' }],
    ['12 maggio 2019', { value: '2019-05-12' }],
    ['', { value: undefined }],
    ['//', { value: undefined }],
    ['12//2019', { code: 'date-no-month' }],
    ['/13/2019', { code: 'not-a-month' }],
    ['31/2/2019', { code: 'no-such-date' }],
    ['12/5/', { code: 'date-no-year' }],
    ['19', { code: 'not-a-partial-date' }],
    ['da piccolo', { code: 'not-a-partial-date' }],
  ],
  keys: [
    [['Tab', 'maggio', 'Tab', '2019'], '2019-05'],
    [['Tab', 'Tab', '2019'], '2019'],
  ],
  paper: [
    ['2019', '2019'],
    ['2019-05', 'maggio 2019'],
    ['2019-05-12', '12/05/2019'],
  ],
};
