// SPDX-License-Identifier: AGPL-3.0-or-later
// What is said when a row of a register, or a table of rows, cannot be taken.
import type { Words } from '../../runtime/problem.ts';

const say = (it: string, en: string): Words => ({ it, en });

export const registerWords: { readonly [code: string]: Words } = {
  'list-is-register': say(
    'Questo è un registro: le sue righe si cambiano al banco, alla voce Registri.',
    'This is a register: its rows are changed at the desk, under Registers.',
  ),
  'row-days': say('Finisce prima di cominciare.', 'It ends before it begins.'),
  'row-several': say(
    'Più righe si chiamano «{title}»: serve la colonna Codice.',
    'Several rows are called “{title}”: the column Codice is needed.',
  ),
  'row-twice': say('«{title}» compare due volte nella tabella.', '“{title}” appears twice in the table.'),
  'row-code': say(
    '«{id}» non può essere un codice: lettere, cifre, trattini e punti, senza spazi.',
    '“{id}” cannot be a code: letters, digits, hyphens and dots, no blanks.',
  ),
  'cell-choice': say('«{choice}» non è fra le voci ammesse.', '“{choice}” is not among the choices.'),
  'csv-empty': say('La tabella è vuota.', 'The table is empty.'),
  'csv-quote': say(
    'Riga {line}: un testo fra virgolette non si chiude, o continua dopo la chiusura.',
    'Line {line}: a quoted text is not closed, or goes on after its end.',
  ),
  'csv-no-title': say(
    'La prima riga deve dire le colonne, e fra queste «{title}» o «Codice».',
    'The first line must name the columns, “{title}” or “Codice” among them.',
  ),
  'csv-column-twice': say('La colonna «{column}» compare due volte.', 'The column “{column}” appears twice.'),
  'csv-ragged': say(
    'La riga ha {cells} celle, più delle colonne.',
    'The row has {cells} cells, more than there are columns.',
  ),
  'import-wrong': say(
    'Righe sbagliate: {count}. Non è stato importato niente.',
    'Wrong rows: {count}. Nothing was imported.',
  ),
  'import-moved': say(
    'Dopo l’anteprima qualcuno ha cambiato il registro: guardi di nuovo che cosa cambierebbe.',
    'Somebody has changed the register since the preview: look again at what would change.',
  ),
  'nothing-to-undo': say('Non c’è un’importazione da annullare.', 'There is no import to undo.'),
  'import-used': say(
    'Dopo l’importazione qualche patto ha scelto: {titles}. L’importazione non si può più annullare: si può chiudere la riga.',
    'Since the import some pact has chosen: {titles}. It cannot be undone any more: the row can be closed.',
  ),
  'import-changed-since': say(
    'Dopo l’importazione qualcuno ha cambiato: {titles}. L’importazione non si può più annullare intera.',
    'Since the import somebody has changed: {titles}. It cannot be undone as a whole.',
  ),
};
