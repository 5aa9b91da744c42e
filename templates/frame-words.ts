// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../runtime/problem.ts';

/** Texts that stand on every document: head, foot, proof of authenticity. */
export const frameWords = {
  none: { it: '–', en: '–' },
  phone: { it: 'Telefono', en: 'Phone' },
  version: { it: 'versione', en: 'version' },
  signature: { it: 'Firma', en: 'Signature' },
  signatureOf: { it: 'Firma di', en: 'Signature of' },
  verify: { it: 'Questo documento è autentico?', en: 'Is this document authentic?' },
  verifyHow: {
    it: 'Chiunque lo può controllare. Inquadrate il codice con il telefono, oppure aprite la pagina e scrivete il codice:',
    en: 'Anyone can check. Scan the code with a phone, or open the page and type the code:',
  },
  verifyNothing: {
    it: 'La pagina non mostra nessun dato personale.',
    en: 'The page shows no personal data.',
  },
  code: { it: 'Codice', en: 'Code' },
  hash: { it: 'Impronta del contenuto', en: 'Content hash' },
  qr: { it: 'Codice QR per controllare il documento', en: 'QR code to check the document' },
  page: { it: 'pagina ', en: 'page ' },
  pageOf: { it: ' di ', en: ' of ' },
  footHash: { it: 'impronta', en: 'hash' },
  internalTitle: { it: 'Copia interna', en: 'Internal copy' },
} satisfies { readonly [key: string]: Words };
