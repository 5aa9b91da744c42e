// SPDX-License-Identifier: BSD-3-Clause
// Sentences of the problems that texts.ts finds, for both kinds of text.
import type { FieldWords } from './contract.ts';

export const textTexts: NonNullable<FieldWords['texts']> = {
  left: { it: 'Restano {n} caratteri', en: '{n} characters left' },
  leftOne: { it: 'Resta 1 carattere', en: '1 character left' },
  over: { it: '{n} caratteri di troppo', en: '{n} characters too many' },
  overOne: { it: '1 carattere di troppo', en: '1 character too many' },
};

export const textProblems: FieldWords['problems'] = {
  'not-text': { it: 'Qui serve un testo.', en: 'This must be a text.' },
  'too-short': {
    it: 'Scrivi almeno {limit} caratteri: ora sono {length}.',
    en: 'Write at least {limit} characters: there are {length} now.',
  },
  'too-long': {
    it: 'Il testo è troppo lungo: al massimo {limit} caratteri, ora sono {length}.',
    en: 'The text is too long: {limit} characters at most, there are {length} now.',
  },
  'odd-characters': {
    it: 'Il testo contiene caratteri invisibili o di controllo. Riscrivilo a mano.',
    en: 'The text holds invisible or control characters. Type it by hand.',
  },
  'blank-edges': {
    it: 'Togli gli spazi all’inizio e alla fine.',
    en: 'Remove the blanks at the beginning and at the end.',
  },
  'not-the-format': {
    it: 'Il testo non ha la forma richiesta. Guarda l’esempio e correggi.',
    en: 'The text does not have the form asked for. See the example and correct it.',
  },
};
