// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Una scelta', en: 'One choice' },
  about: { it: 'Una sola risposta fra quelle di un elenco', en: 'One answer out of a list' },
  problems: {
    'not-a-choice': {
      it: 'Scegli una delle risposte dell’elenco.',
      en: 'Choose one of the answers in the list.',
    },
  },
  texts: {
    choose: { it: 'Scegli…', en: 'Choose…' },
    search: { it: 'Cerca nell’elenco', en: 'Search the list' },
    none: { it: 'Nessuna voce corrisponde', en: 'Nothing matches' },
  },
};
