// SPDX-License-Identifier: AGPL-3.0-or-later
// Ways to begin a form, and what an import says.
import type { Pairs } from './contract.ts';

export const importing = {
  'begin.title': ['Cominciare un modulo', 'Begin a form'],
  'begin.model': ['Parti dal modello nazionale', 'Start from the national model'],
  'begin.model-about': [
    'Una copia del modulo della misura, da adattare al distretto.',
    'A copy of the form of the measure, to fit to your district.',
  ],
  'begin.model-open': ['Scegli il modello', 'Choose the model'],
  'begin.which-model': ['Quale modello', 'Which model'],
  'begin.no-models': [
    'Per le misure di questo distretto non ci sono modelli nazionali.',
    'There are no national models for the measures of this district.',
  ],
  'begin.copy': ['Copia un modulo', 'Copy a form'],
  'begin.copy-about': [
    'Parta da uno che c’è già: l’originale non cambia.',
    'Start from an existing one: the original does not change.',
  ],
  'begin.copy-open': ['Scegli il modulo', 'Choose the form'],
  'begin.import': ['Importa', 'Import'],
  'begin.import-about': [
    'Da un foglio XLSForm, da JSON Schema o da un testo incollato.',
    'From an XLSForm workbook, a JSON Schema or pasted text.',
  ],
  'begin.import-open': ['Scegli la fonte', 'Choose the source'],
  'begin.close': ['Chiudi', 'Close'],

  'import.file': ['Da un file', 'From a file'],
  'import.choose-file': ['Scegli il file', 'Choose the file'],
  'import.file-about': [
    'XLSForm (.xlsx), JSON Schema (.json; con il suo UI schema si scelgono i due file insieme), un modulo di Patto, o testo. Fino a 5 MB. Può anche trascinarlo qui.',
    'XLSForm (.xlsx), JSON Schema (.json; choose both files to add its UI schema), a form of Patto, or text. Up to 5 MB. You may also drop it here.',
  ],
  'import.text': ['Oppure incolli qui le domande', 'Or paste the questions here'],
  'import.text-about': [
    'Una domanda per riga; sotto, con un trattino, le risposte possibili. Una riga che finisce con i due punti è una sezione, un asterisco vuol dire obbligatoria.',
    'One question a line; below it, with a hyphen, the possible answers. A line that ends with a colon is a section, an asterisk means required.',
  ],
  'import.read': ['Leggi il testo', 'Read the text'],
  'import.reading': ['Leggo…', 'Reading…'],
  'import.found': ['Letto: «{title}». ', 'Read: “{title}”. '],
  'import.all': ['Arriva tutto.', 'Everything comes along.'],
  'import.not-all': [
    'Da guardare prima di creare il modulo: {count}.',
    'To look at before the form is made: {count}.',
  ],
  'import.carried': ['Che cosa arriva', 'What comes along'],
  'import.left': ['Che cosa non arriva, o cambia', 'What does not, or changes'],
  'import.nothing-left': ['Niente resta fuori.', 'Nothing is left out.'],
  'import.what': ['Che cosa', 'What'],
  'import.count': ['Quante', 'How many'],
  'import.also': ['(con altre {count} parti)', '(with {count} more parts)'],
  'import.more': ['Altri punti: {count}', 'More places: {count}'],
  'import.save-list': ['Scarica l’elenco', 'Download the list'],
  'import.list-file': ['non-importato.txt', 'not-imported.txt'],
  'import.again': ['Scegli un’altra fonte', 'Choose another source'],
  'import.at.cell': ['foglio {sheet}, cella {cell}', 'sheet {sheet}, cell {cell}'],
  'import.at.line': ['riga {row}', 'line {row}'],

  'import.what.questions': ['Domande', 'Questions'],
  'import.what.groups': ['Gruppi di domande', 'Groups of questions'],
  'import.what.repeats': ['Elenchi di righe', 'Lists of rows'],
  'import.what.pages': ['Pagine', 'Pages'],
  'import.what.sections': ['Sezioni', 'Sections'],
  'import.what.notes': ['Testi da leggere', 'Texts to read'],
  'import.what.choices': ['Risposte da scegliere', 'Choices'],
  'import.what.hints': ['Aiuti', 'Hints'],
  'import.what.required': ['Domande obbligatorie', 'Required questions'],
  'import.what.conditions': ['Condizioni', 'Conditions'],
  'import.what.limits': ['Limiti', 'Limits'],
  'import.what.rules': ['Controlli con un messaggio', 'Checks with a message'],
  'import.what.computed': ['Valori calcolati', 'Computed values'],
  'import.what.defaults': ['Valori iniziali', 'First values'],
  'import.what.languages': ['Altre lingue', 'Other languages'],
} as const satisfies Pairs;
