// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';

/** Texts of a form to fill in by hand. */
export const words = {
  intro: {
    it: 'Scriva in stampatello. Segni con una X le caselle. Dove legge «vada alla», salti le domande in mezzo.',
    en: 'Write in capitals. Mark boxes with an X. Where it says “go to”, skip the questions between.',
  },
  must: { it: 'Le domande con * sono obbligatorie.', en: 'Questions with * are required.' },
  yes: { it: 'Sì', en: 'Yes' },
  no: { it: 'No', en: 'No' },
  goTo: { it: 'vada alla {number}', en: 'go to {number}' },
  goToEnd: { it: 'vada alla fine', en: 'go to the end' },
  only: { it: 'Solo se', en: 'Only if' },
  onlyAsked: { it: 'Solo se serve: lo dice lo sportello.', en: 'Only if needed: the front desk tells you.' },
  is: { it: 'alla domanda {number} ha risposto {answer}', en: 'to question {number} you answered {answer}' },
  isNot: {
    it: 'alla domanda {number} non ha risposto {answer}',
    en: 'to question {number} you did not answer {answer}',
  },
  has: { it: 'alla domanda {number} ha segnato {answer}', en: 'at question {number} you marked {answer}' },
  answered: { it: 'ha risposto alla domanda {number}', en: 'you answered question {number}' },
  empty: { it: 'non ha risposto alla domanda {number}', en: 'you did not answer question {number}' },
  from: {
    it: 'alla domanda {number} ha scritto {value} o più',
    en: 'to question {number} you wrote {value} or more',
  },
  upTo: {
    it: 'alla domanda {number} ha scritto {value} o meno',
    en: 'to question {number} you wrote {value} or less',
  },
  over: {
    it: 'alla domanda {number} ha scritto più di {value}',
    en: 'to question {number} you wrote more than {value}',
  },
  under: {
    it: 'alla domanda {number} ha scritto meno di {value}',
    en: 'to question {number} you wrote less than {value}',
  },
  and: { it: ' e ', en: ' and ' },
  or: { it: ' o ', en: ' or ' },
  day: { it: 'giorno / mese / anno', en: 'day / month / year' },
  several: { it: 'anche più di una', en: 'more than one if needed' },
  attach: { it: 'Alleghi una copia e segni qui', en: 'Attach a copy and mark here' },
  row: { it: 'N.', en: 'No.' },
  moreRows: {
    it: 'Se le righe non bastano, continui su un altro foglio con lo stesso numero.',
    en: 'If the rows are not enough, go on with another sheet with the same number.',
  },
  end: { it: 'Fine', en: 'End' },
  placeAndDate: { it: 'Luogo e data', en: 'Place and date' },
  signature: { it: 'Firma', en: 'Signature' },
  office: { it: 'Parte per l’ufficio: ricevuto il, da', en: 'For the office: received on, by' },
  form: { it: 'Modulo', en: 'Form' },
} satisfies { readonly [key: string]: Words };
