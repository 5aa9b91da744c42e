// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';
import { dayProblems, limitProblems } from '../date-words.ts';

export const words: FieldWords = {
  name: { it: 'Data e ora', en: 'Date and time' },
  about: { it: 'Il giorno e l’ora: un appuntamento', en: 'Day and time: an appointment' },
  problems: {
    ...dayProblems,
    ...limitProblems,
    'not-a-date-time': {
      it: 'Scrivi una data che esiste e un’ora, per esempio 04/07/2026 e 9:30.',
      en: 'Write a date that exists and a time, for example 04/07/2026 and 9:30.',
    },
    'date-no-time': {
      it: 'Manca l’ora: scrivila da 0:00 a 23:59, per esempio 9:30.',
      en: 'The time is missing: write it from 0:00 to 23:59, for example 9:30.',
    },
    'not-a-time': {
      it: 'Scrivi l’ora da 0:00 a 23:59, per esempio 9:30.',
      en: 'Write the time from 0:00 to 23:59, for example 9:30.',
    },
  },
  texts: { time: { it: 'Ora', en: 'Time' } },
};
