// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DocumentKind } from '../../contract.ts';
import { letter } from '../../letter.ts';
import { byObjective, type Result } from '../monitoring/objectives.ts';
import { words } from './words.ts';

const sheet = letter({
  kind: 'ending',
  words: { it: 'Lettera di chiusura del patto', en: 'Letter at the end of the pact' },
  own: words,
  texts: ['chiusura_patto'],
  more: ({ language }) => ({ subject: words.subject[language] }),
});

/** The pact is over: why, how far its results came, what goes on. For the family. */
export const ending: DocumentKind = {
  ...sheet,
  view(input) {
    const { data, margin } = sheet.view(input);
    const { fields } = data as { readonly fields: { readonly risultati?: readonly Result[] } };
    return { data: { ...(data as object), objectives: byObjective(fields.risultati ?? []) }, margin };
  },
};
