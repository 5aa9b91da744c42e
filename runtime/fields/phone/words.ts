// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Telefono', en: 'Telephone' },
  about: {
    it: 'Cellulare o fisso; senza prefisso è italiano',
    en: 'Mobile or fixed line; without a country’s code it is Italian',
  },
  problems: {
    'not-a-phone': {
      it: 'Scrivi un numero di telefono, per esempio 333 123 4567 o 0523 123456. Per un numero estero comincia con + e il prefisso del Paese.',
      en: 'Write a telephone number, for example 333 123 4567 or 0523 123456. For a foreign number begin with + and the country’s code.',
    },
    'phone-length': {
      it: 'Un numero italiano ha 9 o 10 cifre se è un cellulare, da 6 a 11 con lo zero davanti se è un fisso: questo ne ha {length}. Per un numero estero comincia con + e il prefisso del Paese.',
      en: 'An Italian number has 9 or 10 digits as a mobile, 6 to 11 with its first zero as a fixed line: this one has {length}. For a foreign number begin with + and the country’s code.',
    },
  },
};
