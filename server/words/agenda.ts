// SPDX-License-Identifier: AGPL-3.0-or-later
// Sentences of terms and appointments.
import type { Words } from '../../runtime/problem.ts';

export const agendaProblems: { readonly [code: string]: Words } = {
  'term-moved-on': {
    it: 'Nel frattempo questo termine è ricominciato o è stato rispettato. Ricarichi la pratica.',
    en: 'Meanwhile this term has begun anew or has been met. Reload the case.',
  },
  'feeds-full': {
    it: 'Ci sono già {most} calendari. Ne tolga uno che non usa più.',
    en: 'There are {most} calendars already. Take one away that is not used any more.',
  },
  'reason-missing': {
    it: 'Scelga il motivo.',
    en: 'Choose the reason.',
  },
  'term-date-wrong': {
    it: 'Scriva una data del giorno da cui il termine conta, o dopo.',
    en: 'Write a date on the day from which the term counts, or after it.',
  },
};
