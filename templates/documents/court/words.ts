// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';

export const words = {
  reserved: { it: 'Riservata.', en: 'Confidential.' },
  reservedNote: {
    it: 'Solo per l’Autorità a cui è indirizzata. Non va copiata in altri fascicoli.',
    en: 'Only for the authority it is addressed to. Not to be copied into other files.',
  },
  proceeding: { it: 'Procedimento', en: 'Proceeding' },
  asked: { it: 'Data della richiesta', en: 'Date of the request' },
  replyBy: { it: 'Da rispondere entro', en: 'To be answered by' },
  kind: { it: 'Atto', en: 'Act' },
  about: { it: 'Riguarda', en: 'About' },
  sources: { it: 'Su che cosa si basa', en: 'What it is based on' },
  facts: { it: 'Fatti', en: 'Facts' },
  factsNote: {
    it: 'Che cosa è stato visto, sentito o scritto, e da chi.',
    en: 'What was seen, heard or written, and by whom.',
  },
  when: { it: 'Quando', en: 'When' },
  what: { it: 'Che cosa', en: 'What' },
  source: { it: 'Da chi si sa', en: 'Source' },
  undated: { it: 'senza data', en: 'no date' },
  valuations: { it: 'Valutazioni', en: 'Valuations' },
  valuationsNote: {
    it: 'Valutazioni professionali di chi firma, separate dai fatti.',
    en: 'Professional valuations of who signs, apart from the facts.',
  },
  proposals: { it: 'Proposte', en: 'Proposals' },
} satisfies { readonly [key: string]: Words };
