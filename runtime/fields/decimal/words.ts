// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Numero con decimali', en: 'Number with decimals' },
  about: {
    it: 'Un numero con la virgola: metri quadri, un punteggio',
    en: 'A number with decimals: square metres, a score',
  },
  problems: {
    'not-a-number': { it: 'Scrivi un numero, per esempio 12,5.', en: 'Write a number, for example 12.5.' },
    'too-many-decimals': {
      it: 'Troppi decimali: al massimo {limit}.',
      en: 'Too many decimals: {limit} at most.',
    },
    'not-a-step': {
      it: 'Il numero deve essere un multiplo di {step}: per esempio {step}.',
      en: 'The number must be a multiple of {stepEn}: for example {stepEn}.',
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
