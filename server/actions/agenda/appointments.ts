// SPDX-License-Identifier: AGPL-3.0-or-later
// Appointments of a case: what became of the summons and of the meeting, and the dates of the case that follow from it.
import type { Account, Case, ListRow } from '../../../schemas/types.ts';
import { message, type Message } from '../../agenda/message.ts';
import {
  datesGiven,
  deliveries,
  meetingKeys,
  metOn,
  outcomes,
  overlapping,
  sourceOf,
} from '../../agenda/appointment.ts';
import { calendarFile } from '../../agenda/calendar-file.ts';
import { may } from '../../access.ts';
import { allowed, allowedNow, thingOf } from '../../authorize.ts';
import { isDay } from '../../calendar.ts';
import type { Deps } from '../../deps.ts';
import { listRows } from '../../lists.ts';
import { refuse, type Locale, type Refusal } from '../../problems.ts';
import type { KeptAppointment, KeptDefinition } from '../../records.ts';
import { mayWork, type Person } from '../../sessions.ts';
import type { Kept, Listed, Scope } from '../../storage/contract.ts';
import { changeCase, withEvent } from '../cases/change-case.ts';
import { newestVersion, titleOf } from '../definitions/definitions.ts';
import { withMoments } from '../cases/moments-of-case.ts';
import { listAll } from '../../storage/list-all.ts';
import { stateAfter } from '../cases/states.ts';

const scopeOf = (person: Person): Scope => ({ district: person.district, actor: person.account.id });

/** Index entries as slots of an operator's day. */
export function slotsOf(deps: Pick<Deps, 'catalogue'>, district: string, items: readonly Listed[]) {
  const off = new Set(
    rowsOf(deps, district, outcomes)
      .filter((row) => row['off'] === true)
      .map(({ id }) => id),
  );
  return items.map(({ id, fields }) => ({
    id,
    day: String(fields['day']),
    time: String(fields['time']),
    minutes: Number(fields['minutes']),
    with: String(fields['with']),
    off: off.has(String(fields['outcome'])),
  }));
}

const rowsOf = (deps: Pick<Deps, 'catalogue'>, district: string, list: string): readonly ListRow[] =>
  listRows(deps, district, list) ?? [];
const titled =
  (locale: Locale) =>
  (row: ListRow): string =>
    String((locale === 'en' && row['title_en']) || row.title);

/** Of one case, the latest first, with all that its card needs. */
export async function appointmentsOf(deps: Deps, person: Person, kase: Kept<Case>, locale: Locale) {
  const scope = scopeOf(person);
  const { district } = scope;
  const items = await listAll(deps, scope, 'appointments', { where: { case: kase.id } });
  const kept = await Promise.all(
    items.map(({ id }) => deps.store.get<KeptAppointment>(scope, 'appointments', id)),
  );
  const all = kept
    .flatMap((one) => (one ? [one] : []))
    .sort((a, b) => when(b.value).localeCompare(when(a.value)));
  const days = [...new Set(all.map(({ value }) => value.day))];
  const same = days.length ? await listAll(deps, scope, 'appointments', { where: { day: days } }) : [];
  const overlaps = overlapping(slotsOf(deps, district, same));
  const title = titled(locale);
  const results = rowsOf(deps, district, outcomes);
  const keys = meetingKeys(results);
  const told = ({ id, rev, value }: Kept<KeptAppointment>) => {
    const { case: _case, message: text, ...rest } = value;
    return {
      id,
      rev,
      ...rest,
      ...(text ? { message: message(text) satisfies Message } : {}),
      overlaps: overlaps.has(id),
      // somebody filled in, of that day, what says that the meeting took place
      met: metOn(kase.value, value.day, keys),
    };
  };
  const listed = (rows: readonly ListRow[]) =>
    rows.map((row) => ({
      id: row.id,
      title: title(row),
      ...(typeof row['badge'] === 'string' ? { badge: row['badge'] } : {}),
      ...(row['past'] === true ? { past: true } : {}),
      ...(row['failed'] === true ? { failed: true } : {}),
      ...(typeof row['reasons'] === 'string'
        ? {
            reasons: rowsOf(deps, district, row['reasons']).map((one) => ({ id: one.id, title: title(one) })),
          }
        : {}),
    }));
  return {
    items: all.map(told),
    // those that the person may begin
    definitions: (await definitionsFor(deps, scope)).filter(({ id }) =>
      allowedNow(person, kase.value, thingOf(deps, scope.district, id, 'form'), 'd'),
    ),
    outcomes: listed(results),
    deliveries: listed(rowsOf(deps, district, deliveries)),
    writes: allowedNow(person, kase.value, 'case', 'v'),
  };
}

const when = ({ day, time }: KeptAppointment): string => `${day} ${time}`;

/** Published forms of the district's phases that make an appointment. */
async function definitionsFor(deps: Deps, scope: Scope) {
  const phases = deps.catalogue.districts.get(scope.district)?.phases ?? [];
  const found = await Promise.all(
    phases
      .flatMap(({ definitions }) => definitions)
      .map(async (id) => {
        const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
        const version = kept && (await newestVersion(deps, scope, id));
        return version?.source.gives?.appointment ? [{ id, title: titleOf(version.source) }] : [];
      }),
  );
  return found.flat();
}

