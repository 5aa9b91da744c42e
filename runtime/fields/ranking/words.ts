// SPDX-License-Identifier: BSD-3-Clause
import { choiceListProblems } from '../choice-words.ts';
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Ordinamento', en: 'Ranking' },
  about: {
    it: 'Risposte messe in ordine di importanza: tutte, o le prime',
    en: 'Answers put in order of importance: all of them, or the first few',
  },
  problems: choiceListProblems,
  texts: {
    rankHint: {
      it: 'Premi una voce per metterla in fondo alla classifica; le frecce la spostano.',
      en: 'Press an entry to put it last in the ranking; the arrows move it.',
    },
    rankUp: { it: 'Sposta su: {what}', en: 'Move up: {what}' },
    rankDown: { it: 'Sposta giù: {what}', en: 'Move down: {what}' },
    rankAway: { it: 'Togli dalla classifica: {what}', en: 'Take out of the ranking: {what}' },
    rankLeft: { it: 'Ancora da mettere in ordine', en: 'Still to be put in order' },
    rankFull: { it: 'La classifica è completa: {n} voci.', en: 'The ranking is complete: {n} entries.' },
    rankedAt: { it: '{what}: posizione {n} di {of}', en: '{what}: place {n} of {of}' },
    rankGone: { it: '{what}: tolta dalla classifica', en: '{what}: out of the ranking' },
  },
};
