// SPDX-License-Identifier: BSD-3-Clause
// Sentences of the types whose answer is a list of choices.
import type { FieldWords } from './contract.ts';

export const choiceListProblems: FieldWords['problems'] = {
  'not-choices': {
    it: 'Scegli una o più risposte dell’elenco.',
    en: 'Choose one or more answers in the list.',
  },
  'not-a-choice': {
    it: 'Una delle risposte non è nell’elenco.',
    en: 'One of the answers is not in the list.',
  },
  'too-few-choices': {
    it: 'Risposte da scegliere: almeno {limit}.',
    en: 'Answers to choose: at least {limit}.',
  },
  'too-many-choices': {
    it: 'Risposte da scegliere: al massimo {limit}.',
    en: 'Answers to choose: {limit} at most.',
  },
  'exclusive-choice': {
    it: 'Una delle risposte esclude le altre: lascia solo quella, o togli quella.',
    en: 'One of the answers rules out the others: keep only that one, or take it away.',
  },
  'same-choice-twice': {
    it: 'La stessa risposta è scelta due volte.',
    en: 'The same answer is chosen twice.',
  },
};
