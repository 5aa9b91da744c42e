// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';

export const words = {
  certifies: { it: 'attesta che', en: 'certifies that' },
  taxCode: { it: 'codice fiscale', en: 'tax code' },
  born: { it: 'data di nascita', en: 'date of birth' },
  general: {
    it: 'si trova in una condizione che la norma considera di svantaggio, ed è in un programma di cura e assistenza.',
    en: 'is in a condition that the law considers a disadvantage, and follows a programme of care and assistance.',
  },
  code: { it: 'Codice', en: 'Code' },
  programme: { it: 'Programma', en: 'Programme' },
  from: { it: 'da', en: 'from' },
  to: { it: 'a', en: 'to' },
} satisfies { readonly [key: string]: Words };
