// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Context, Signer } from '../../schemas/types.ts';

type Member = NonNullable<Context['case']['nucleo']>[number];

const text = (member: Member, key: string): string => {
  const value = member[key];
  return typeof value === 'string' ? value : '';
};

/** Of age on a day (ISO)? Who has no date of birth counts as an adult: the operator sees the line and decides. */
function adult(member: Member, day: string): boolean {
  const birth = text(member, 'nascita');
  const eighteen = `${Number(birth.slice(0, 4)) + 18}${birth.slice(4)}`;
  return birth === '' || eighteen <= day;
}

/** Who is expected to sign: every adult of the household, then who issues the document. Minors are no parties. */
export function signersOf(
  context: Context,
  worker: { readonly name: string; readonly profile: string },
  day: string,
): Signer[] {
  const members = (context.case.nucleo ?? []).filter((member) => adult(member, day));
  return [
    ...members.map((member) => ({
      id: member.id,
      name: [text(member, 'nome'), text(member, 'cognome')].filter(Boolean).join(' '),
      role: 'per la famiglia',
      required: true,
    })),
    { id: 'worker', name: worker.name, role: worker.profile, required: true },
  ];
}
