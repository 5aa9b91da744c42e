// SPDX-License-Identifier: BSD-3-Clause
import { example, lengths, pattern } from '../common-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { type Setting, plainSettings, withEnglish } from '../settings-of.ts';

/** Values of the HTML attribute, in words: the browser then offers what the person wrote elsewhere. */
const known: readonly (readonly [code: string, it: string, en: string])[] = [
  ['given-name', 'Il suo nome', 'Their first name'],
  ['family-name', 'Il suo cognome', 'Their surname'],
  ['tel', 'Il suo telefono', 'Their phone'],
  ['email', 'La sua email', 'Their email'],
  ['street-address', 'Il suo indirizzo', 'Their address'],
  ['postal-code', 'Il suo CAP', 'Their postal code'],
];

const autocomplete: Setting = {
  key: 'compilazione',
  keyword: 'x-settings/autocomplete',
  question: {
    title: 'Chi compila scrive di sé',
    'x-hint': 'Il browser propone il dato; solo per i dati di chi compila, mai di altre persone',
    oneOf: known.map(([code, title]) => ({ const: code, title })),
  },
  english: {
    title: 'What people write about themselves',
    hint: 'The browser offers the datum; only for data of who fills in the form, never of others',
  },
};

const plain = plainSettings('text', { type: 'string', maxLength: 200 }, [
  ...lengths(5000),
  pattern,
  example,
  autocomplete,
]);

export const settings: FieldSettings = {
  ...plain,
  definition: withEnglish(
    plain.definition,
    Object.fromEntries(known.map(([code, , title]) => [`compilazione=${code}`, title])),
  ),
};
