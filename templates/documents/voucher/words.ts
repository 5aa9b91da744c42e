// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';

export const words = {
  for: { it: 'Per', en: 'For' },
  service: { it: 'Servizio', en: 'Service' },
  provider: { it: 'Chi lo dà', en: 'Provider' },
  worth: { it: 'Vale', en: 'Worth' },
  hours: { it: 'ore', en: 'hours' },
  valid: { it: 'Si può usare', en: 'To be used' },
  from: { it: 'da', en: 'from' },
  to: { it: 'a', en: 'to' },
  rules: { it: 'Regole', en: 'Rules' },
  stub: { it: 'Tagliando da restituire', en: 'Stub to return' },
  stubHow: {
    it: 'Chi dà il servizio lo compila, lo firma e lo rimanda all’ufficio.',
    en: 'The provider fills it in, signs it and sends it back to the office.',
  },
  voucherNumber: { it: 'Voucher n.', en: 'Voucher no.' },
  givenOn: { it: 'Servizio dato il', en: 'Service given on' },
  worthGiven: { it: 'Ore o valore', en: 'Hours or value' },
  stamp: { it: 'Timbro e firma di chi dà il servizio', en: 'Stamp and signature of the provider' },
  ofPerson: { it: 'Firma della persona', en: 'Signature of the person' },
} satisfies { readonly [key: string]: Words };
