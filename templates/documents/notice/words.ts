// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';

export const words = {
  short: { it: 'In breve', en: 'In short' },
  full: { it: 'Per intero', en: 'In full' },
  controller: { it: 'Chi tratta i dati', en: 'Who processes the data' },
  officer: { it: 'Responsabile della protezione dei dati', en: 'Data protection officer' },
  purposes: { it: 'Perché, e con quale base di legge', en: 'Why, and on which legal basis' },
  data: { it: 'Quali dati', en: 'Which data' },
  sources: { it: 'Da dove vengono', en: 'Where they come from' },
  recipients: { it: 'A chi possono arrivare', en: 'Who may receive them' },
  duty: { it: 'È obbligatorio darli?', en: 'Must you give them?' },
  retention: { it: 'Per quanto tempo', en: 'For how long' },
  rights: { it: 'I suoi diritti', en: 'Your rights' },
  complaint: { it: 'Reclamo', en: 'Complaint' },
  automated: { it: 'Decisioni automatiche', en: 'Automated decisions' },
  given: { it: 'Consegna', en: 'Handing over' },
  givenTo: { it: 'Consegnata a', en: 'Given to' },
  givenOn: { it: 'Giorno', en: 'Day' },
  givenHow: { it: 'Come', en: 'How' },
  spoken: { it: 'Spiegata in', en: 'Explained in' },
  interpreter: { it: 'Tradotta a voce da', en: 'Translated orally by' },
  noConsent: {
    it: 'Chi firma conferma di avere ricevuto questa informativa. Non è un consenso.',
    en: 'Whoever signs confirms having received this notice. It is no consent.',
  },
} satisfies { readonly [key: string]: Words };
