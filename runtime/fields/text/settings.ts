// SPDX-License-Identifier: BSD-3-Clause
import { counter, example, lengths, pattern } from '../common-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { type Setting, plainSettings, withEnglish } from '../settings-of.ts';

/** Values of the HTML attribute, in words: the browser then offers what the person wrote elsewhere. */
const known: readonly (readonly [code: string, it: string, en: string])[] = [
  ['given-name', 'Il suo nome', 'Their first name'],
  ['family-name', 'Il suo cognome', 'Their surname'],
  ['name', 'Il suo nome e cognome', 'Their full name'],
  ['tel', 'Il suo telefono', 'Their phone'],
  ['email', 'La sua email', 'Their email'],
  ['address-level2', 'Il suo comune', 'Their town'],
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

const written = [
  ['upper', 'Tutto maiuscolo', 'All capitals'],
  ['lower', 'Tutto minuscolo', 'All small letters'],
  ['first', 'Prima lettera maiuscola', 'First letter capital'],
] as const;

const letters: Setting = {
  key: 'lettere',
  keyword: 'x-settings/case',
  question: {
    title: 'Come si scrive',
    'x-hint': 'Il testo si corregge da sé quando chi compila passa oltre',
    oneOf: written.map(([code, title]) => ({ const: code, title })),
  },
  english: { title: 'How it is written', hint: 'The text corrects itself when the person goes on' },
};

const plain = plainSettings('text', { type: 'string', maxLength: 200 }, [
  ...lengths(5000),
  counter,
  letters,
  pattern,
  example,
  autocomplete,
]);

export const settings: FieldSettings = {
  ...plain,
  definition: withEnglish(
    plain.definition,
    Object.fromEntries([
      ...known.map(([code, , title]) => [`compilazione=${code}`, title]),
      ...written.map(([code, , title]) => [`lettere=${code}`, title]),
    ]),
  ),
};
