// SPDX-License-Identifier: AGPL-3.0-or-later
// Saving.
import type { Pairs } from './contract.ts';

export const saving = {
  'save.saved': ['Salvato alle {time}', 'Saved at {time}'],
  'save.clean': ['Tutto salvato', 'All saved'],
  'save.waiting': ['Salvo…', 'Saving…'],
  'save.offline': ['Non salvato: riprovo da solo', 'Not saved: trying again'],
  'save.refused': ['Non salvato', 'Not saved'],
  'save.conflict': ['Non salvato: c’è un’altra versione', 'Not saved: there is another version'],
  'save.offline-help': [
    'Il server non risponde. Può continuare: le modifiche restano in questo computer e vengono salvate appena torna.',
    'The server does not answer. You can go on: changes stay on this computer and are saved as soon as it is back.',
  ],
  'save.signed-out-help': [
    'La sessione è finita. Le modifiche restano in questo computer: acceda di nuovo in un’altra scheda, poi salvo da solo.',
    'Your session has ended. Changes stay on this computer: sign in again in another tab, then they are saved.',
  ],
  'save.open-sign-in': ['Accedi in un’altra scheda', 'Sign in in another tab'],
  'conflict.title': ['Questo modulo è stato cambiato altrove', 'This form was changed elsewhere'],
  'conflict.text': [
    'Un’altra scheda o un’altra persona l’ha salvato dopo che lei l’ha aperto. Non ho sovrascritto niente: le sue modifiche sono ancora qui.',
    'Another tab or another person saved it after you opened it. Nothing was overwritten: your changes are still here.',
  ],
  'conflict.theirs': ['Carica l’altra versione', 'Load the other version'],
  'conflict.theirs-help': ['Le sue modifiche tornano con Annulla.', 'Undo brings your changes back.'],
  'conflict.mine': ['Tieni la mia come copia', 'Keep mine as a copy'],
} as const satisfies Pairs;
