// SPDX-License-Identifier: AGPL-3.0-or-later
import { letter } from '../../letter.ts';
import { words } from './words.ts';

/** A person is sent on to a specialist service: as little as that service needs, and a slip to answer with. */
export const referral = letter({
  kind: 'referral',
  words: { it: 'Invio a un servizio specialistico', en: 'Referral to a specialist service' },
  own: words,
  copies: ['internal'],
  more: (_input, answers) => ({
    urgent: answers['urgente'] === true,
    informed: answers['informata'] === true,
  }),
});
