// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';
import { textProblems, textTexts } from '../texts-words.ts';

export const words: FieldWords = {
  name: { it: 'Testo breve', en: 'Short text' },
  about: {
    it: 'Una riga: un nome, un numero di telefono, un indirizzo',
    en: 'One line: a name, a phone number, an address',
  },
  problems: textProblems,
  texts: textTexts,
};
