// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../runtime/problem.ts';
import { frameWords } from './frame-words.ts';

/** Texts that every letter has; a kind adds its own. */
export const letterWords = {
  ...frameWords,
  number: { it: 'N.', en: 'No.' },
  date: { it: 'Data', en: 'Date' },
  protocol: { it: 'Protocollo', en: 'Registered no.' },
  case: { it: 'Pratica', en: 'Case' },
  theirs: { it: 'Vostro riferimento', en: 'Your reference' },
  to: { it: 'A', en: 'To' },
  by: { it: 'Consegna', en: 'Delivery' },
  subject: { it: 'Oggetto', en: 'Subject' },
  worker: { it: 'Persona di riferimento', en: 'Reference person' },
  responsible: { it: 'Responsabile del procedimento', en: 'Person in charge of the procedure' },
  contacts: { it: 'Per informazioni', en: 'For information' },
  privacy: { it: 'Dati personali', en: 'Personal data' },
} satisfies { readonly [key: string]: Words };
