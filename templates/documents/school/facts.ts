// SPDX-License-Identifier: AGPL-3.0-or-later
import { letter } from '../../letter.ts';
import { words } from './words.ts';

/** Between service and school: who, which school, which period, how many days. Nothing of why it is asked. */
export const school = letter({
  kind: 'school',
  words: { it: 'Frequenza scolastica', en: 'School attendance' },
  own: words,
  copies: ['internal'],
  more: (_input, answers) => ({ asks: answers['verso'] !== 'riscontro' }),
});
