// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Collegamento', en: 'Link' },
  about: {
    it: 'Rimanda a una o più righe di un altro elenco',
    en: 'Points to one or more rows of another list',
  },
  problems: {
    'not-a-link': { it: 'Scegli una riga dell’elenco collegato.', en: 'Choose a row of the linked list.' },
    'not-links': {
      it: 'Scegli una o più righe dell’elenco collegato.',
      en: 'Choose one or more rows of the linked list.',
    },
    'too-few-links': { it: 'Righe da scegliere: almeno {limit}.', en: 'Rows to choose: at least {limit}.' },
    'too-many-links': {
      it: 'Righe da scegliere: al massimo {limit}.',
      en: 'Rows to choose: {limit} at most.',
    },
    'same-link-twice': { it: 'La stessa riga è scelta due volte.', en: 'The same row is chosen twice.' },
  },
  texts: {
    choose: { it: 'Scegli…', en: 'Choose…' },
    none: { it: 'Non c’è ancora nessuna riga da collegare', en: 'There is no row to link yet' },
  },
};
