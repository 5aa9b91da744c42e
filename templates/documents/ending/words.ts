// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';

export const words = {
  subject: { it: 'Il patto è finito', en: 'The pact has ended' },
  opening: {
    it: 'Il nostro patto è finito. Qui scriviamo perché, dove siamo arrivati insieme e che cosa continua.',
    en: 'Our pact has ended. Here we write why, how far we came together and what goes on.',
  },
  pact: { it: 'Il patto', en: 'The pact' },
  pactNumber: { it: 'n.', en: 'no.' },
  ended: { it: 'Finito il', en: 'Ended on' },
  reason: { it: 'Perché', en: 'Why' },
  results: { it: 'Dove siamo arrivati', en: 'How far we came' },
  result: { it: 'Risultato', en: 'Result' },
  level: { it: 'Com’è andata', en: 'How it went' },
  voice: { it: 'Che cosa dice la famiglia', en: 'What the family says' },
  goesOn: { it: 'Che cosa continua', en: 'What goes on' },
  turn: { it: 'A chi rivolgersi', en: 'Whom to turn to' },
  signatures: { it: 'Le firme', en: 'Signatures' },
} satisfies { readonly [key: string]: Words };
