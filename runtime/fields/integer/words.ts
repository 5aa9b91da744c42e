// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Numero intero', en: 'Whole number' },
  about: {
    it: 'Un numero senza decimali: quante persone, quante ore',
    en: 'A number without decimals: how many people, how many hours',
  },
  texts: {
    less: { it: 'Uno in meno: {title}', en: 'One less: {title}' },
    more: { it: 'Uno in più: {title}', en: 'One more: {title}' },
  },
  problems: {
    'not-an-integer': {
      it: 'Scrivi un numero intero, per esempio 12.',
      en: 'Write a whole number, for example 12.',
    },
    'not-a-step': {
      it: 'Il numero deve essere un multiplo di {step}: per esempio {step}.',
      en: 'The number must be a multiple of {step}: for example {step}.',
    },
    'too-small': {
      it: 'Il numero deve essere almeno {limit}.',
      en: 'The number must be at least {limitEn}.',
    },
    'too-large': {
      it: 'Il numero deve essere al massimo {limit}.',
      en: 'The number must be {limitEn} at most.',
    },
    'not-above': {
      it: 'Il numero deve essere più di {limit}.',
      en: 'The number must be more than {limitEn}.',
    },
    'not-below': {
      it: 'Il numero deve essere meno di {limit}.',
      en: 'The number must be less than {limitEn}.',
    },
  },
};
