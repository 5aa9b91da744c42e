// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../runtime/problem.ts';

/** Sentences of what a template may not do. */
export const problems: { readonly [code: string]: Words } = {
  'template-too-large': {
    it: 'Il modello di stampa è troppo lungo (massimo {limit} caratteri).',
    en: 'The print template is too long (at most {limit} characters).',
  },
  'template-too-many': {
    it: 'Il modello ha troppi segnaposto e blocchi (massimo {limit}).',
    en: 'The template has too many placeholders and blocks (at most {limit}).',
  },
  'template-too-deep': {
    it: 'I blocchi del modello sono annidati troppo (massimo {limit} livelli).',
    en: 'The blocks of the template are nested too deeply (at most {limit} levels).',
  },
  'template-loops': {
    it: 'Riga {line}: troppe ripetizioni una dentro l’altra.',
    en: 'Line {line}: too many repetitions inside each other.',
  },
  'template-syntax': {
    it: 'Riga {line}: il modello non si legge. Controllare che ogni blocco aperto sia chiuso.',
    en: 'Line {line}: the template cannot be read. Check that every open block is closed.',
  },
  'template-raw': {
    it: 'Riga {line}: un segnaposto stamperebbe testo non protetto. Usare due parentesi graffe.',
    en: 'Line {line}: a placeholder would print unescaped text. Use two braces.',
  },
  'template-helper': {
    it: 'Riga {line}: «{what}» non si può usare in un modello.',
    en: 'Line {line}: “{what}” cannot be used in a template.',
  },
  'template-expression': {
    it: 'Riga {line}: questa espressione non è ammessa ({what}).',
    en: 'Line {line}: this expression is not allowed ({what}).',
  },
  'template-path': {
    it: 'Riga {line}: «{what}» non è un dato del documento.',
    en: 'Line {line}: “{what}” is not a datum of the document.',
  },
  'template-field': {
    it: 'Riga {line}: «{what}» non è nel documento. Forse «{nearest}»?',
    en: 'Line {line}: “{what}” is not in the document. Perhaps “{nearest}”?',
  },
  'template-unknown': {
    it: 'Riga {line}: «{what}» non è nel documento.',
    en: 'Line {line}: “{what}” is not in the document.',
  },
  'template-signed-twice': {
    it: 'Il modello ha due riquadri per la firma della stessa persona: ne basta uno.',
    en: 'The template has two signature boxes for the same person: one is enough.',
  },
  'template-endless': {
    it: 'Con questi dati il modello si ripete troppe volte: togliere le ripetizioni una dentro l’altra che non servono.',
    en: 'With these data the template repeats too often: remove repetitions inside each other that are not needed.',
  },
  'template-failed': {
    it: 'Con queste risposte il modello non si può stampare: {what}.',
    en: 'With these answers the template cannot be printed: {what}.',
  },
  'template-partial': {
    it: 'Riga {line}: la parte «{what}» non esiste o riceve argomenti.',
    en: 'Line {line}: the part “{what}” does not exist or is given arguments.',
  },
  'template-element': {
    it: 'Riga {line}: l’elemento «{what}» non è ammesso.',
    en: 'Line {line}: the element “{what}” is not allowed.',
  },
  'template-attribute': {
    it: 'Riga {line}: l’attributo «{what}» non è ammesso.',
    en: 'Line {line}: the attribute “{what}” is not allowed.',
  },
  'template-placeholder': {
    it: 'Riga {line}: nell’attributo «{what}» un segnaposto non è ammesso, o deve esserne tutto il valore.',
    en: 'Line {line}: in the attribute “{what}” a placeholder is not allowed, or must be its whole value.',
  },
  'template-tag': {
    it: 'Riga {line}: marcatura non chiara vicino a «{what}».',
    en: 'Line {line}: unclear markup near “{what}”.',
  },
};
