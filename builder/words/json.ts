// SPDX-License-Identifier: AGPL-3.0-or-later
// The definition as text.
import type { Pairs } from './contract.ts';

export const json = {
  'view.json': ['Testo (JSON)', 'Text (JSON)'],
  'json.title': ['Il modulo come testo', 'The form as text'],
  'json.label': ['Definizione del modulo in JSON', 'Definition of the form in JSON'],
  'json.help': [
    'Per chi conosce il formato. Quello che scrive vale solo quando lo applica, come un passo che si annulla.',
    'For those who know the format. What you write counts only once you apply it, as a step that can be undone.',
  ],
  'json.help-read': [
    'Per chi conosce il formato. Qui può guardare.',
    'For those who know the format. Here you can look.',
  ],
  'json.same': ['È il modulo com’è adesso.', 'This is the form as it is now.'],
  'json.looking': ['Controllo…', 'Checking…'],
  'json.unfit': ['Così non si può applicare.', 'It cannot be applied like this.'],
  'json.fits': ['Si può applicare.', 'It can be applied.'],
  'json.fits-with': [
    'Si può applicare; prima di pubblicare andranno corretti gli errori: {count}.',
    'It can be applied; errors to put right before publishing: {count}.',
  ],
  'json.overtaken': [
    'Intanto il modulo è cambiato: se applica, quel cambiamento si perde (si ritrova con Annulla).',
    'The form has changed meanwhile: applying this loses that change (Undo brings it back).',
  ],
  'json.remarks': ['Che cosa non va', 'What is wrong'],
  'json.line': ['Riga {line}', 'Line {line}'],
  'json.others': ['e altri {count}', 'and {count} more'],
  'json.more': [
    'Qui il modulo è già finito: questo è di troppo.',
    'The form has ended before this: this is too much.',
  ],
  'json.take': ['Applica', 'Apply'],
  'json.drop': ['Lascia perdere', 'Drop it'],
  'json.other-id': [
    'L’identificativo deve restare «{id}»: con un altro sarebbe un altro modulo.',
    'The id must stay “{id}”: with another it would be another form.',
  ],
  'json.value': [
    'Qui ci vuole un valore: un testo fra virgolette, un numero, true, false, null, [ oppure {.',
    'A value is needed here: a text in quotes, a number, true, false, null, [ or {.',
  ],
  'json.key': [
    'Qui ci vuole un nome fra virgolette doppie. Forse prima c’è una virgola di troppo.',
    'A name in double quotes is needed here. There may be one comma too many before it.',
  ],
  'json.colon': ['Dopo «{key}» ci vogliono i due punti.', 'A colon is needed after “{key}”.'],
  'json.comma': [
    'Qui ci vuole una virgola, oppure {close} che chiude.',
    'A comma is needed here, or a closing {close}.',
  ],
  'json.end-of-text': [
    'Il testo finisce troppo presto: manca una chiusura (virgolette, ] oppure }).',
    'The text ends too early: something is not closed (a quote, ] or }).',
  ],
  'json.escape': [
    'Dopo la barra \\ ci può essere solo " \\ / b f n r t oppure u e quattro cifre; a capo e tabulazioni si scrivono \\n e \\t.',
    'After \\ there may only be " \\ / b f n r t or u and four digits; new lines and tabs are written \\n and \\t.',
  ],
  'json.number': ['Questo non è un numero che JSON conosca.', 'This is no number that JSON knows.'],
  'json.twice': ['Il nome «{key}» c’è due volte.', 'The name “{key}” is there twice.'],
  'json.too-deep': ['È annidato troppo in profondità.', 'It is nested too deep.'],
  'step.json': ['Modulo cambiato come testo', 'Form changed as text'],
} as const satisfies Pairs;
