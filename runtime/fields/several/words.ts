// SPDX-License-Identifier: BSD-3-Clause
import { choiceListProblems } from '../choice-words.ts';
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Più scelte', en: 'Several choices' },
  about: { it: 'Una o più risposte fra quelle di un elenco', en: 'One or more answers out of a list' },
  problems: choiceListProblems,
};
