// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signer } from '../../../schemas/types.ts';
import type { SignersInput } from '../../contract.ts';
import { letter } from '../../letter.ts';
import { rowsOf, text } from '../../people.ts';
import { words } from './words.ts';

/** Everybody who was there signs. */
function present({ answers }: SignersInput): Signer[] {
  return rowsOf(answers['presenti']).map((row) => ({
    id: text(row['id']),
    name: text(row['nome']),
    role: [text(row['profilo']), text(row['ente'])].filter(Boolean).join(', '),
    required: true,
  }));
}

/** What a team said and decided. It stays with the team: its head names the case by its number alone. */
export const minutes = letter({
  kind: 'minutes',
  words: { it: 'Verbale dell’équipe', en: 'Minutes of the team' },
  own: words,
  copies: ['internal'],
  signers: present,
  more: (_input, answers) => ({ dissent: answers['dissenso'] === true }),
});
