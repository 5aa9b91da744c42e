// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

const drawn = {
  kind: 'drawn',
  strokes: [
    [
      [120, 210],
      [200, 80],
      [260, 220],
      [340, 90],
      [420, 215],
    ],
    [
      [470, 150],
      [560, 140],
      [640, 190],
      [760, 120],
    ],
  ],
  at: '2026-03-02',
};
const typed = { kind: 'typed', name: 'Marta Vallieri', at: '2026-03-02' };
const sheet = { kind: 'paper', place: 'armadio 3, sportello', at: '2026-02-27' };

export const samples: FieldSamples = {
  fields: [
    {
      about: 'in tre modi',
      field: { title: 'Firma di chi dichiara', type: 'object', 'x-type': 'signature' },
      good: [drawn, typed, sheet],
      bad: [
        { ...drawn, strokes: [] },
        { ...drawn, strokes: [[]] },
        { ...drawn, strokes: [[[1]]] },
        { ...drawn, strokes: [[[1, 2, 3]]] },
        { ...drawn, strokes: [[[1.5, 2]]] },
        { ...drawn, strokes: [[[-1, 2]]] },
        { ...drawn, strokes: [[[1001, 2]]] },
        { ...drawn, strokes: Array.from({ length: 41 }, () => [[1, 1]]) },
        { ...drawn, strokes: 'M0 0L10 10' },
        { ...drawn, at: 'oggi' },
        { ...drawn, name: 'Marta' },
        { ...typed, name: '' },
        { ...typed, name: 'Marta\nVallieri' },
        { kind: 'typed', name: 'Marta' },
        { ...sheet, place: ' ' },
        { kind: 'altro' },
        'Marta Vallieri',
        null,
        [],
      ],
    },
    {
      about: 'solo su carta',
      field: {
        title: 'Firma del tutore',
        type: 'object',
        'x-type': 'signature',
        'x-settings': { ways: ['paper'] },
      },
      good: [sheet],
      bad: [drawn, typed],
    },
  ],
  typed: [
    ['', { value: undefined }],
    [JSON.stringify(drawn), { value: drawn }],
    [JSON.stringify({ ...typed, name: '  Marta Vallieri ' }), { value: typed }],
    [JSON.stringify({ ...sheet, at: '27/2/2026' }), { value: sheet }],
    ['{"kind":"drawn","strokes":[]}', { code: 'signature-drawing' }],
    ['{"kind":"typed","name":" "}', { code: 'signature-name' }],
    ['{"kind":"paper"}', { code: 'signature-place' }],
    ['{"kind":"paper","place":"armadio","at":"31/02/2026"}', { code: 'signature-date' }],
    ['Marta', { code: 'not-a-signature' }],
  ],
  keys: [
    [['ArrowDown', 'Tab', 'Marta Vellonieri'], { kind: 'typed', at: '2026-03-02', name: 'Marta Vellonieri' }],
  ],
  paper: [
    [drawn, 'Firma elettronica semplice, tracciata il 02/03/2026'],
    [typed, 'Marta Vallieri (firma elettronica semplice, 02/03/2026)'],
    [sheet, 'Firmato su carta il 27/02/2026. Originale: armadio 3, sportello'],
  ],
};
