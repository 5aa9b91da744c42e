// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

export const samples: FieldSamples = {
  fields: [
    {
      about: 'parole a ogni livello, con i punti e la rilevazione precedente',
      field: {
        title: 'Condizione dell’abitazione',
        'x-type': 'scale',
        oneOf: [
          { const: '1', title: 'Evidente punto di forza', 'x-score': 0 },
          { const: '2', title: 'Lieve punto di forza', 'x-score': 0 },
          { const: '3', title: 'Situazione adeguata', 'x-score': 0 },
          { const: '4', title: 'Problema lieve', 'x-score': 1 },
          { const: '5', title: 'Problema moderato', 'x-score': 2 },
          { const: '6', title: 'Problema grave', 'x-score': 3 },
        ],
        'x-settings': { points: true, previous: [{ title: 'T0', from: 'case:/quadro/abitazione' }] },
      },
      good: ['1', '6'],
      bad: ['0', '7', 1, '', null, ['1'], 'constructor', true],
    },
    {
      about: 'parole agli estremi',
      field: {
        title: 'Quanto è soddisfatta della scuola?',
        type: 'integer',
        'x-type': 'scale',
        minimum: 0,
        maximum: 10,
        'x-settings': { low: 'Per niente', high: 'Moltissimo' },
      },
      good: [0, 7, 10],
      bad: [-1, 11, 2.5, '3', null, [3], {}],
    },
    {
      about: 'un livello per riga',
      field: {
        title: 'Come va con i vicini?',
        type: 'integer',
        'x-type': 'scale',
        minimum: 1,
        maximum: 3,
        'x-settings': { low: 'Male', high: 'Bene', linear: true },
      },
      good: [1, 3],
      bad: [0, 4, '1', null],
    },
  ],
  typed: [
    ['4', { value: '4' }],
    ['problema grave', { value: '6' }],
    ['', { value: undefined }],
    ['7', { code: 'not-a-level' }],
  ],
  keys: [
    [['Space'], '1'],
    [['Space', 'ArrowDown'], '2'],
  ],
  paper: [['4', '4 · Problema lieve']],
};
