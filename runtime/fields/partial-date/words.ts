// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';
import { dayProblems, limitProblems } from '../date-words.ts';

const { 'not-a-date': _, ...ofDays } = dayProblems;

export const words: FieldWords = {
  name: { it: 'Data anche incompleta', en: 'Date, even partial' },
  about: {
    it: 'Quando basta l’anno, o il mese e l’anno',
    en: 'Where the year is enough, or month and year',
  },
  problems: {
    ...ofDays,
    ...limitProblems,
    'not-a-partial-date': {
      it: 'Scrivi almeno l’anno, con quattro cifre; se li ricordi, anche il mese e il giorno. Per esempio 2019, 05/2019 o 12/05/2019.',
      en: 'Write at least the year, in four digits; month and day too, if you remember them. For example 2019, 05/2019 or 12/05/2019.',
    },
    'date-needs-month': {
      it: 'Manca il mese: scrivilo con un numero o in lettere, per esempio 5 o maggio. Il giorno può mancare.',
      en: 'The month is missing: write it as a number or in letters, for example 5 or May. The day may be left out.',
    },
    'not-a-month': {
      it: 'Il mese va da 1 a 12, o in lettere, per esempio 5 o maggio.',
      en: 'The month goes from 1 to 12, or in letters, for example 5 or May.',
    },
  },
};
