// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'ora',
      field: {
        title: 'A che ora',
        type: 'string',
        'x-type': 'time',
        'x-placeholder-example': '9:30',
      },
      good: ['09:30', '00:00', '23:59'],
      bad: ['9:30', '24:00', '12:60', '09.30', '09:30:00', '０９:30', '', 930, null, {}],
    },
    {
      about: 'in orario di ufficio',
      field: {
        title: 'Ora del colloquio',
        type: 'string',
        'x-type': 'time',
        'x-settings': { from: '08:00', to: '18:00' },
      },
      good: ['08:00', '18:00'],
      bad: ['8'],
    },
  ],
  typed: [
    ['9:30', { value: '09:30' }],
    ['9.30', { value: '09:30' }],
    ['09,30', { value: '09:30' }],
    ['930', { value: '09:30' }],
    ['0930', { value: '09:30' }],
    ['9h30', { value: '09:30' }],
    ['ore 9', { value: '09:00' }],
    ['0.05', { value: '00:05' }],
    ['', { value: undefined }],
    ['24', { code: 'not-a-time' }],
    ['9:3', { code: 'not-a-time' }],
    ['9:75', { code: 'not-a-time' }],
    ['mattina', { code: 'not-a-time' }],
  ],
  keys: [[['9.30'], '09:30']],
  paper: [
    ['09:30', 'ore 9:30'],
    ['00:05', 'ore 0:05'],
  ],
};
