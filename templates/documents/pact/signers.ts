// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signer } from '../../../schemas/types.ts';
import type { SignersInput } from '../../contract.ts';
import type { Row } from '../../writing.ts';
import { columns, keys } from './keys.ts';
import { fullName, isOf, text } from '../../people.ts';

/**
 * Who is expected to sign: every adult of the household, then the reference worker. Minors are no parties: from
 * fourteen years on they may say that they took part. Who translated orally says so.
 */
export function pactSigners(input: SignersInput): Signer[] {
  const worker = (input.answers[keys.worker] ?? {}) as Row;
  const household = input.context.case.nucleo ?? [];
  const adults = household.filter((member) => isOf(18, member, input.day));
  const young = household.filter((member) => isOf(14, member, input.day) && !adults.includes(member));
  const mediator = input.answers[keys.translated] === true ? text(input.answers[keys.mediator]) : '';
  return [
    ...adults.map((member) => ({
      id: member.id,
      name: fullName(member),
      role: 'per la famiglia',
      required: true,
    })),
    {
      id: 'worker',
      name: text(worker[columns.name]) || input.issuedBy.name,
      role: text(worker[columns.profile]) || input.issuedBy.profile,
      required: true,
    },
    ...young.map((member) => ({
      id: member.id,
      name: fullName(member),
      role: 'ha partecipato',
      required: false,
      line: 'participation' as const,
    })),
    ...(mediator === ''
      ? []
      : [
          {
            id: 'mediator',
            name: mediator,
            role: 'mediazione linguistica',
            required: false,
            line: 'translation' as const,
          },
        ]),
  ];
}
