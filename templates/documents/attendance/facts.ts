// SPDX-License-Identifier: AGPL-3.0-or-later
import { letter } from '../../letter.ts';
import { words } from './words.ts';

/** Who came and when, for an employer or a school. It gives no reason and names neither measure nor case. */
export const attendance = letter({
  kind: 'attendance',
  words: { it: 'Attestazione di presenza', en: 'Certificate of attendance' },
  own: words,
  anonymous: true,
});
