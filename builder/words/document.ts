// SPDX-License-Identifier: AGPL-3.0-or-later
// The document that is printed: its template, the page that comes of it.
import type { Pairs } from './contract.ts';

export const document = {
  'view.document': ['Documento', 'Document'],
  'document.title': ['Il documento che si stampa', 'The document that is printed'],
  'document.none': [
    'Nel Suo ambito da questo modulo non nasce nessun documento. Può provare un tipo di documento: per usarlo, chi amministra l’ambito lo aggiunge alla fase. Il modulo si stampa da «Prova», Foglio compilato.',
    'In your district no document is made from this form. You may try a kind of document: to use it, whoever runs the district adds it to the phase. The form itself is printed from “Try it”, Filled sheet.',
  ],
  'document.kind': ['Tipo di documento', 'Kind of document'],
  'document.kind-choose': ['Scegli un tipo…', 'Choose a kind…'],
  'document.kind-unused': ['{title} (non usato)', '{title} (not in use)'],
  'document.template': ['Modello di stampa', 'Print template'],
  'document.shipped': [
    'È il modello che arriva con Patto. Se lo cambia, diventa il modello del Suo ambito.',
    'This is the template that comes with Patto. If you change it, it becomes your district’s own.',
  ],
  'document.own': [
    'È il modello del Suo ambito, numero {number}: vale per i documenti emessi da quando è in uso.',
    'This is your district’s template, number {number}: it holds for documents issued since it came into use.',
  ],
  'document.insert': ['Inserisci un campo', 'Insert a field'],
  'document.insert-here': ['Inserisci qui', 'Insert here'],
  'document.text': ['Testo del modello', 'Text of the template'],
  'document.text-hint': [
    'I campi si scelgono dall’elenco e vanno dove sta il cursore.',
    'Fields are chosen from the list and go where the cursor is.',
  ],
  'document.wrong-one': ['1 cosa da correggere nel testo.', '1 thing to put right in the text.'],
  'document.wrong-many': [
    '{count} cose da correggere nel testo.',
    '{count} things to put right in the text.',
  ],
  'document.replace': ['Metti «{nearest}»', 'Put “{nearest}”'],
  'document.go': ['Vai nel testo', 'Go to the text'],
  'document.use': ['Metti in uso', 'Put into use'],
  'document.followed': [
    'Anche il testo del modello di stampa usa il nome nuovo (punti: {places}). Va in uso quando pubblica, o da Documento.',
    'The text of the print template uses the new name, too (places: {places}). It comes into use when you publish, or from Document.',
  ],
  'document.with-publication': [
    'Metti in uso anche il testo cambiato del modello di stampa: {titles}',
    'Also put into use the changed text of the print template: {titles}',
  ],
  'document.not-in-use': [
    'Il testo del modello di stampa non è andato in uso: {titles}. Lo guardi in Documento.',
    'The text of the print template did not come into use: {titles}. Look at it in Document.',
  ],
  'document.in-use': [
    'Il modello numero {number} è in uso per i documenti emessi da adesso.',
    'Template number {number} is in use for documents issued from now on.',
  ],
  'document.shipped-in-use': [
    'Da adesso si usa il modello che arriva con Patto.',
    'From now on the template that comes with Patto is used.',
  ],
  'document.drop': ['Lascia le modifiche', 'Drop the changes'],
  'document.back-to-shipped': ['Torna al modello di Patto', 'Back to Patto’s template'],
  'document.history': ['Modelli precedenti', 'Earlier templates'],
  'document.moment': ['Numero {number}, {at}, {by}', 'Number {number}, {at}, {by}'],
  'document.moment-shipped': [
    'Numero {number}, {at}, {by}: modello di Patto',
    'Number {number}, {at}, {by}: Patto’s template',
  ],
  'document.take-up': ['Riprendi il numero {number}', 'Take up number {number}'],
  'document.beside': ['Con le risposte di', 'With the answers of'],
  'document.preview': ['Pagina', 'Page'],
  'document.answers': ['Risposte', 'Answers'],
  'document.printing': ['Preparo la pagina…', 'Preparing the page…'],
  'document.no-page': [
    'La pagina si vede quando il testo è senza errori.',
    'The page is seen once the text has no errors.',
  ],
  'document.page': ['Pagina {page} di {pages}', 'Page {page} of {pages}'],
  'document.page-before': ['Pagina prima', 'Page before'],
  'document.page-next': ['Pagina dopo', 'Next page'],
  'document.open': ['Apri il PDF di prova', 'Open the trial PDF'],
} as const satisfies Pairs;
