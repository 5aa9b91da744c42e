// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'nome',
      field: {
        title: 'Nome',
        type: 'string',
        maxLength: 60,
        'x-placeholder-example': 'Marta',
        'x-settings': { autocomplete: 'given-name' },
      },
      good: ['Marta', 'D’Orsi', 'Nguyễn Thị Ánh', 'x', '🙂', 'a'.repeat(60)],
      bad: [
        '',
        ' Marta',
        'Marta ',
        '\u00A0Marta',
        'Mar\u0000ta',
        'Mar\tta',
        'due\nrighe',
        '\u202Eatram',
        'Mar\uD800',
        '\uFEFFMarta',
        'a'.repeat(61),
        7,
        null,
        true,
        ['Marta'],
        { a: 1 },
      ],
    },
    {
      about: 'con una forma',
      field: {
        title: 'CAP',
        type: 'string',
        pattern: '^[0-9]{5}$',
        maxLength: 5,
        'x-placeholder-example': '99001',
      },
      good: ['99001', '00000'],
      bad: ['9900', '99001 ', 'CAP', '９９００１'],
    },
    {
      about: 'senza limiti propri',
      field: { title: 'Nota', type: 'string' },
      good: ['a'.repeat(1000)],
      bad: ['a'.repeat(1001)],
    },
    {
      about: 'che si scrive da sé in maiuscolo, con i caratteri contati',
      field: {
        title: 'Targa',
        type: 'string',
        maxLength: 10,
        'x-settings': { case: 'upper', counter: true },
      },
      good: ['AB123CD', 'È'],
      bad: ['', 'AB123CD AB123CD'],
    },
    {
      about: 'con un minimo',
      field: { title: 'Motivo', type: 'string', minLength: 5 },
      good: ['cinque', '🙂🙂🙂🙂🙂'],
      bad: ['sei', '🙂🙂🙂🙂'],
    },
  ],
  typed: [
    ['Marta', { value: 'Marta' }],
    ['  Marta  ', { value: 'Marta' }],
    ['e\u0301', { value: 'é' }],
    ['due\nrighe', { value: 'due righe' }],
    ['   ', { value: undefined }],
    ['\u202Eatram', { code: 'odd-characters' }],
    ['a'.repeat(61), { code: 'too-long' }],
  ],
  keys: [[['Marta'], 'Marta']],
  paper: [['Marta', 'Marta']],
};
