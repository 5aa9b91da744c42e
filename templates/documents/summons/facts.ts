// SPDX-License-Identifier: AGPL-3.0-or-later
import { blockOf, letter } from '../../letter.ts';
import { words } from './words.ts';

/** A call to an interview. Neither the window of the envelope nor the subject names the measure. */
export const summons = letter({
  kind: 'summons',
  words: { it: 'Convocazione al colloquio', en: 'Call to an interview' },
  own: words,
  texts: ['convocazione_spostare', 'convocazione_motivi', 'motivi', 'convocazione_interprete'],
  more: (input, answers) => ({
    // What the law says of who does not come, only where it concerns this person.
    absence: answers['avviso'] === true ? (blockOf(input, 'conseguenze_convocazione') ?? null) : null,
    withWhom: typeof answers['con_chi'] === 'string' ? answers['con_chi'] : (input.manager?.name ?? ''),
  }),
});
