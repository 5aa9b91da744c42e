// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'metri quadri',
      field: { title: 'Superficie', type: 'number', minimum: 0, maximum: 10000, 'x-unit': 'm²' },
      good: [0, 1.15, 68.5, 10000],
      bad: [-0.01, 10000.01, '68', null, false, []],
    },
    {
      about: 'limiti esclusi',
      field: {
        title: 'Quota',
        type: 'number',
        exclusiveMinimum: 0,
        exclusiveMaximum: 1,
        'x-settings': { decimals: 3 },
      },
      good: [0.5, 0.999],
      bad: [0, 1],
    },
    {
      about: 'a quarti, limiti detti prima',
      field: {
        title: 'Ore al giorno',
        type: 'number',
        minimum: 0.25,
        maximum: 24,
        'x-unit': 'ore',
        'x-settings': { step: 0.25, limits: true },
      },
      good: [0.25, 7.5, 24],
      bad: [0, 24.25],
    },
    {
      about: 'senza limiti propri',
      field: { title: 'Valore', type: 'number' },
      good: [-3.25, 1e9],
      bad: [1e10, -1e300],
    },
  ],
  typed: [
    ['68,5', { value: 68.5 }],
    ['68.5', { value: 68.5 }],
    ['1.150,25', { value: 1150.25 }],
    ['1.150', { value: 1150 }],
    ['1,150', { value: 1.15 }],
    ['', { value: undefined }],
    ['1,234', { code: 'too-many-decimals' }],
    ['1.2.3', { code: 'not-a-number' }],
    ['1e3', { code: 'not-a-number' }],
    ['NaN', { code: 'not-a-number' }],
    ['-1', { code: 'too-small' }],
  ],
  keys: [[['12,5'], 12.5]],
  paper: [
    [68.5, '68,5 m²'],
    [1234.5, '1.234,5 m²'],
    [0.0000001, '0,0000001 m²'],
  ],
};
