// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSettings } from '../contract.ts';
import { plainSettings, withEnglish } from '../settings-of.ts';

const named: readonly (readonly [way: string, it: string, en: string])[] = [
  ['drawn', 'Tracciata sullo schermo', 'Drawn on the screen'],
  ['typed', 'Nome e cognome scritti', 'Name and surname, written'],
  ['paper', 'Su carta, con il luogo dell’originale', 'On paper, with the place of the original'],
];

const plain = plainSettings('signature', { type: 'object', 'x-type': 'signature' }, [
  {
    key: 'modi',
    keyword: 'x-settings/ways',
    question: {
      title: 'Modi di firmare',
      'x-hint':
        'Senza segni: tutti. Accanto alla firma tracciata serve sempre un modo che non chieda di disegnare.',
      type: 'array',
      items: { oneOf: named.map(([way, title]) => ({ const: way, title })) },
    },
    english: {
      title: 'Ways to sign',
      hint: 'None ticked: all. Beside the drawn signature there must be a way that asks for no drawing.',
    },
  },
]);

export const settings: FieldSettings = {
  ...plain,
  definition: withEnglish(
    plain.definition,
    Object.fromEntries(named.map(([way, , title]) => [`modi=${way}`, title])),
  ),
};
