// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSettings } from '../contract.ts';
import { plainSettings } from '../settings-of.ts';

export const settings: FieldSettings = plainSettings(
  'grid',
  { type: 'object', 'x-type': 'grid', properties: {} },
  [
    {
      key: 'mostra_punti',
      keyword: 'x-settings/points',
      question: {
        title: 'I punti e il loro totale si vedono',
        'x-hint': 'Le domande della griglia hanno tutte le stesse risposte',
        type: 'boolean',
      },
      english: {
        title: 'Points and their total are shown',
        hint: 'All questions of a grid have the same answers',
      },
    },
  ],
);
