// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';
import { groupProblems } from '../groups-words.ts';

export const words: FieldWords = {
  name: { it: 'Tabella a righe fisse', en: 'Table with fixed rows' },
  about: {
    it: 'Le stesse domande per ogni voce: importi, date, scelte, con i totali',
    en: 'The same questions for each item: amounts, dates, choices, with totals',
  },
  problems: groupProblems,
};
