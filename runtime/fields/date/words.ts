// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';
import { dayProblems, limitProblems } from '../date-words.ts';

export const words: FieldWords = {
  name: { it: 'Data', en: 'Date' },
  about: { it: 'Giorno, mese e anno', en: 'Day, month and year' },
  problems: { ...dayProblems, ...limitProblems },
};
