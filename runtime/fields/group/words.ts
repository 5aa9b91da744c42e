// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';
import { groupProblems } from '../groups-words.ts';

export const words: FieldWords = {
  name: { it: 'Gruppo di domande', en: 'Group of questions' },
  about: {
    it: 'Domande che stanno insieme: un indirizzo, un documento',
    en: 'Questions that belong together: an address, a document',
  },
  problems: groupProblems,
};
