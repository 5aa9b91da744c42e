// SPDX-License-Identifier: AGPL-3.0-or-later
import { letter } from '../../letter.ts';
import { words } from './words.ts';

/** Certifies a disadvantage in words as general as the rule allows: which one it is stays in the case. */
export const disadvantage = letter({
  kind: 'disadvantage',
  words: { it: 'Attestazione', en: 'Certificate' },
  own: words,
  texts: ['attestazione_svantaggio'],
});
