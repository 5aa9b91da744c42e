// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signer } from '../../../schemas/types.ts';
import type { DocumentKind, SignersInput } from '../../contract.ts';
import { letter, workerSigns } from '../../letter.ts';
import { fullName, isOf } from '../../people.ts';
import { historyOf } from './history.ts';
import { byObjective, type Result } from './objectives.ts';
import { words } from './words.ts';

/** Adults of the household who were there, and the reference worker. */
function whoWasThere(input: SignersInput): Signer[] {
  const there = input.answers['presenti'];
  const members = (input.context.case.nucleo ?? []).filter(
    (member) => Array.isArray(there) && there.includes(member.id) && isOf(18, member, input.day),
  );
  return [
    ...members.map((member) => ({
      id: member.id,
      name: fullName(member),
      role: 'per la famiglia',
      required: true,
    })),
    ...workerSigns(input),
  ];
}

/** How a pact is going. The family takes it home; the copy for the file has amounts and justified reasons too. */
const sheet = letter({
  kind: 'monitoring',
  words: { it: 'Scheda di monitoraggio', en: 'Monitoring sheet' },
  own: words,
  copies: ['family', 'internal'],
  partials: ['monitoring'],
  signers: whoWasThere,
  more: (_input, answers) => ({
    household: answers['cambia_nucleo'] === true,
    isee: answers['cambia_isee'] === true,
  }),
});

export const monitoring: DocumentKind = {
  ...sheet,
  waves: true,
  view(input) {
    const { data, margin } = sheet.view(input);
    const { fields } = data as { readonly fields: { readonly risultati?: readonly Result[] } };
    const objectives = byObjective(fields.risultati ?? []);
    return {
      data: { ...(data as object), objectives, history: historyOf(input, fields.risultati ?? []) },
      margin,
    };
  },
};
