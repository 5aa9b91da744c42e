// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Importo in euro', en: 'Amount in euros' },
  about: { it: 'Una somma di denaro: affitto, reddito, ISEE', en: 'A sum of money: rent, income, ISEE' },
  problems: {
    'not-money': {
      it: 'Scrivi un importo in euro, per esempio 420,00.',
      en: 'Write an amount in euros, for example 420.00.',
    },
    'too-many-decimals': {
      it: 'I centesimi sono due cifre, per esempio 420,50.',
      en: 'Cents are two digits, for example 420.50.',
    },
    'too-small': {
      it: 'L’importo deve essere almeno {limit}.',
      en: 'The amount must be at least {limitEn}.',
    },
    'too-large': {
      it: 'L’importo deve essere al massimo {limit}.',
      en: 'The amount must be {limitEn} at most.',
    },
    'not-above': {
      it: 'L’importo deve essere più di {limit}.',
      en: 'The amount must be more than {limitEn}.',
    },
    'not-below': {
      it: 'L’importo deve essere meno di {limit}.',
      en: 'The amount must be less than {limitEn}.',
    },
  },
};
