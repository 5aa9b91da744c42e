// SPDX-License-Identifier: AGPL-3.0-or-later
import { letter } from '../../letter.ts';
import { received } from './received.ts';
import { words } from './words.ts';

/** What whoever hands in a request takes home: number, day, papers handed in, what follows and until when. */
export const receipt = letter({
  kind: 'receipt',
  words: { it: 'Ricevuta di presentazione', en: 'Receipt of submission' },
  own: words,
  texts: ['ricevuta_termine'],
  more: received,
});
