// SPDX-License-Identifier: AGPL-3.0-or-later
// The panel.
import type { Pairs } from './contract.ts';

export const panel = {
  'panel.none': ['Scelga una domanda per vederne le impostazioni.', 'Choose a question to see its settings.'],
  'panel.question': ['Domanda', 'Question'],
  'panel.hint': ['Aiuto sotto la domanda', 'Help under the question'],
  'panel.hint-about': [
    'Una frase che spiega cosa scrivere. Facoltativa.',
    'A sentence that explains what to write. Optional.',
  ],
  'panel.required': ['Risposta obbligatoria', 'An answer is required'],
  'panel.type': ['Tipo di risposta', 'Type of answer'],
  'panel.change-type': ['Cambia il tipo', 'Change the type'],
  'panel.type-settings': ['Impostazioni di «{type}»', 'Settings of “{type}”'],
  'panel.options': ['Opzioni, una per riga', 'Options, one per line'],
  'panel.options-about': [
    'Può incollarle da un documento: punti e numeri iniziali vengono tolti.',
    'You can paste them from a document: bullets and numbers are taken off.',
  ],
  'panel.options-count': ['{count} opzioni', '{count} options'],
  'extras.other': ['Aggiungi «Altro, specificare»', 'Add “Other, please say”'],
  'extras.option': ['Altro', 'Other'],
  'extras.question': ['Altro: specificare', 'Other: please say'],
  'extras.unknown': ['Si può rispondere «Non so»', '“I do not know” is an answer'],
  'extras.refused': [
    'Si può rispondere «Preferisco non rispondere»',
    '“I prefer not to answer” is an answer',
  ],
  'panel.options-one': ['Ci vuole almeno un’opzione.', 'At least one option is needed.'],
  'panel.options-list': [
    'Le opzioni vengono dall’elenco «{list}».',
    'The options come from the list “{list}”.',
  ],
  'panel.page': ['Titolo della pagina', 'Title of the page'],
  'panel.section': ['Titolo della sezione', 'Title of the section'],
  'panel.note': ['Testo', 'Text'],
  'panel.box-hint': ['Spiegazione sotto il titolo', 'Explanation under the title'],
  'panel.form': ['Titolo del modulo', 'Title of the form'],
  'panel.shared': [
    'Questa parte è usata in più punti del modulo: cambia dappertutto.',
    'This part is used in several places of the form: it changes everywhere.',
  ],
  'panel.computed': [
    'Questa risposta è calcolata dal modulo: chi compila la legge soltanto.',
    'This answer is computed by the form: people only read it.',
  ],
  'type.confirm-title': ['Cambiare il tipo in «{type}»?', 'Change the type to “{type}”?'],
  'type.confirm-text': ['Con il nuovo tipo si perde:', 'With the new type this is lost:'],
  'type.confirm-yes': ['Cambia il tipo', 'Change the type'],
  'lost.choices': ['le opzioni ({count})', 'the options ({count})'],
  'lost.children': ['le domande che contiene ({count})', 'the questions inside ({count})'],
  'lost.settings': ['le impostazioni del tipo di adesso', 'the settings of the present type'],
  'lost.formula': ['il calcolo della risposta', 'the computation of the answer'],
  'lost.checks': ['i controlli sulla risposta', 'the checks on the answer'],
  'lost.prefill': ['il valore già compilato', 'the prefilled value'],
  'lost.link': ['il rimando all’altro elenco', 'the link to the other list'],
  'lost.each': ['una riga per ogni riga dell’altro elenco', 'one row for each row of the other list'],
  'lost.points': ['i punteggi', 'the points'],
  'lost.readers-gone': [
    'quello che in queste parti legge la risposta: {names}',
    'what in these parts reads the answer: {names}',
  ],
  'lost.readers': [
    'le condizioni che leggono la risposta andranno riviste: {names}',
    'conditions that read the answer must be looked at again: {names}',
  ],
} as const satisfies Pairs;
