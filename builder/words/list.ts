// SPDX-License-Identifier: AGPL-3.0-or-later
// The list.
import type { Pairs } from './contract.ts';

export const list = {
  'list.title': ['Moduli del distretto', 'Forms of the district'],
  'list.intro': [
    'Domande, griglie e patti che gli operatori compilano. Una bozza non si vede finché non la pubblica.',
    'Forms, grids and pacts that staff fill in. Nobody sees a draft until you publish it.',
  ],
  'list.loading': ['Carico i moduli…', 'Loading forms…'],
  'list.empty': [
    'Non c’è ancora nessun modulo. Cominci da un modulo vuoto: bastano un titolo e la prima domanda.',
    'There is no form yet. Start from an empty one: a title and a first question are enough.',
  ],
  'list.new': ['Modulo vuoto', 'Empty form'],
  'list.new-about': [
    'Un titolo, poi le domande una dopo l’altra.',
    'A title, then one question after another.',
  ],
  'list.which': ['Quale modulo', 'Which form'],
  'list.name': ['Titolo del nuovo modulo', 'Title of the new form'],
  'list.create': ['Crea il modulo', 'Create the form'],
  'list.make-copy': ['Crea la copia', 'Create the copy'],
  'list.need-title': [
    'Scriva un titolo: è come lo vedrà chi compila.',
    'Write a title: it is what people will see.',
  ],
  'list.existing': ['I moduli che ci sono', 'Existing forms'],
  'list.open': ['Apri', 'Open'],
  'list.changed-at': ['modificato il {date}', 'changed on {date}'],
  'list.search': ['Cerca tra i moduli', 'Search forms'],
  'list.none-found': ['Nessun modulo con queste parole.', 'No form with these words.'],
  'kind.form': ['Modulo', 'Form'],
  'kind.grid': ['Griglia', 'Grid'],
  'kind.pact': ['Patto', 'Pact'],
  'state.draft': ['Bozza', 'Draft'],
  'state.published': ['Pubblicato, versione {number}', 'Published, version {number}'],
  'state.changed': ['Modifiche non pubblicate', 'Unpublished changes'],
  'error.title': ['Non riesco a mostrare i moduli', 'The forms cannot be shown'],
  'error.retry': ['Riprova', 'Try again'],
  'copy-suffix': ['(copia)', '(copy)'],
} as const satisfies Pairs;
