// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Data', en: 'Date' },
  about: { it: 'Giorno, mese e anno', en: 'Day, month and year' },
  problems: {
    'not-a-date': {
      it: 'Scrivi una data che esiste, nella forma gg/mm/aaaa, per esempio 04/07/1987.',
      en: 'Write a date that exists, as dd/mm/yyyy, for example 04/07/1987.',
    },
    'date-too-early': {
      it: 'La data non può essere prima del {limit}.',
      en: 'The date cannot be before {limit}.',
    },
    'date-too-late': {
      it: 'La data non può essere dopo il {limit}.',
      en: 'The date cannot be after {limit}.',
    },
  },
  texts: {
    example: { it: 'gg/mm/aaaa', en: 'dd/mm/yyyy' },
    day: { it: 'Giorno', en: 'Day' },
    month: { it: 'Mese', en: 'Month' },
    year: { it: 'Anno', en: 'Year' },
  },
};
