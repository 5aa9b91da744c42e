// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Elenco di righe', en: 'List of rows' },
  about: {
    it: 'Le stesse domande più volte: i componenti, le spese',
    en: 'The same questions several times: members, expenses',
  },
  problems: {
    'not-rows': { it: 'Qui serve un elenco di righe.', en: 'This must be a list of rows.' },
    'not-a-row': { it: 'Questa riga non si può leggere.', en: 'This row cannot be read.' },
    'row-without-id': {
      it: 'Alla riga manca il suo codice interno. Toglila e aggiungila di nuovo.',
      en: 'The row lacks its internal code. Remove it and add it again.',
    },
    'unknown-answer': {
      it: '«{key}» non è una domanda di questo elenco.',
      en: '“{key}” is not a question of this list.',
    },
    'too-few-rows': { it: 'Righe da inserire: almeno {limit}.', en: 'Rows to enter: at least {limit}.' },
    'too-many-rows': { it: 'Righe da inserire: al massimo {limit}.', en: 'Rows to enter: {limit} at most.' },
  },
  texts: {
    add: { it: 'Aggiungi', en: 'Add' },
    remove: { it: 'Togli', en: 'Remove' },
    up: { it: 'Sposta su', en: 'Move up' },
    down: { it: 'Sposta giù', en: 'Move down' },
    none: { it: 'Nessuna riga', en: 'No rows' },
  },
};