/** What is registered of an appointment; one of them at a time. */
export interface Registered {
  readonly outcome?: { readonly code: string; readonly reason?: string; readonly note?: string };
  readonly delivered?: { readonly code: string; readonly date: string; readonly note?: string };
  /** account id of who sees them */
  readonly with?: string;
}

type Changed = { readonly ok: true; readonly value: KeptAppointment; readonly row?: ListRow } | Refusal;

/**
 * Registers how an appointment went, how its summons was delivered, or gives it to another operator. `rev`: of the
 * appointment that the person looked at.
 */
export async function registerAppointment(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  id: string,
  given: Registered,
  rev?: number,
): Promise<{ readonly ok: true } | Refusal> {
  if (!allowed(person, kase.value, 'case', 'v')) return refuse('not-assigned');
  const scope = scopeOf(person);
  const kept = await deps.store.get<KeptAppointment>(scope, 'appointments', id);
  if (!kept || kept.value.case !== kase.id) return refuse('not-found');
  if (rev !== undefined && rev !== kept.rev) return refuse('conflict', { rev: kept.rev });
  const changed = await changeOf(deps, scope, kase.value, kept.value, given);
  if (!changed.ok) return changed;
  const { value, row } = changed;
  const what = given.outcome ? 'outcome' : given.delivered ? 'delivered' : 'with';
  const at = deps.clock.instant();
  const write = { do: 'replace', collection: 'appointments', id, value, rev: kept.rev } as const;
  return changeCase(deps, scope, kase.id, { action: `appointment.${what}`, object: id }, (before) => {
    if (!row) return { value: before, writes: [write] };
    const source = sourceOf(id);
    // what making it gave stays: only the outcome before is taken back
    const dates = datesGiven(row, value.day, source, before);
    const next = {
      ...before,
      ...withMoments(before, source, dates),
      state: stateAfter(deps, scope.district, before.state, `appointment ${row.id}`),
    };
    const note = `${row.title} (${value.day.split('-').reverse().join('/')})`;
    return {
      value: withEvent(next, { at, by: scope.actor, what: 'appointment', note }),
      writes: [write],
    };
  });
}

async function changeOf(
  deps: Deps,
  scope: Scope,
  kase: Case,
  before: KeptAppointment,
  given: Registered,
): Promise<Changed> {
  const today = deps.clock.today();
  const by = { by: scope.actor, at: deps.clock.instant() };
  const noted = (note: string | undefined) => (note?.trim() ? { note: note.trim() } : {});
  if (given.outcome) {
    const { code, reason, note } = given.outcome;
    const row = rowsOf(deps, scope.district, outcomes).find((one) => one.id === code);
    if (!row) return refuse('unknown-kind', { id: code }, '/outcome/code');
    if (row['past'] === true && before.day > today) return refuse('not-yet-happened', {}, '/outcome/code');
    const reasons = typeof row['reasons'] === 'string' ? rowsOf(deps, scope.district, row['reasons']) : [];
    if (reasons.length > 0 && !reasons.some((one) => one.id === reason))
      return refuse('reason-missing', {}, '/outcome/reason');
    const why = reasons.length > 0 && reason !== undefined ? { reason } : {};
    return { ok: true, value: { ...before, outcome: { code, ...why, ...noted(note), ...by } }, row };
  }
  if (given.delivered) {
    const { code, date, note } = given.delivered;
    if (!rowsOf(deps, scope.district, deliveries).some((one) => one.id === code))
      return refuse('unknown-kind', { id: code }, '/delivered/code');
    if (!isDay(date) || date > today) return refuse('not-yet-happened', {}, '/delivered/date');
    return { ok: true, value: { ...before, delivered: { code, date, ...noted(note), ...by } } };
  }
  const account = given.with && (await deps.store.get<Account>(scope, 'accounts', given.with));
  if (!account || !mayWork(deps, account.value)) return refuse('unknown-account', {}, '/with');
  const answer = may(account.value, account.id, kase, 'case', 'v');
  if (answer !== 'yes' && answer !== 'reason') return refuse('unknown-account', {}, '/with');
  return { ok: true, value: { ...before, with: account.id } };
}

/** One appointment as a file for a telephone's calendar: neither the person nor the case is named. */
export async function appointmentFile(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  id: string,
): Promise<{ readonly ok: true; readonly file: string } | Refusal> {
  const scope = scopeOf(person);
  const kept = await deps.store.get<KeptAppointment>(scope, 'appointments', id);
  if (!kept || kept.value.case !== kase.id) return refuse('not-found');
  const { day, time, minutes, place } = kept.value;
  const title = 'Appuntamento con il servizio sociale';
  const file = calendarFile({
    name: title,
    at: deps.clock.instant(),
    events: [{ uid: `appointment-${id}@${scope.district}.patto`, day, time, minutes, title, place }],
  });
  return { ok: true, file };
}
