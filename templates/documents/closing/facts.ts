// SPDX-License-Identifier: AGPL-3.0-or-later
import { letter } from '../../letter.ts';
import { words } from './words.ts';

/** A request is about to be turned down (prior notice), or is closed: facts, reason, rule, and what one can do. */
export const closing = letter({
  kind: 'closing',
  words: { it: 'Comunicazione di archiviazione', en: 'Notice of closing' },
  own: words,
  texts: [
    'archiviazione_preavviso',
    'archiviazione_ricorso',
    'archiviazione_nuova_domanda',
    'archiviazione_altri_aiuti',
  ],
  more: ({ submission, language }) => {
    const prior = submission.answers['tipo'] === 'preavviso';
    return { prior, subject: (prior ? words.priorTitle : words.closingTitle)[language] };
  },
});
