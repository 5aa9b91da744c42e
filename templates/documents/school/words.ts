// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';

export const words = {
  asks: {
    it: 'Chiediamo alla scuola i giorni di assenza nel periodo indicato. Non servono altre notizie.',
    en: 'We ask the school for the days of absence in the period below. Nothing else is needed.',
  },
  answers: {
    it: 'Giorni di assenza comunicati dalla scuola per il periodo indicato.',
    en: 'Days of absence told by the school for the period below.',
  },
  minor: { it: 'Alunna o alunno', en: 'Pupil' },
  born: { it: 'Data di nascita', en: 'Date of birth' },
  institute: { it: 'Scuola', en: 'School' },
  grade: { it: 'Classe', en: 'Class' },
  period: { it: 'Periodo', en: 'Period' },
  from: { it: 'da', en: 'from' },
  until: { it: 'a', en: 'to' },
  replyBy: { it: 'Risposta entro', en: 'Reply by' },
  days: { it: 'Giorni di assenza', en: 'Days of absence' },
  justified: { it: 'giustificati', en: 'justified' },
  unjustified: { it: 'non giustificati', en: 'not justified' },
  total: { it: 'in tutto', en: 'in all' },
  answeredBy: { it: 'Ha risposto', en: 'Answered by' },
  slip: { it: 'Risposta della scuola', en: 'Reply of the school' },
  slipHow: { it: 'Da rimandare a', en: 'To be sent back to' },
  dateAndSignature: { it: 'Data, nome e firma', en: 'Date, name and signature' },
} satisfies { readonly [key: string]: Words };
