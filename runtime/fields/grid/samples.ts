// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import type { FieldSamples } from '../contract.ts';

const oneOf = [
  { const: 'mai', title: 'Mai', 'x-score': 0 },
  { const: 'qualche-volta', title: 'Qualche volta', 'x-score': 1 },
  { const: 'spesso', title: 'Spesso', 'x-score': 2 },
];
const asked = (title: string): FieldSchema => ({ title, oneOf });
const numbered = (title: string): FieldSchema => ({
  title,
  type: 'integer',
  'x-type': 'scale',
  minimum: 1,
  maximum: 5,
  'x-settings': { low: 'Per niente', high: 'Molto' },
});

export const samples: FieldSamples = {
  fields: [
    {
      about: 'le stesse risposte, con i punti',
      field: {
        title: 'Nell’ultimo mese',
        type: 'object',
        'x-type': 'grid',
        properties: {
          sonno: asked('Ha dormito male'),
          cibo: asked('Ha saltato i pasti'),
          sola: { ...asked('Si è sentita sola'), 'x-not-asked': ['refused'] },
        },
        'x-settings': { points: true },
        'x-bands': [
          { from: 0, to: 3, code: 'bassa', title: 'Fatica bassa' },
          { from: 3, code: 'alta', title: 'Fatica alta' },
        ],
      },
      good: [{}, { sonno: 'mai' }, { sonno: 'spesso', cibo: 'qualche-volta', sola: 'mai' }],
      bad: [{ sonno: 'sempre' }, { altro: 'mai' }, { sonno: 1 }, { toString: 'mai' }, [], 'mai', null, 3],
    },
    {
      about: 'una scala per ogni riga',
      field: {
        title: 'Quanto è soddisfatta',
        type: 'object',
        'x-type': 'grid',
        properties: { casa: numbered('Della casa'), lavoro: numbered('Del lavoro') },
      },
      good: [{ casa: 1, lavoro: 5 }],
      bad: [{ casa: 0 }, { casa: '1' }, { lavoro: 6 }, { casa: 2.5 }],
    },
  ],
  typed: [
    ['', { value: undefined }],
    ['mai', { code: 'not-a-group' }],
  ],
  keys: [[['Space', 'Tab', 'Space', 'ArrowDown'], { sonno: 'mai', cibo: 'qualche-volta' }]],
  paper: [[{ sonno: 'mai' }, '']],
};
