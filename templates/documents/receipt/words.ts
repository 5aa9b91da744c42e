// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';

export const words = {
  opening: { it: 'Abbiamo ricevuto la sua domanda.', en: 'We have received your request.' },
  request: { it: 'Domanda', en: 'Request' },
  requestNumber: { it: 'Numero della domanda', en: 'Number of the request' },
  on: { it: 'Presentata', en: 'Submitted' },
  at: { it: 'ore', en: 'at' },
  by: { it: 'Presentata da', en: 'Submitted by' },
  taxCode: { it: 'codice fiscale', en: 'tax code' },
  files: { it: 'Documenti consegnati', en: 'Papers handed in' },
  noFiles: {
    it: 'Nessun documento consegnato insieme alla domanda.',
    en: 'No paper was handed in with the request.',
  },
  next: { it: 'Che cosa succede adesso', en: 'What happens now' },
  within: { it: 'entro', en: 'by' },
} satisfies { readonly [key: string]: Words };
