// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'canone mensile',
      field: { title: 'Canone mensile', type: 'integer', 'x-type': 'money', minimum: 0 },
      good: [0, 1, 42000, 100000000000],
      bad: [-1, 0.5, 100000000001, '420', null, true, {}],
    },
    {
      about: 'saldo',
      field: { title: 'Saldo', type: 'integer', 'x-type': 'money' },
      good: [-42000, 0],
      bad: [-1e12],
    },
  ],
  typed: [
    ['1.234,56', { value: 123456 }],
    ['1234.56', { value: 123456 }],
    ['1,234.56', { value: 123456 }],
    ['€ 420', { value: 42000 }],
    ['420,5 €', { value: 42050 }],
    ['1.234', { value: 123400 }],
    ['1234,5', { value: 123450 }],
    ['6.214,37 euro', { value: 621437 }],
    [' ', { value: undefined }],
    ['1,234', { code: 'too-many-decimals' }],
    ['tanto', { code: 'not-money' }],
    ['€', { code: 'not-money' }],
    ['-1', { code: 'too-small' }],
  ],
  keys: [[['1.250,50'], 125050]],
  paper: [
    [123456, '1.234,56 €'],
    [72625, '726,25 €'],
    [5, '0,05 €'],
    [-42000, '-420,00 €'],
  ],
};
