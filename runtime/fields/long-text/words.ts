// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';
import { textProblems, textTexts } from '../texts-words.ts';

export const words: FieldWords = {
  name: { it: 'Testo lungo', en: 'Long text' },
  about: { it: 'Più righe: una descrizione, una nota', en: 'Several lines: a description, a note' },
  problems: textProblems,
  texts: textTexts,
};
