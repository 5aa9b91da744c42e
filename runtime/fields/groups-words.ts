// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from './contract.ts';

/** Sentences of answers that belong together. */
export const groupProblems: FieldWords['problems'] = {
  'not-a-group': { it: 'Queste risposte non si possono leggere.', en: 'These answers cannot be read.' },
  'unknown-answer': {
    it: '«{key}» non è una domanda di questo gruppo.',
    en: '“{key}” is not a question of this group.',
  },
};
