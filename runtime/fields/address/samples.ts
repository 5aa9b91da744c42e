// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

const home = {
  kind: 'italy',
  street: 'Via dell’Esempio',
  number: '3/b',
  more: 'interno 2',
  postcode: '99001',
  comune: 'Poggiofinto',
  province: 'VP',
};
const short = {
  kind: 'italy',
  street: 'Piazza Prova',
  postcode: '99001',
  comune: 'Poggiofinto',
  province: 'VP',
};
const abroad = {
  kind: 'abroad',
  street: '12 Sample Street',
  postcode: 'AB1 2CD',
  city: 'Exampleton',
  country: 'Regno Unito',
};
const none = {
  kind: 'none',
  comune: 'Poggiofinto',
  province: 'VP',
  street: 'via della Casa Comunale 1',
  contact: 'dormitorio di via Prova',
};

export const samples: FieldSamples = {
  fields: [
    {
      about: 'ovunque, o senza fissa dimora',
      field: { title: 'Residenza', type: 'object', 'x-type': 'address', 'x-settings': { own: true } },
      good: [home, short, abroad, none, { kind: 'none', comune: 'Poggiofinto', province: 'VP' }],
      bad: [
        { kind: 'italy' },
        { ...home, postcode: '9900' },
        { ...home, postcode: 99001 },
        { ...home, province: 'Vp' },
        { ...home, street: '' },
        { ...home, street: 'Via\nProva' },
        { ...home, street: 'v'.repeat(121) },
        { ...home, country: 'Italia' },
        { ...home, kind: 'altrove' },
        { ...short, comune: undefined, city: 'Poggiofinto' },
        { ...abroad, country: '' },
        { ...abroad, province: 'VP' },
        { kind: 'none', comune: 'Poggiofinto' },
        'Via Prova 3',
        null,
        [],
      ],
    },
    {
      about: 'solo in Italia',
      field: {
        title: 'Sede del servizio',
        type: 'object',
        'x-type': 'address',
        'x-settings': { kinds: ['italy'] },
      },
      good: [home, short],
      bad: [abroad, none],
    },
  ],
  typed: [
    ['', { value: undefined }],
    [JSON.stringify(home), { value: home }],
    [JSON.stringify({ ...short, postcode: ' 99 001', province: 'vp ', number: ' ' }), { value: short }],
    ['{"kind":"italy"}', { code: 'address-street' }],
    ['{"kind":"italy","street":"Via Prova","postcode":"990"}', { code: 'address-postcode' }],
    ['{"kind":"italy","street":"Via Prova","postcode":"99001"}', { code: 'address-comune' }],
    [JSON.stringify({ ...home, province: 'Provaprova' }), { code: 'address-province' }],
    ['{"kind":"abroad","street":"12 Sample Street"}', { code: 'address-city' }],
    ['{"kind":"abroad","street":"12 Sample Street","city":"Exampleton"}', { code: 'address-country' }],
    ['{"kind":"none"}', { code: 'address-comune' }],
    ['{"street":"Via Prova"}', { code: 'not-an-address' }],
    ['Via Prova 3', { code: 'not-an-address' }],
  ],
  keys: [
    [
      ['Tab', 'Via dell’Esempio', 'Tab', '3', 'Tab', 'Tab', '99001', 'Tab', 'Poggiofinto', 'Tab', 'VP'],
      {
        kind: 'italy',
        street: 'Via dell’Esempio',
        number: '3',
        postcode: '99001',
        comune: 'Poggiofinto',
        province: 'VP',
      },
    ],
  ],
  paper: [
    [home, 'Via dell’Esempio 3/b, interno 2, 99001 Poggiofinto (VP)'],
    [short, 'Piazza Prova, 99001 Poggiofinto (VP)'],
    [abroad, '12 Sample Street, AB1 2CD Exampleton, Regno Unito'],
    [
      none,
      'Senza fissa dimora, residenza fittizia in via della Casa Comunale 1, Poggiofinto (VP), recapito: dormitorio di via Prova',
    ],
  ],
};
