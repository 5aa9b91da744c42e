// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';

export const words = {
  priorTitle: {
    it: 'Preavviso: la domanda potrebbe non essere accolta',
    en: 'Prior notice: your request may be turned down',
  },
  closingTitle: { it: 'Archiviazione della domanda', en: 'Closing of your request' },
  priorOpening: {
    it: 'Abbiamo esaminato la sua domanda. Per ora non possiamo accoglierla: le spieghiamo perché e che cosa può fare.',
    en: 'We have examined your request. For now we cannot grant it: here is why, and what you can do.',
  },
  closingOpening: {
    it: 'Abbiamo esaminato la sua domanda e l’abbiamo chiusa senza accoglierla. Le spieghiamo perché e che cosa può fare.',
    en: 'We have examined your request and closed it without granting it. Here is why, and what you can do.',
  },
  request: { it: 'Domanda', en: 'Request' },
  of: { it: 'presentata', en: 'submitted on' },
  checks: { it: 'Che cosa abbiamo verificato', en: 'What we checked' },
  fact: { it: 'Fatto', en: 'Fact' },
  found: { it: 'Che cosa risulta', en: 'What was found' },
  source: { it: 'Fonte', en: 'Source' },
  reason: { it: 'Perché', en: 'Why' },
  rule: { it: 'Regola', en: 'Rule' },
  remarks: { it: 'Le sue osservazioni', en: 'Your remarks' },
  answer: { it: 'Può rispondere', en: 'You can answer' },
  appeal: { it: 'Se non è d’accordo', en: 'If you do not agree' },
  again: { it: 'Può fare una nuova domanda', en: 'You can apply again' },
  help: { it: 'Altri aiuti', en: 'Other help' },
} satisfies { readonly [key: string]: Words };
