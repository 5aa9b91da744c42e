// SPDX-License-Identifier: AGPL-3.0-or-later
// Checks, named conditions, the list of rules and the map.
import type { Pairs } from './contract.ts';

export const logic = {
  'logic.more': ['Quando è obbligatoria o bloccata', 'When it is required or locked'],
  'check.title': ['Controlli sulla risposta', 'Checks of the answer'],
  'check.title-rows': ['Controlli su ogni voce', 'Checks of each entry'],
  'check.about': [
    'Se il controllo non vale, chi compila legge il suo messaggio.',
    'When the check does not hold, whoever fills in reads its message.',
  ],
  'check.must': ['Deve valere', 'It must hold that'],
  'check.message': ['Messaggio per chi compila', 'Message for whoever fills in'],
  'check.level': ['Quanto conta', 'How much it matters'],
  'check.error': ['Errore: non si può inviare', 'Error: it cannot be sent'],
  'check.warning': ['Avviso: si può inviare lo stesso', 'Warning: it can be sent all the same'],
  'check.add': ['Aggiungi un controllo', 'Add a check'],
  'check.keep': ['Tieni il controllo', 'Keep the check'],
  'check.remove': ['Togli il controllo', 'Remove the check'],
} as const satisfies Pairs;
