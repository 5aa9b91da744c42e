// SPDX-License-Identifier: AGPL-3.0-or-later
import { letter } from '../../letter.ts';
import { words } from './words.ts';

/** A report that a court has asked for, or a notice to it. Facts and valuations stand apart; nothing comes by itself. */
export const court = letter({
  kind: 'court',
  words: { it: 'Relazione all’Autorità giudiziaria', en: 'Report to the judicial authority' },
  own: words,
  copies: ['internal'],
});
