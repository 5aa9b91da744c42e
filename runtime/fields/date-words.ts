// SPDX-License-Identifier: BSD-3-Clause
// Sentences of the problems that calendar.ts and date-limits.ts find, for every type that holds a date.
import type { FieldWords } from './contract.ts';

export const limitProblems: FieldWords['problems'] = {
  'date-too-early': {
    it: 'La data non può essere prima del {limit}.',
    en: 'The date cannot be before {limit}.',
  },
  'date-too-late': {
    it: 'La data non può essere dopo il {limit}.',
    en: 'The date cannot be after {limit}.',
  },
  'date-in-past': {
    it: 'La data non può essere prima di oggi ({limit}).',
    en: 'The date cannot be before today ({limit}).',
  },
  'date-in-future': {
    it: 'La data non può essere successiva a oggi ({limit}).',
    en: 'The date cannot be later than today ({limit}).',
  },
};

export const dayProblems: FieldWords['problems'] = {
  'not-a-date': {
    it: 'Scrivi una data che esiste, nella forma gg/mm/aaaa, per esempio 04/07/1987.',
    en: 'Write a date that exists, as dd/mm/yyyy, for example 04/07/1987.',
  },
  'no-such-date': {
    it: 'Questo giorno non esiste nel calendario. Ricontrolla giorno e mese, per esempio 04/07/1987.',
    en: 'There is no such day in the calendar. Check day and month, for example 04/07/1987.',
  },
  'date-year': {
    it: 'Scrivi l’anno con quattro cifre, dal 1900 al 2199, per esempio 1987.',
    en: 'Write the year in four digits, from 1900 to 2199, for example 1987.',
  },
  'date-no-day': {
    it: 'Manca il giorno: scrivilo con una o due cifre, per esempio 4.',
    en: 'The day is missing: write it in one or two digits, for example 4.',
  },
  'date-no-month': {
    it: 'Manca il mese: scrivilo con un numero o in lettere, per esempio 7 o luglio.',
    en: 'The month is missing: write it as a number or in letters, for example 7 or July.',
  },
  'date-no-year': {
    it: 'Manca l’anno: scrivilo con quattro cifre, per esempio 1987.',
    en: 'The year is missing: write it in four digits, for example 1987.',
  },
};
