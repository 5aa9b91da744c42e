// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signer } from '../../../schemas/types.ts';
import type { SignersInput } from '../../contract.ts';
import type { Row } from '../../writing.ts';
import { columns, keys } from './keys.ts';
import { fullName, text } from './rows.ts';

/** Of age on a day (ISO)? Who has no date of birth counts as an adult: the operator sees the line and decides. */
function adult(member: Row, day: string): boolean {
  const birth = text(member[columns.birth]);
  const eighteen = `${Number(birth.slice(0, 4)) + 18}${birth.slice(4)}`;
  return birth === '' || eighteen <= day;
}

/** Who is expected to sign: every adult of the household, then the reference worker. Minors are no parties. */
export function pactSigners(input: SignersInput): Signer[] {
  const worker = (input.answers[keys.worker] ?? {}) as Row;
  const members = (input.context.case.nucleo ?? []).filter((member) => adult(member, input.day));
  return [
    ...members.map((member) => ({
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
  ];
}
