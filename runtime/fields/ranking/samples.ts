// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

const needs = [
  { const: 'casa', title: 'La casa' },
  { const: 'lavoro', title: 'Il lavoro' },
  { const: 'scuola', title: 'La scuola dei figli' },
  { const: 'salute', title: 'La salute' },
];

export const samples: FieldSamples = {
  fields: [
    {
      about: 'le prime tre',
      field: {
        title: 'Che cosa conta di più adesso',
        type: 'array',
        'x-type': 'ranking',
        maxItems: 3,
        items: { type: 'string', oneOf: needs },
      },
      good: [['lavoro', 'casa', 'salute'], ['casa']],
      bad: [[], ['casa', 'casa'], ['casa', 'lavoro', 'scuola', 'salute'], ['mare'], 'casa', null],
    },
    {
      about: 'tutte, in ordine',
      field: {
        title: 'Da che cosa cominciare',
        type: 'array',
        'x-type': 'ranking',
        minItems: 4,
        items: { type: 'string', oneOf: needs },
      },
      good: [['salute', 'scuola', 'casa', 'lavoro']],
      bad: [['casa', 'lavoro'], ['casa', 'casa', 'lavoro', 'scuola'], {}],
    },
  ],
  typed: [
    ['lavoro, casa', { value: ['lavoro', 'casa'] }],
    ['', { value: undefined }],
    ['il mare', { code: 'not-a-choice' }],
  ],
  keys: [[['Enter'], ['casa']]],
  paper: [[['lavoro', 'casa'], '1. Il lavoro; 2. La casa']],
};
