// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Dichiarazione', en: 'Declaration' },
  about: {
    it: 'Un testo da leggere e accettare; resta scritto quale testo e quando',
    en: 'A text to read and accept; which text and when is kept',
  },
  problems: {
    'not-declared': {
      it: 'Leggi il testo e metti il segno nella casella per accettarlo.',
      en: 'Read the text and tick the box to accept it.',
    },
    'declaration-changed': {
      it: 'Il testo è cambiato da quando è stato accettato: rileggilo e metti di nuovo il segno.',
      en: 'The text has changed since it was accepted: read it again and tick the box anew.',
    },
  },
  texts: {
    confirm: { it: 'Ho letto e dichiaro quanto scritto sopra', en: 'I have read and declare the above' },
    on: { it: 'accettata il {date}', en: 'accepted on {date}' },
  },
};
