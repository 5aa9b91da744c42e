// SPDX-License-Identifier: BSD-3-Clause
import { choiceListProblems } from '../choice-words.ts';
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Voce di catalogo', en: 'Catalogue entry' },
  about: {
    it: 'Voci di un registro cercate per nome e categoria, con ente, fondo, costo',
    en: 'Entries of a register by name and category, with provider, fund, cost',
  },
  problems: choiceListProblems,
  texts: {
    catalogueSearch: { it: 'Cerca nel catalogo', en: 'Search the catalogue' },
    category: { it: 'Categoria', en: 'Category' },
    everything: { it: 'Tutte', en: 'All' },
    more: { it: 'Mostra altre {n} voci', en: 'Show {n} more entries' },
  },
};
