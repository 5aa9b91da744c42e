// SPDX-License-Identifier: AGPL-3.0-or-later
// What can be put in, anywhere.
import type { Pairs } from './contract.ts';

export const insert = {
  'insert.title': ['Che cosa inserisce?', 'What goes in?'],
  'insert.after': ['Va subito dopo «{title}».', 'It goes right after “{title}”.'],
  'insert.into': ['Va in fondo a «{title}».', 'It goes at the end of “{title}”.'],
  'insert.at-end': ['Va in fondo al modulo.', 'It goes at the end of the form.'],
  'insert.boxes': ['Per ordinare le domande', 'To put questions in order'],
  'insert.page': ['Pagina', 'Page'],
  'insert.page-about': ['Un passo del modulo, con il suo titolo', 'One step of the form, with its title'],
  'insert.section': ['Sezione', 'Section'],
  'insert.section-about': ['Un gruppo di domande sotto un titolo', 'Questions together under a title'],
  'insert.note': ['Testo da leggere', 'Text to read'],
  'insert.note-about': ['Spiega, non chiede niente', 'Explains, asks nothing'],
  'insert.ready': ['Già pronti', 'Ready made'],
  'insert.grid': ['Griglia con punti', 'Grid with points'],
  'insert.grid-about': ['Le stesse risposte per più voci, ogni risposta ha i suoi punti', 'The same answers for several items, each answer has its points'], // prettier-ignore
  'insert.pact': ['Obiettivi, risultati e impegni', 'Objectives, results and commitments'],
  'insert.pact-about': ['Tre elenchi collegati: chi fa che cosa, per quale risultato', 'Three linked lists: who does what, for which result'], // prettier-ignore
  'insert.questions': ['Una domanda di tipo…', 'A question of the type…'],
  'insert.filter': ['Cerca tra i tipi', 'Search the types'],
  'insert.none': ['Nessun tipo con queste parole.', 'No type with these words.'],
  'insert.new-question': ['Nuova domanda', 'New question'],
  'grid.title': ['Titolo della griglia', 'Title of the grid'],
  'grid.rows': ['Voci, una per riga', 'Items, one a line'],
  'grid.levels': ['Risposte, una per riga', 'Answers, one a line'],
  'grid.levels-about': [
    'I punti vanno da 0 in su; per sceglierli scriva per esempio «Spesso = 3».',
    'Points go up from 0; to choose them write for instance “Often = 3”.',
  ],
  'grid.preview': ['Come sarà', 'How it will be'],
  'grid.points': ['{points} punti', '{points} points'],
  'grid.need': ['Servono un titolo, una voce e due risposte.', 'A title, one item and two answers are needed.'], // prettier-ignore
  'grid.add': ['Inserisci la griglia', 'Insert the grid'],
  'grid.back': ['Indietro', 'Back'],
  'grid.most': ['Da 0 a {most} punti in tutto', 'From 0 to {most} points in all'],
  'pact.objectives': ['Obiettivi', 'Objectives'],
  'pact.results': ['Risultati attesi', 'Expected results'],
  'pact.commitments': ['Impegni', 'Commitments'],
  'pact.what': ['Che cosa', 'What'],
  'pact.objective': ['Per quale obiettivo', 'For which objective'],
  'pact.result': ['Per quale risultato', 'For which result'],
  'pact.by': ['Entro quando', 'By when'],
  'pact.who': ['Chi', 'Who'],
} as const satisfies Pairs;
