// SPDX-License-Identifier: AGPL-3.0-or-later
// Search.
import type { Pairs } from './contract.ts';

export const search = {
  'view.search': ['Cerca', 'Search'],
  'do.search': ['Cerca nel modulo', 'Search the form'],
  'search.title': ['Cerca', 'Search'],
  'search.words': ['Parole da cercare', 'Words to look for'],
  'search.where': ['Dove', 'Where'],
  'search.here': ['In questo modulo', 'In this form'],
  'search.all': ['In tutti i moduli del distretto', 'In all forms of the district'],
  'search.about': [
    'Cerca in domande, aiuti, opzioni, codici, testi e condizioni.',
    'Looks in questions, help, options, keys, texts and conditions.',
  ],
  'search.loading': ['Apro i moduli…', 'Opening the forms…'],
  'search.one': ['1 risultato', '1 result'],
  'search.count': ['{count} risultati', '{count} results'],
  'found.title': ['titolo', 'title'],
  'found.hint': ['aiuto', 'help'],
  'found.text': ['testo', 'text'],
  'found.option': ['opzione', 'option'],
  'found.key': ['codice', 'key'],
  'found.condition': ['condizione', 'condition'],
} as const satisfies Pairs;
