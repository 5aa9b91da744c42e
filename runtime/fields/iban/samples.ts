// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSamples } from '../contract.ts';

/** Accounts of textbooks and of nobody. */
export const samples: FieldSamples = {
  fields: [
    {
      about: 'IBAN',
      field: { title: 'IBAN', type: 'string', 'x-type': 'iban' },
      good: [
        'IT60X0542811101000000123456',
        'IT07M0000000000000000000001',
        'SM86U0322509800000000270100',
        'DE89370400440532013000',
        'FR1420041010050500013M02606',
        'GB82WEST12345698765432',
        'NO9386011117947',
        'MT84MALT011000012345MTLCAST001S',
      ],
      bad: [
        'IT60 X054 2811 1010 0000 0123 456',
        'it60x0542811101000000123456',
        'IT60X054281110',
        '60X0542811101000000123456IT',
        'ITX00542811101000000123456',
        'IT60X0542811101000000123456999999999999',
        'IT60X05428111010000001234\u0660\u0661',
        '',
        60,
        null,
        ['IT60X0542811101000000123456'],
      ],
    },
    {
      about: 'solo conti italiani',
      field: {
        title: 'IBAN del conto italiano',
        type: 'string',
        'x-type': 'iban',
        'x-settings': { italian: true },
      },
      good: ['IT60X0542811101000000123456'],
      bad: ['IT'],
    },
  ],
  typed: [
    ['IT60X0542811101000000123456', { value: 'IT60X0542811101000000123456' }],
    [' it60 x054 2811 1010 0000 0123 456 ', { value: 'IT60X0542811101000000123456' }],
    ['IBAN: IT60-X-05428-11101-000000123456', { value: 'IT60X0542811101000000123456' }],
    ['DE89 3704 0044 0532 0130 00', { value: 'DE89370400440532013000' }],
    ['', { value: undefined }],
    // MOD 97 alone would take it
    ['IT65A0542811101000000123456', { code: 'iban-cin' }],
    ['IT61X0542811101000000123456', { code: 'iban-digits' }],
    ['IT60Y0542811101000000123456', { code: 'iban-number' }],
    ['IT60X0542811101000000123457', { code: 'iban-number' }],
    ['IT60X054281110100000012345', { code: 'iban-length' }],
    ['IT60X05428', { code: 'iban-length' }],
    ['IT6010542811101000000123456', { code: 'iban-parts' }],
    ['DE88370400440532013000', { code: 'iban-digits' }],
    ['DE8937040044053201300', { code: 'iban-length' }],
    ['US64SVBKUS6S3300958879', { code: 'iban-country' }],
    ['0542811101000000123456', { code: 'iban-shape' }],
    ['il mio conto', { code: 'iban-shape' }],
  ],
  keys: [[['it60 x054 2811 1010 0000 0123 456'], 'IT60X0542811101000000123456']],
  paper: [
    ['IT60X0542811101000000123456', 'IT60 X054 2811 1010 0000 0123 456'],
    ['NO9386011117947', 'NO93 8601 1117 947'],
  ],
};
