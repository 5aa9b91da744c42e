// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'IBAN', en: 'IBAN' },
  about: {
    it: 'Il conto su cui pagare; controlla lunghezza, cifre di controllo e CIN',
    en: 'The account to be paid; length, control digits and CIN are checked',
  },
  problems: {
    'iban-shape': {
      it: 'Un IBAN comincia con due lettere e due cifre, per esempio IT60 X054 2811 1010 0000 0123 456.',
      en: 'An IBAN begins with two letters and two digits, for example IT60 X054 2811 1010 0000 0123 456.',
    },
    'iban-country': {
      it: 'Le prime due lettere, {country}, non sono di un Paese dell’area unica dei pagamenti in euro. Per un conto italiano sono IT.',
      en: 'The first two letters, {country}, are of no country of the single euro payments area. For an Italian account they are IT.',
    },
    'iban-foreign': {
      it: 'Qui serve un conto italiano: l’IBAN comincia con IT, questo con {country}.',
      en: 'This must be an Italian account: its IBAN begins with IT, this one with {country}.',
    },
    'iban-length': {
      it: 'Un IBAN che comincia con {country} ha {limit} caratteri, questo ne ha {length}. Controlla di averlo copiato tutto.',
      en: 'An IBAN that begins with {country} has {limit} characters, this one has {length}. Check that all of it is copied.',
    },
    'iban-parts': {
      it: 'Dopo le due cifre di controllo vengono una lettera (il CIN) e dieci cifre (ABI e CAB). Ricontrolla su un estratto conto.',
      en: 'After the two control digits come a letter (the CIN) and ten digits (ABI and CAB). Check it against a statement.',
    },
    'iban-cin': {
      it: 'La quinta lettera, il CIN ({cin}), non corrisponde al numero del conto. Ricontrolla su un estratto conto.',
      en: 'The fifth letter, the CIN ({cin}), does not fit the account number. Check it against a statement.',
    },
    'iban-number': {
      it: 'Un carattere dopo le cifre di controllo è sbagliato: CIN, ABI, CAB o numero del conto. Ricontrolla su un estratto conto.',
      en: 'A character after the control digits is wrong: CIN, ABI, CAB or account number. Check it against a statement.',
    },
    'iban-digits': {
      it: 'Le cifre di controllo dopo {country} ({digits}) non corrispondono al resto. Ricontrolla su un estratto conto.',
      en: 'The control digits after {country} ({digits}) do not fit the rest. Check it against a statement.',
    },
  },
};
