// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'risposte nella domanda',
      field: {
        title: 'Chi aiuta la famiglia',
        type: 'array',
        items: {
          type: 'string',
          oneOf: [
            { const: 'parenti', title: 'Parenti' },
            { const: 'vicini', title: 'Vicini' },
            { const: 'parrocchia', title: 'Parrocchia' },
          ],
        },
      },
      good: [['parenti'], ['vicini', 'parenti'], ['parenti', 'vicini', 'parrocchia']],
      bad: [[], ['parenti', 'parenti'], ['amici'], ['parenti', 7], 'parenti', null, {}, [[]], [null, null]],
    },
    {
      about: 'una che esclude le altre',
      field: {
        title: 'Spese sanitarie dell’ultimo anno',
        type: 'array',
        'x-settings': { exclusive: ['nessuna'] },
        items: {
          type: 'string',
          oneOf: [
            { const: 'farmaci', title: 'Farmaci' },
            { const: 'dentista', title: 'Dentista' },
            { const: 'visite', title: 'Visite ed esami' },
            { const: 'nessuna', title: 'Nessuna di queste' },
          ],
        },
      },
      good: [['farmaci', 'visite'], ['nessuna']],
      bad: [['farmaci', 'nessuna'], ['nessuna', 'visite', 'dentista'], ['nessuna', 'nessuna'], []],
    },
    {
      about: 'più di dieci',
      field: {
        title: 'Lingue parlate in casa',
        type: 'array',
        items: {
          type: 'string',
          oneOf: [
            ['ar', 'Arabo'],
            ['bn', 'Bengalese'],
            ['zh', 'Cinese'],
            ['fr', 'Francese'],
            ['en', 'Inglese'],
            ['it', 'Italiano'],
            ['pl', 'Polacco'],
            ['pt', 'Portoghese'],
            ['ro', 'Rumeno'],
            ['es', 'Spagnolo'],
            ['uk', 'Ucraino'],
            ['ur', 'Urdu'],
          ].map(([code = '', title = '']) => ({ const: code, title })),
        },
      },
      good: [['it', 'ro'], ['uk']],
      bad: [['xx'], ['it', 'it']],
    },
    {
      about: 'al massimo due',
      field: { title: 'Priorità', type: 'array', minItems: 2, maxItems: 2, items: { enum: ['a', 'b', 'c'] } },
      good: [['a', 'b']],
      bad: [['a'], ['a', 'b', 'c']],
    },
    {
      about: 'da un registro',
      field: {
        title: 'Servizi',
        type: 'array',
        'x-choices': { from: 'register:servizi' },
        items: { type: 'string' },
      },
      good: [['doposcuola'], ['7.1.d', 'x']],
      bad: [[], [''], ['a b'], [{}]],
    },
  ],
  typed: [
    ['parenti, vicini', { value: ['parenti', 'vicini'] }],
    ['Parenti; parenti', { value: ['parenti'] }],
    [' ', { value: undefined }],
    ['amici', { code: 'not-a-choice' }],
  ],
  keys: [
    [
      ['Space', 'Tab', 'Tab', 'Space'],
      ['parenti', 'parrocchia'],
    ],
  ],
  paper: [[['parenti', 'vicini'], 'Parenti, Vicini']],
};
