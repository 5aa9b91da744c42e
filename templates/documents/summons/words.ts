// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';

export const words = {
  opening: { it: 'La aspettiamo per un colloquio.', en: 'We would like to meet you.' },
  when: { it: 'Quando', en: 'When' },
  at: { it: 'ore', en: 'at' },
  where: { it: 'Dove', en: 'Where' },
  room: { it: 'stanza', en: 'room' },
  with: { it: 'Con chi', en: 'With' },
  who: { it: 'Chi deve venire', en: 'Who should come' },
  bring: { it: 'Che cosa portare', en: 'What to bring' },
  move: { it: 'Se non può venire in quel giorno', en: 'If you cannot come on that day' },
  call: { it: 'Telefoni al numero', en: 'Call' },
  absence: { it: 'Se non viene', en: 'If you do not come' },
  language: { it: 'Lingua', en: 'Language' },
  interpreter: { it: 'Al colloquio ci sarà un interprete', en: 'An interpreter will be there' },
  interpreterOf: { it: 'di', en: 'for' },
} satisfies { readonly [key: string]: Words };
