// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'CAP',
      field: {
        title: 'CAP',
        type: 'string',
        'x-type': 'postcode',
        'x-settings': { autocomplete: 'postal-code' },
      },
      good: ['99001', '00118'],
      bad: ['9900', '990011', '99 01', 'CAP00', '９９００１', '', 99001, null, ['99001']],
    },
  ],
  typed: [
    ['99001', { value: '99001' }],
    [' 99 001 ', { value: '99001' }],
    ['I-99001', { value: '99001' }],
    ['', { value: undefined }],
    ['9900', { code: 'not-a-postcode' }],
    ['SW1A 1AA', { code: 'not-a-postcode' }],
  ],
  keys: [[['99 001'], '99001']],
  paper: [['00118', '00118']],
};
