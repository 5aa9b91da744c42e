// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';
import { groupProblems } from '../groups-words.ts';

export const words: FieldWords = {
  name: { it: 'Griglia', en: 'Grid' },
  about: {
    it: 'Più domande con le stesse risposte, in una tabella',
    en: 'Several questions with the same answers, in a table',
  },
  problems: groupProblems,
};
