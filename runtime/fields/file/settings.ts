// SPDX-License-Identifier: BSD-3-Clause
import { counts } from '../common-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { plainSettings, withEnglish } from '../settings-of.ts';
import { WIDEST } from './kinds.ts';

const named: readonly (readonly [kind: string, it: string, en: string])[] = [
  ['pdf', 'Documenti PDF', 'PDF documents'],
  ['photo', 'Foto e immagini (JPEG, PNG, HEIC, WebP)', 'Photos and images (JPEG, PNG, HEIC, WebP)'],
  [
    'office',
    'Testi e fogli di calcolo (DOCX, XLSX, ODT, ODS)',
    'Texts and spreadsheets (DOCX, XLSX, ODT, ODS)',
  ],
];

const plain = plainSettings(
  'file',
  { type: 'array', 'x-type': 'file', 'x-settings': { kinds: ['pdf', 'photo'] } },
  [
    {
      key: 'tipi',
      keyword: 'x-settings/kinds',
      question: {
        title: 'Tipi di file ammessi',
        type: 'array',
        items: { oneOf: named.map(([kind, title]) => ({ const: kind, title })) },
      },
      english: { title: 'Kinds of files' },
    },
    ...counts({ it: 'File', en: 'Files' }, 20),
    {
      key: 'dimensione',
      keyword: 'x-settings/size',
      question: {
        title: 'Dimensione massima di un file',
        'x-unit': 'MB',
        type: 'integer',
        minimum: 1,
        maximum: WIDEST,
      },
      english: { title: 'Largest size of a file' },
    },
    {
      key: 'fotocamera',
      keyword: 'x-settings/camera',
      question: {
        title: 'Sul telefono propone la fotocamera',
        'x-hint': 'Un pulsante in più per fotografare subito il documento',
        type: 'boolean',
      },
      english: {
        title: 'Offers the camera on phones',
        hint: 'One more button, to take a picture of the document at once',
      },
    },
  ],
);

export const settings: FieldSettings = {
  ...plain,
  definition: withEnglish(
    plain.definition,
    Object.fromEntries(named.map(([kind, , title]) => [`tipi=${kind}`, title])),
  ),
};
