// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Firma', en: 'Signature' },
  about: {
    it: 'Firma elettronica semplice: tracciata, scritta come nome, oppure su carta',
    en: 'Simple electronic signature: drawn, written as a name, or on paper',
  },
  problems: {
    'not-a-signature': {
      it: 'La firma non si può leggere: cancellala e firma di nuovo.',
      en: 'The signature cannot be read: clear it and sign again.',
    },
    'signature-drawing': {
      it: 'Firma nel riquadro, oppure scegli un altro modo di firmare.',
      en: 'Sign in the box, or choose another way to sign.',
    },
    'signature-name': {
      it: 'Scrivi nome e cognome: valgono come firma.',
      en: 'Write name and surname: they stand for the signature.',
    },
    'signature-place': {
      it: 'Scrivi dove si trova il foglio firmato, per esempio: armadio 3, sportello di Poggiofinto.',
      en: 'Write where the signed sheet is, for example: cabinet 3, front office.',
    },
    'signature-date': {
      it: 'Scrivi la data della firma nella forma gg/mm/aaaa, per esempio 02/03/2026.',
      en: 'Write the date of the signature as dd/mm/yyyy, for example 02/03/2026.',
    },
  },
  texts: {
    what: {
      it: 'È una firma elettronica semplice: dice chi ha firmato e quando.',
      en: 'It is a simple electronic signature: it says who signed and when.',
    },
    how: { it: 'Come vuoi firmare?', en: 'How do you want to sign?' },
    drawn: { it: 'Firma sullo schermo', en: 'Sign on the screen' },
    typed: { it: 'Scrivi nome e cognome', en: 'Write name and surname' },
    paper: { it: 'Firma su carta', en: 'Signed on paper' },
    pad: {
      it: 'Riquadro per firmare con il dito, la penna o il mouse. Chi non può tracciare la firma scelga un altro modo.',
      en: 'Box to sign with a finger, a pen or the mouse. Whoever cannot draw may choose another way.',
    },
    padShort: { it: 'Firma qui, sopra la linea', en: 'Sign here, above the line' },
    padDone: { it: 'Firma tracciata', en: 'Signature drawn' },
    padEmpty: { it: 'Riquadro vuoto', en: 'Empty box' },
    takeBack: { it: 'Togli l’ultimo tratto', en: 'Remove the last line' },
    putBack: { it: 'Rimetti il tratto', en: 'Put the line back' },
    clear: { it: 'Cancella la firma', en: 'Clear the signature' },
    clearAll: { it: 'Togli la firma', en: 'Remove the signature' },
    name: { it: 'Nome e cognome', en: 'Name and surname' },
    place: { it: 'Dove si trova l’originale firmato', en: 'Where the signed original is' },
    date: { it: 'Data della firma', en: 'Date of the signature' },
    dateHint: { it: 'gg/mm/aaaa', en: 'dd/mm/yyyy' },
    'paper-drawn': {
      it: 'Firma elettronica semplice, tracciata il {date}',
      en: 'Simple electronic signature, drawn on {date}',
    },
    'paper-typed': {
      it: '{name} (firma elettronica semplice, {date})',
      en: '{name} (simple electronic signature, {date})',
    },
    'paper-paper': {
      it: 'Firmato su carta il {date}. Originale: {place}',
      en: 'Signed on paper on {date}. Original: {place}',
    },
  },
};
