// SPDX-License-Identifier: BSD-3-Clause
// What reading aids, fast keys, the comparison and the printed form say by themselves. They come with these parts.
import type { Words } from '../problem.ts';
import { fill } from './index.ts';

const texts = {
  aids: { it: 'Aiuti alla lettura', en: 'Reading aids' },
  language: { it: 'Lingua', en: 'Language' },
  plain: { it: 'Parole più semplici', en: 'Plainer words' },
  aloud: { it: 'Leggi ad alta voce', en: 'Read aloud' },
  aloudHint: {
    it: 'Legge la domanda su cui ti trovi. Esc interrompe.',
    en: 'Reads the question where you are. Esc stops it.',
  },
  voiceless: {
    it: 'Questo browser non ha una voce per la lingua del modulo: non può leggere.',
    en: 'This browser has no voice for the language of the form: it cannot read.',
  },
  size: { it: 'Grandezza del testo', en: 'Text size' },
  smaller: { it: 'Testo più piccolo', en: 'Smaller text' },
  larger: { it: 'Testo più grande', en: 'Larger text' },
  spacing: { it: 'Più spazio fra lettere e righe', en: 'More space between letters and lines' },
  remembered: {
    it: 'Queste scelte restano su questo dispositivo e valgono anche per altri moduli.',
    en: 'These choices stay on this device and hold for other forms too.',
  },
  forgotten: {
    it: 'Dispositivo condiviso: queste scelte valgono finché la pagina è aperta.',
    en: 'Shared device: these choices last as long as the page is open.',
  },
  asBefore: { it: 'Torna come prima', en: 'Back to how it was' },
  choices: { it: 'Risposte possibili', en: 'Possible answers' },

  keys: { it: 'Tasti rapidi', en: 'Keyboard shortcuts' },
  keyEnter: { it: 'Domanda successiva', en: 'Next question' },
  keyOption: { it: 'Scelta numero 1, 2, 3…', en: 'Choice number 1, 2, 3…' },
  keyNext: { it: 'Avanti', en: 'Go on' },
  keySave: { it: 'Salva la bozza', en: 'Save the draft' },
  keyHelp: { it: 'Questo elenco (fuori dai campi di testo)', en: 'This list (outside text fields)' },
  close: { it: 'Chiudi', en: 'Close' },
  enter: { it: 'Invio', en: 'Enter' },

  before: { it: 'Prima', en: 'Before' },
  after: { it: 'Dopo', en: 'After' },
  question: { it: 'Domanda', en: 'Question' },
  same: { it: 'Uguale', en: 'Same' },
  changed: { it: 'Cambiata', en: 'Changed' },
  added: { it: 'Nuova', en: 'New' },
  removed: { it: 'Tolta', en: 'Gone' },
  onlyDifferences: { it: 'Solo le differenze', en: 'Only differences' },
  differences: { it: '{n} risposte diverse su {of}', en: '{n} of {of} answers differ' },
  oneDifference: { it: '1 risposta diversa su {of}', en: '1 of {of} answers differs' },
  noDifference: { it: 'Le due compilazioni sono uguali.', en: 'The two are the same.' },

  print: { it: 'Stampa', en: 'Print' },
  withAnswers: { it: 'Con le risposte', en: 'With the answers' },
  toFill: { it: 'In bianco, da compilare a mano', en: 'Blank, to fill in by hand' },
  goTo: { it: 'vai a {n}', en: 'go to {n}' },
  goToEnd: { it: 'vai alla fine', en: 'go to the end' },
  only: { it: 'Solo se {when}.', en: 'Only if {when}.' },
  onlySometimes: {
    it: 'Solo in alcuni casi: chiedi a chi ti aiuta a compilare.',
    en: 'Only in some cases: ask whoever helps you to fill it in.',
  },
  onlyRight: {
    it: 'Rispondi a questa sezione solo se {when}.',
    en: 'Answer this section only if {when}.',
  },
  is: { it: 'a {n} hai risposto «{value}»', en: 'the answer to {n} is “{value}”' },
  isNot: { it: 'a {n} non hai risposto «{value}»', en: 'the answer to {n} is not “{value}”' },
  isAnswered: { it: 'hai risposto a {n}', en: '{n} is answered' },
  and: { it: ' e ', en: ' and ' },
  or: { it: ' oppure ', en: ' or ' },
  office: { it: 'Lo calcola l’ufficio.', en: 'The office works it out.' },
  pickOne: { it: 'Segna una sola risposta.', en: 'Mark one answer only.' },
  pickMany: { it: 'Puoi segnare più risposte.', en: 'You may mark several answers.' },
  row: { it: '{what} {n}', en: '{what} {n}' },
  moreRows: {
    it: 'Se servono altre righe, aggiungi un foglio.',
    en: 'If more rows are needed, add a sheet.',
  },
  date: { it: 'giorno / mese / anno', en: 'day / month / year' },
} as const satisfies { readonly [key: string]: Words };

export type AsideKey = keyof typeof texts;

/** A text in Italian, or in English for whoever reads another language. */
export const aside = (locale: string, key: AsideKey, params?: { readonly [name: string]: unknown }): string =>
  fill(texts[key][/^it\b/i.test(locale) ? 'it' : 'en'], params);
