// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Email', en: 'E-mail' },
  about: { it: 'Un indirizzo di posta elettronica', en: 'An e-mail address' },
  problems: {
    'not-an-email': {
      it: 'Scrivi un indirizzo email intero, per esempio nome@esempio.it.',
      en: 'Write a whole e-mail address, for example name@example.com.',
    },
    'email-no-at': {
      it: 'Manca la chiocciola (@). Scrivi l’indirizzo intero, per esempio nome@esempio.it.',
      en: 'The at sign (@) is missing. Write the whole address, for example name@example.com.',
    },
    'email-no-domain': {
      it: 'Dopo la chiocciola (@) serve un nome con un punto, per esempio nome@esempio.it.',
      en: 'After the at sign (@) comes a name with a dot, for example name@example.com.',
    },
    'email-blank': {
      it: 'Un indirizzo email non ha spazi. Scrivine uno solo, per esempio nome@esempio.it.',
      en: 'An e-mail address has no blanks. Write one only, for example name@example.com.',
    },
    'email-accents': {
      it: 'Un indirizzo email non ha accenti né altri segni particolari. Scrivilo come nome@esempio.it.',
      en: 'An e-mail address has no accents or other special signs. Write it like name@example.com.',
    },
    'email-typo': {
      it: '«{domain}» è giusto? Forse volevi scrivere {meant}.',
      en: 'Is “{domain}” right? Perhaps you meant {meant}.',
    },
  },
};
