// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'sì o no',
      field: { title: 'Ha figli minori?', type: 'boolean' },
      good: [true, false],
      bad: ['true', 1, 0, null, ''],
    },
  ],
  typed: [
    ['sì', { value: true }],
    ['Si', { value: true }],
    ['no', { value: false }],
    ['', { value: undefined }],
    ['forse', { code: 'not-yes-or-no' }],
  ],
  keys: [
    [['Space'], true],
    [['Space', 'ArrowDown'], false],
  ],
  paper: [
    [true, 'sì'],
    [false, 'no'],
  ],
};
