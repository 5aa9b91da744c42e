// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Ora', en: 'Time' },
  about: { it: 'Ora e minuti, su 24 ore', en: 'Hour and minutes, of 24 hours' },
  problems: {
    'not-a-time': {
      it: 'Scrivi l’ora da 0:00 a 23:59, per esempio 9:30.',
      en: 'Write the time from 0:00 to 23:59, for example 9:30.',
    },
    'time-too-early': {
      it: 'L’ora non può essere prima delle {limit}.',
      en: 'The time cannot be before {limit}.',
    },
    'time-too-late': { it: 'L’ora non può essere dopo le {limit}.', en: 'The time cannot be after {limit}.' },
  },
};
