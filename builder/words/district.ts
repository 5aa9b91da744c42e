// SPDX-License-Identifier: AGPL-3.0-or-later
// The district's own data.
import type { Pairs } from './contract.ts';

export const district = {
  'district.open': [
    'Dati dell’ambito: sedi, fasi, parametri, testi',
    'Data of the district: offices, phases, parameters, texts',
  ],
  'district.back': ['Tutti i moduli', 'All forms'],
  'district.intro': [
    'Quello che si salva qui vale subito per tutte le pratiche e i documenti nuovi. I documenti già emessi non cambiano.',
    'What is saved here holds at once for all cases and new documents. Documents already issued do not change.',
  ],
  'district.parts': ['Parti dei dati dell’ambito', 'Parts of the district’s data'],
  'district.save': ['Salva', 'Save'],
  'district.saving': ['Salvo…', 'Saving…'],
  'district.saved': ['Salvato.', 'Saved.'],
  'district.unsaved': ['Ci sono modifiche non salvate.', 'There are changes that are not saved.'],
  'district.undo': ['Annulla le modifiche', 'Undo the changes'],
  'district.reset': ['Torna ai dati iniziali', 'Back to the first data'],
  'district.incomplete': [
    'Completi le risposte segnate, poi salvi.',
    'Complete the marked answers, then save.',
  ],
  'district.save-first': ['Prima salvi o annulli le modifiche.', 'Save or undo the changes first.'],
  'district.conflict': [
    'Qualcun altro ha appena cambiato questi dati. Ricarichi la pagina: le sue modifiche sono ancora qui da copiare.',
    'Somebody else has just changed these data. Reload the page: your changes are still here to be copied.',
  ],
} satisfies Pairs;
