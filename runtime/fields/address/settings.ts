// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSettings } from '../contract.ts';
import { plainSettings, withEnglish } from '../settings-of.ts';

const named: readonly (readonly [kind: string, it: string, en: string])[] = [
  ['italy', 'In Italia', 'In Italy'],
  ['abroad', 'All’estero', 'Abroad'],
  ['none', 'Senza fissa dimora', 'No fixed abode'],
];

const plain = plainSettings(
  'address',
  { type: 'object', 'x-type': 'address', 'x-choices': { from: 'list:comuni-italiani' } },
  [
    {
      key: 'dove',
      keyword: 'x-settings/kinds',
      question: {
        title: 'Indirizzi ammessi',
        'x-hint': 'Senza segni: tutti',
        type: 'array',
        items: { oneOf: named.map(([kind, title]) => ({ const: kind, title })) },
      },
      english: { title: 'Addresses allowed', hint: 'None ticked: all' },
    },
    {
      key: 'proprio',
      keyword: 'x-settings/own',
      question: {
        title: 'Chi compila scrive il proprio indirizzo',
        'x-hint': 'Il browser lo propone; non per gli indirizzi di altre persone',
        type: 'boolean',
      },
      english: {
        title: 'People write their own address',
        hint: 'The browser offers it; not for addresses of others',
      },
    },
  ],
);

export const settings: FieldSettings = {
  ...plain,
  definition: withEnglish(
    plain.definition,
    Object.fromEntries(named.map(([kind, , title]) => [`dove=${kind}`, title])),
  ),
};
