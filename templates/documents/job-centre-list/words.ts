// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';

/** Texts of the list for the job centre. */
export const words = {
  title: { it: 'Elenco per il Centro per l’impiego', en: 'List for the job centre' },
  to: { it: 'A', en: 'To' },
  from: { it: 'Da', en: 'From' },
  basis: { it: 'In base a', en: 'On the basis of' },
  person: { it: 'Persona', en: 'Person' },
  born: { it: 'nato/a il', en: 'born on' },
  contact: { it: 'Recapito', en: 'Contact' },
  through: { it: 'tramite il servizio sociale', en: 'through the social service' },
  path: { it: 'Percorso', en: 'Path' },
  dates: { it: 'Date', en: 'Dates' },
  analysed: { it: 'analisi', en: 'assessed' },
  sent: { it: 'invio', en: 'sent' },
  due: { it: 'entro', en: 'by' },
  availability: { it: 'Orari e spostamenti', en: 'Hours and travel' },
  total: { it: 'Persone in elenco', en: 'People on the list' },
  paths: { it: 'I percorsi', en: 'The paths' },
  term: {
    it: 'Il Centro per l’impiego convoca ogni persona entro la data scritta accanto al nome, e dice al servizio sociale che cosa si è concordato.',
    en: 'The job centre calls each person by the date beside the name, and tells the social service what was agreed.',
  },
  only: {
    it: 'L’elenco contiene solo i dati che servono a convocare le persone. Non va dato ad altri.',
    en: 'The list holds only what is needed to call people. It must not be passed on.',
  },
} satisfies { readonly [key: string]: Words };
