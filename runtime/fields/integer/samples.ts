// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'ore alla settimana',
      field: { title: 'Ore alla settimana', type: 'integer', minimum: 0, maximum: 60, 'x-unit': 'ore' },
      good: [0, 1, 20, 60],
      bad: [-1, 61, 1.5, '20', true, null, [], {}],
    },
    {
      about: 'contato con i pulsanti, limiti detti prima',
      field: {
        title: 'Figli',
        type: 'integer',
        minimum: 0,
        maximum: 20,
        'x-settings': { buttons: true, limits: true },
      },
      good: [2, 0, 20],
      bad: [-1, 21],
    },
    {
      about: 'a mezz’ore',
      field: { title: 'Minuti', type: 'integer', minimum: 0, maximum: 600, 'x-settings': { step: 30 } },
      good: [30, 0, 600],
      bad: [15, 31, 601],
    },
    {
      about: 'senza limiti propri',
      field: { title: 'Numero', type: 'integer' },
      good: [-5, 0, 9007199254740991],
      bad: [9007199254740992, 1e300, 0.1],
    },
    {
      about: 'limiti esclusi',
      field: { title: 'Numero', type: 'integer', exclusiveMinimum: 0, exclusiveMaximum: 3 },
      good: [1, 2],
      bad: [0, 3],
    },
  ],
  typed: [
    ['20', { value: 20 }],
    [' 20 ', { value: 20 }],
    ['020', { value: 20 }],
    ['20,00', { value: 20 }],
    ['', { value: undefined }],
    ['20,5', { code: 'not-an-integer' }],
    ['venti', { code: 'not-an-integer' }],
    ['1.234', { code: 'too-large' }],
    ['-1', { code: 'too-small' }],
  ],
  keys: [[['12'], 12]],
  paper: [
    [20, '20 ore'],
    [2026, '2026 ore'],
    [12345, '12.345 ore'],
  ],
};
