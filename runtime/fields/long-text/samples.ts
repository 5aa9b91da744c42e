// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'nota',
      field: { title: 'Che cosa è cambiato', type: 'string', 'x-type': 'long-text', maxLength: 400 },
      good: ['Una riga', 'Due\nrighe\n\ne un paragrafo', 'con\ttabulazione', 'perché è così'],
      bad: [
        '',
        '\n',
        'finale\n',
        ' prima',
        'a\u0007b',
        'a\r\nb',
        '\u2066b\u2069',
        'a\uDC00',
        'a'.repeat(401),
        3,
        null,
        [],
      ],
    },
    {
      about: 'con i caratteri contati',
      field: {
        title: 'Motivo',
        type: 'string',
        'x-type': 'long-text',
        maxLength: 120,
        'x-settings': { counter: true },
      },
      good: ['Perché la casa è lontana.'],
      bad: ['a'.repeat(121)],
    },
    {
      about: 'senza limiti propri',
      field: { title: 'Racconto', type: 'string', 'x-type': 'long-text' },
      good: ['a'.repeat(10000)],
      bad: ['a'.repeat(10001)],
    },
  ],
  typed: [
    ['Una riga', { value: 'Una riga' }],
    ['Due\r\nrighe\n', { value: 'Due\nrighe' }],
    ['\n \n', { value: undefined }],
    ['a\u0007b', { code: 'odd-characters' }],
  ],
  keys: [[['Una riga', 'Enter', 'e un’altra'], 'Una riga\ne un’altra']],
  paper: [['Due\nrighe', 'Due\nrighe']],
};
