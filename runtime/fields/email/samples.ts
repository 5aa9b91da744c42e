// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'email',
      field: {
        title: 'Email',
        type: 'string',
        'x-type': 'email',
        'x-settings': { autocomplete: 'email' },
      },
      good: ['marta@esempio.it', 'm.velli+casa@posta.comune.esempio.it', "o'hara@esempio.it", 'a@b.it'],
      bad: [
        'marta',
        'marta@',
        'marta@esempio',
        '@esempio.it',
        'marta@@esempio.it',
        'marta @esempio.it',
        'mar..ta@esempio.it',
        'marta@-esempio.it',
        'marta@esempio.i',
        'marta@perché.it',
        'marta@esempio.it ',
        `${'a'.repeat(250)}@b.it`,
        '',
        1,
        null,
        ['marta@esempio.it'],
      ],
    },
    {
      about: 'dal solo formato',
      field: { title: 'Email', type: 'string', format: 'email' },
      good: ['marta@esempio.it'],
      bad: ['marta'],
    },
  ],
  typed: [
    ['marta@esempio.it', { value: 'marta@esempio.it' }],
    [' Marta@Esempio.IT ', { value: 'Marta@esempio.it' }],
    ['mailto:marta@esempio.it', { value: 'marta@esempio.it' }],
    // likely wrong, yet it may be right: said as a warning
    ['marta@gmial.com', { value: 'marta@gmial.com' }],
    ['', { value: undefined }],
    ['marta', { code: 'email-no-at' }],
    ['marta.esempio.it', { code: 'email-no-at' }],
    ['marta@esempio', { code: 'email-no-domain' }],
    ['marta@esempio.it, anna@esempio.it', { code: 'email-blank' }],
    ['marta@perché.it', { code: 'email-accents' }],
    ['marta@esempio..it', { code: 'not-an-email' }],
  ],
  keys: [[['Marta@Esempio.it'], 'Marta@esempio.it']],
  paper: [['marta@esempio.it', 'marta@esempio.it']],
};
