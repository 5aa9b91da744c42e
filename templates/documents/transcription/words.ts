// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';

/** Texts of the sheet for copying into a platform. */
export const words = {
  title: { it: 'Scheda di trascrizione', en: 'Transcription sheet' },
  platform: { it: 'Piattaforma', en: 'Platform' },
  case: { it: 'Pratica', en: 'Case' },
  done: { it: 'Fatto', en: 'Done' },
  item: { it: 'Voce', en: 'Item' },
  value: { it: 'Da scrivere', en: 'To write' },
  note: {
    it: 'Per gli operatori. Le voci sono nell’ordine della piattaforma; non si consegna alla famiglia.',
    en: 'For staff. Items are in the platform’s order; not to be handed to the family.',
  },
} satisfies { readonly [key: string]: Words };
