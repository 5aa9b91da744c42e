// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';

/** Texts of the report of who has seen a case. */
export const words = {
  title: { it: 'Chi ha visto la pratica', en: 'Who has seen the case' },
  case: { it: 'Pratica', en: 'Case' },
  period: { it: 'Periodo', en: 'Period' },
  intro: {
    it: 'Dal registro degli accessi: per ogni giorno, chi ha aperto, stampato, esportato o modificato la pratica e quello che contiene. Non dice che cosa c’è scritto nella pratica.',
    en: 'From the audit: for each day, who opened, printed, exported or changed the case and what is in it. It does not say what is written in the case.',
  },
  nobody: {
    it: 'Nel periodo nessuno ha aperto la pratica.',
    en: 'Nobody opened the case in this period.',
  },
  day: { it: 'Giorno', en: 'Day' },
  who: { it: 'Persona', en: 'Person' },
  saw: { it: 'Visto', en: 'Saw' },
  printed: { it: 'Stampato', en: 'Printed' },
  exported: { it: 'Esportato', en: 'Exported' },
  wrote: { it: 'Scritto', en: 'Wrote' },
  what: { it: 'Che cosa', en: 'What' },
  reasons: { it: 'Motivo scritto', en: 'Written reason' },
  chain: { it: 'Registro degli accessi', en: 'Audit' },
  whole: {
    it: 'intatto: {entries} righe, ognuna legata a quella prima',
    en: 'intact: {entries} entries, each bound to the one before',
  },
  altered: {
    it: 'alterato: la prima riga che non torna è la {firstBad}',
    en: 'altered: entry {firstBad} is the first that does not fit',
  },
} satisfies { readonly [key: string]: Words };
