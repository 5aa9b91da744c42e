// SPDX-License-Identifier: AGPL-3.0-or-later
// A calendar to subscribe to: terms and appointments of one account, under a secret address that can be taken back.
import type { Account } from '../../../schemas/types.ts';
import { calendarFile, type CalendarEvent } from '../../agenda/calendar-file.ts';
import { baseOf } from '../../base.ts';
import { daysAfter } from '../../calendar.ts';
import { digest, newSecret } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { keep, refusal } from '../../keep.ts';
import { outcomes } from '../../agenda/appointment.ts';
import { attachmentKinds, type EndingFile } from '../../expiring.ts';
import { listRows } from '../../lists.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptFeed } from '../../records.ts';
import { mayWork, type Person } from '../../sessions.ts';
import type { Scope } from '../../storage/contract.ts';
import { seenDeadlines } from './list-deadlines.ts';
import { listAll } from '../../storage/list-all.ts';

/** calendars of one account */
const most = 5;
/** days for which an appointment that has passed stays in the calendar */
const past = 366;
const scopeOf = (person: Person): Scope => ({ district: person.district, actor: person.account.id });

export async function feedsOf(deps: Deps, person: Person) {
  const items = await listAll(deps, scopeOf(person), 'feeds', { where: { account: person.account.id } });
  // the address is not known here any more; a few signs of its digest tell one from the other
  return items.map(({ id, fields }) => ({ id, at: String(fields['at']) }));
}

/** A new address, told this once. */
export async function makeFeed(
  deps: Deps,
  person: Person,
): Promise<{ readonly ok: true; readonly address: string } | Refusal> {
  const scope = scopeOf(person);
  if ((await feedsOf(deps, person)).length >= most) return refuse('feeds-full', { most });
  const secret = newSecret();
  const id = digest(secret);
  const value: KeptFeed = { account: scope.actor, at: deps.clock.instant() };
  const done = await keep(deps, scope, { action: 'feed.make', object: scope.actor }, [
    { do: 'create', collection: 'feeds', id, value },
  ]);
  return done.ok
    ? { ok: true, address: `${baseOf(deps)}/calendar/${scope.district}.${secret}.ics` }
    : refusal(done);
}

export async function dropFeed(
  deps: Deps,
  person: Person,
  id: string,
): Promise<{ readonly ok: true } | Refusal> {
  const scope = scopeOf(person);
  const kept = await deps.store.get<KeptFeed>(scope, 'feeds', id);
  if (!kept || kept.value.account !== scope.actor) return refuse('not-found');
  const done = await keep(deps, scope, { action: 'feed.drop', object: scope.actor }, [
    { do: 'remove', collection: 'feeds', id, rev: kept.rev },
  ]);
  return done.ok ? { ok: true } : refusal(done);
}

/** The file under `<district>.<secret>.ics`; numbers of cases and titles of terms, nothing of a person. */
export async function readFeed(
  deps: Deps,
  file: string,
): Promise<{ readonly ok: true; readonly file: string } | Refusal> {
  const [, district, secret] = /^([a-z][a-z0-9]{1,29})\.([\w-]{43})\.ics$/.exec(file) ?? [];
  if (!district || !secret || !deps.catalogue.districts.has(district)) return refuse('not-found');
  const scope: Scope = { district, actor: 'system' };
  const feed = await deps.store.get<KeptFeed>(scope, 'feeds', digest(secret));
  const account = feed && (await deps.store.get<Account>(scope, 'accounts', feed.value.account));
  if (!account || !mayWork(deps, account.value)) return refuse('not-found');
  const person: Person = { district, account, session: '', endsAt: 0 };
  const events = [...(await termEvents(deps, person)), ...(await appointmentEvents(deps, person))];
  const name = `Patto, ${deps.catalogue.districts.get(district)?.name ?? district}`;
  return { ok: true, file: calendarFile({ name, at: deps.clock.instant(), events }) };
}

async function termEvents(deps: Deps, person: Person): Promise<CalendarEvent[]> {
  const own = ` ${person.account.id} `;
  const rows = await seenDeadlines(deps, person);
  const few = new Set(
    listRows(deps, person.district, attachmentKinds)?.flatMap(({ id, ruoli }) => (ruoli ? [id] : [])),
  );
  const forAll = ({ kind, readers }: EndingFile): boolean => readers === 'family' && !few.has(kind);
  return (
    rows
      // what few may see does not travel to other people's calendars
      .filter(
        ({ assigned, row, file }) =>
          assigned.includes(own) && row.state !== 'suspended' && !row.rights && (!file || forAll(file)),
      )
      .map(({ case: kase, number, row, file }) => ({
        uid: `term-${kase}-${file?.id ?? row.id}-${row.from}@${person.district}.patto`,
        day: row.due,
        title: `${number}: ${row.title}`,
      }))
  );
}

async function appointmentEvents(deps: Deps, person: Person): Promise<CalendarEvent[]> {
  const scope = scopeOf(person);
  const all = await listAll(deps, scope, 'appointments', { where: { with: person.account.id } });
  const since = daysAfter(deps.clock.today(), -past);
  const items = all.filter(({ fields }) => String(fields['day']) >= since);
  const off = new Set(
    (listRows(deps, person.district, outcomes) ?? [])
      .filter((row) => row['off'] === true)
      .map(({ id }) => id),
  );
  const offices = deps.catalogue.districts.get(person.district)?.offices ?? [];
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const cases = await numbersOf(
    deps,
    person,
    items.map(({ fields }) => text(fields['case'])),
  );
  return items.map(({ id, fields }) => {
    const office = offices.find((one) => one.id === fields['office']);
    return {
      uid: `appointment-${id}@${person.district}.patto`,
      day: text(fields['day']),
      time: text(fields['time']),
      minutes: Number(fields['minutes']),
      title: `Appuntamento ${cases.get(text(fields['case'])) ?? ''}`.trim(),
      ...(office ? { place: `${office.name}, ${office.address}` } : {}),
      ...(off.has(text(fields['outcome'])) ? { cancelled: true } : {}),
    };
  });
}

/** Numbers of cases by id: of those that the person follows from the index, of the others one by one. */
async function numbersOf(
  deps: Deps,
  person: Person,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const scope = scopeOf(person);
  const followed = await listAll(deps, scope, 'cases', { contains: { assigned: ` ${person.account.id} ` } });
  const found = new Map(followed.map(({ id, fields }) => [id, String(fields['number'])]));
  for (const id of new Set(ids)) {
    if (found.has(id)) continue;
    const kase = await deps.store.get<{ number: string }>(scope, 'cases', id);
    if (kase) found.set(id, kase.value.number);
  }
  return found;
}
