// SPDX-License-Identifier: AGPL-3.0-or-later
// Appointments of some days, by operator and office, of the cases that a person has a title to.
import type { Case } from '../../../schemas/types.ts';
import { meetingKeys, metOn, outcomes, overlapping } from '../../agenda/appointment.ts';
import { may } from '../../access.ts';
import { daysAfter } from '../../calendar.ts';
import type { Deps } from '../../deps.ts';
import { listRows } from '../../lists.ts';
import type { Person } from '../../sessions.ts';
import type { Listed, Scope } from '../../storage/contract.ts';
import { slotsOf } from './appointments.ts';
import { accountsOf } from '../../names.ts';
import { listAll } from '../../storage/list-all.ts';

export interface AgendaAsked {
  /** ISO date */
  readonly from: string;
  /** at most 42 */
  readonly days: number;
  readonly with?: string;
  readonly office?: string;
}

const field = (item: Listed, name: string): string => String(item.fields[name] ?? '');

export async function showAgenda(deps: Deps, person: Person, asked: AgendaAsked) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const day = Array.from({ length: asked.days }, (_, after) => daysAfter(asked.from, after));
  const all = await listAll(deps, scope, 'appointments', { where: { day } });
  const overlaps = overlapping(slotsOf(deps, scope.district, all));
  const ids = [...new Set(all.map((item) => field(item, 'case')))];
  const kept = await Promise.all(ids.map((id) => deps.store.get<Case>(scope, 'cases', id)));
  const cases = new Map(
    kept.flatMap((one) =>
      one && may(person.account.value, person.account.id, one.value, 'case', 'v') === 'yes'
        ? [[one.id, one.value] as const]
        : [],
    ),
  );
  const seen = all.filter((item) => cases.has(field(item, 'case')));
  const results = new Map((listRows(deps, scope.district, outcomes) ?? []).map((row) => [row.id, row]));
  const keys = meetingKeys([...results.values()]);
  const shown = seen
    .filter((item) => !asked.with || field(item, 'with') === asked.with)
    .filter((item) => !asked.office || field(item, 'office') === asked.office)
    .map((item) => {
      const kase = cases.get(field(item, 'case'))!;
      const row = results.get(field(item, 'outcome'));
      const optional = {
        office: item.fields['office'],
        where: item.fields['where'],
        delivered: item.fields['delivered'],
      };
      return {
        id: item.id,
        case: field(item, 'case'),
        number: kase.number,
        name: kase.name,
        day: field(item, 'day'),
        time: field(item, 'time'),
        minutes: Number(item.fields['minutes']),
        with: field(item, 'with'),
        overlaps: overlaps.has(item.id),
        met: metOn(kase, field(item, 'day'), keys),
        ...Object.fromEntries(Object.entries(optional).filter(([, value]) => typeof value === 'string')),
        ...(row ? { outcome: { title: row.title, badge: String(row['badge'] ?? '') } } : {}),
      };
    })
    .sort((a, b) => `${a.day} ${a.time}`.localeCompare(`${b.day} ${b.time}`));
  const operators = await accountsOf(
    deps,
    scope,
    seen.map((item) => field(item, 'with')),
  );
  return {
    items: shown,
    operators: [...operators]
      .map(([id, { name }]) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'it')),
    offices: (deps.catalogue.districts.get(scope.district)?.offices ?? []).map(({ id, name }) => ({
      id,
      name,
    })),
  };
}
