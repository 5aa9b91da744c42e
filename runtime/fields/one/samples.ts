// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'risposte nella domanda',
      field: {
        title: 'Titolo di godimento',
        oneOf: [
          { const: 'proprieta', title: 'Proprietà' },
          { const: 'affitto', title: 'Affitto', description: 'Con contratto registrato', 'x-score': 2 },
        ],
      },
      good: ['proprieta', 'affitto'],
      bad: ['Affitto', 'comodato', '', 1, null, ['affitto'], 'constructor'],
    },
    {
      about: 'codici soli',
      field: { title: 'Livello', type: 'integer', enum: [0, 1, 2] },
      good: [0, 2],
      bad: [3, '0', '', null, false],
    },
    {
      about: 'figure',
      field: {
        title: 'Dove dorme stanotte?',
        'x-settings': { pictures: { casa: 'house', parenti: 'family', struttura: 'bed', 'non-so': 'help' } },
        oneOf: [
          { const: 'casa', title: 'A casa' },
          { const: 'parenti', title: 'Da parenti' },
          { const: 'struttura', title: 'In una struttura' },
          { const: 'non-so', title: 'Non è ancora deciso' },
        ],
      },
      good: ['struttura'],
      bad: ['bed', null],
    },
    {
      about: 'sette risposte',
      field: {
        title: 'Giorno preferito',
        enum: ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'],
      },
      good: ['martedì'],
      bad: ['martedi', 2],
    },
    {
      about: 'da un elenco',
      field: { title: 'Cittadinanza', type: 'string', 'x-choices': { from: 'list:cittadinanza' } },
      good: ['IT', '7.1.d', 'a'],
      bad: ['', ' IT', 'a b', '-', 'a'.repeat(101), 3, null],
    },
  ],
  typed: [
    ['affitto', { value: 'affitto' }],
    ['Proprietà', { value: 'proprieta' }],
    ['', { value: undefined }],
    ['comodato', { code: 'not-a-choice' }],
  ],
  keys: [
    [['Space'], 'proprieta'],
    [['Space', 'ArrowDown'], 'affitto'],
  ],
  paper: [['proprieta', 'Proprietà']],
};
