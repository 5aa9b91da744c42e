// SPDX-License-Identifier: AGPL-3.0-or-later
// Summonses of a person with what became of them, and the lists that the person went out of the house with.
import { deliveries, outcomes } from '../agenda/appointment.ts';
import type { Deps } from '../deps.ts';
import { listRows } from '../lists.ts';
import type { KeptAppointment } from '../records.ts';
import type { Scope } from '../storage/contract.ts';
import { listAll } from '../storage/list-all.ts';
import type { CasePart } from './contents.ts';

/** `others`: submissions that are about somebody else; a summons stands under the id of its own. */
export async function appointmentsOf(
  deps: Deps,
  scope: Scope,
  kase: string,
  others: ReadonlySet<string>,
): Promise<CasePart['appointments']> {
  const titleIn = (list: string, code: string | undefined): string =>
    listRows(deps, scope.district, list)?.find(({ id }) => id === code)?.title ?? code ?? '';
  const items = await listAll(deps, scope, 'appointments', { where: { case: kase } });
  const kept = await Promise.all(
    items
      .filter(({ id }) => !others.has(id))
      .map(({ id }) => deps.store.get<KeptAppointment>(scope, 'appointments', id)),
  );
  return kept
    .flatMap((one) => (one ? [one.value] : []))
    .map(({ day, time, place, delivered, outcome }) => ({
      day,
      time,
      place,
      delivered: titleIn(deliveries, delivered?.code),
      outcome: titleIn(outcomes, outcome?.code),
    }))
    .toSorted((a, b) => `${a.day} ${a.time}`.localeCompare(`${b.day} ${b.time}`));
}

export async function sendingsOf(
  deps: Deps,
  scope: Scope,
  kase: string,
  person: string,
): Promise<CasePart['sendings']> {
  const items = await listAll(deps, scope, 'sendings', { where: { case: kase, person } });
  return items.map(({ fields }) => ({ number: String(fields['number']), day: String(fields['at']) }));
}
