// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Gruppo di domande', en: 'Group of questions' },
  about: {
    it: 'Domande che stanno insieme: un indirizzo, un documento',
    en: 'Questions that belong together: an address, a document',
  },
  problems: {
    'not-a-group': { it: 'Queste risposte non si possono leggere.', en: 'These answers cannot be read.' },
    'unknown-answer': {
      it: '«{key}» non è una domanda di questo gruppo.',
      en: '“{key}” is not a question of this group.',
    },
  },
};
