// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';

export const words = {
  certify: { it: 'Si attesta che', en: 'This is to certify that' },
  born: { it: 'data di nascita', en: 'date of birth' },
  present: { it: 'era presente presso questo ufficio', en: 'was present at this office' },
  day: { it: 'Giorno', en: 'Day' },
  hours: { it: 'Orario', en: 'Time' },
  from: { it: 'dalle', en: 'from' },
  to: { it: 'alle', en: 'to' },
  where: { it: 'Dove', en: 'Where' },
  request: { it: 'Rilasciata su richiesta della persona.', en: 'Issued at the request of the person.' },
} satisfies { readonly [key: string]: Words };
