// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Codice fiscale', en: 'Italian tax code' },
  about: {
    it: 'Sedici caratteri, o undici cifre se provvisorio; ne controlla la forma e la lettera finale',
    en: 'Sixteen characters, or eleven digits when provisional; form and last letter are checked',
  },
  problems: {
    'tax-code-shape': {
      it: 'Il codice fiscale ha 16 caratteri, o 11 cifre se è provvisorio. Controlla di averlo copiato tutto.',
      en: 'A tax code has 16 characters, or 11 digits when provisional. Check that all of it is copied.',
    },
    'tax-code-letter': {
      it: 'L’ultima lettera non corrisponde: un carattere è sbagliato. Ricontrolla sulla tessera sanitaria.',
      en: 'The last letter does not fit: a character is wrong. Check it against the health card.',
    },
    'tax-code-day': {
      it: 'Il codice fiscale indica un giorno di nascita che non esiste. Ricontrolla sulla tessera sanitaria.',
      en: 'The tax code gives a day of birth that does not exist. Check it against the health card.',
    },
    'tax-code-number': {
      it: 'Il codice di 11 cifre contiene un errore. Ricontrolla sul certificato di attribuzione.',
      en: 'The 11-digit code holds a mistake. Check it against its certificate.',
    },
  },
};
