// SPDX-License-Identifier: AGPL-3.0-or-later
// What an appointment is made of: the answers to a form that says so (`gives.appointment`). Pure.
import { at as valueAt } from '../../runtime/engine/pointer.ts';
import type { Answers, Case, Definition, ListRow } from '../../schemas/types.ts';
import type { KeptAppointment } from '../records.ts';

/** Lists of a district: how an appointment went, how its summons was delivered. */
export const outcomes = 'esiti-appuntamento';
export const deliveries = 'esiti-notifica';
/** where a form does not say how long it takes */
const usual = 60;

export interface Given {
  readonly definition: Definition;
  readonly answers: Answers;
  readonly case: string;
  readonly assigned: readonly string[];
  /** of the household, by the id of their row */
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly by: string;
  /** RFC 3339 */
  readonly at: string;
  /** an answer in words */
  text(pointer: string): string;
}

/** The appointment that a submission makes; undefined where its form makes none, or an answer is missing. */
export function appointmentOf(given: Given): KeptAppointment | undefined {
  const gives = given.definition.gives?.appointment;
  if (!gives) return undefined;
  const read = (pointer: string | undefined): unknown =>
    pointer === undefined ? undefined : valueAt(given.answers, pointer);
  const word = (pointer: string | undefined): string | undefined => {
    const value = read(pointer);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [day, time] = [word(gives.day), word(gives.time)];
  if (day === undefined || time === undefined) return undefined;
  const minutes = read(gives.minutes);
  const optional = {
    where: gives.where === undefined ? undefined : given.text(gives.where),
    office: word(gives.office),
    message: gives.message === undefined ? undefined : given.text(gives.message),
    delivery: gives.delivery === undefined ? undefined : given.text(gives.delivery),
  };
  return {
    case: given.case,
    definition: given.definition.id,
    day,
    time,
    minutes: typeof minutes === 'number' && minutes > 0 ? minutes : usual,
    place: given.text(gives.place),
    people: (gives.people ?? [])
      .flatMap((pointer) => [read(pointer)].flat())
      .flatMap((id) => given.members.filter((one) => one.id === id))
      .map(({ name }) => name)
      .join(', '),
    with: given.assigned.includes(given.by) ? given.by : (given.assigned[0] ?? given.by),
    by: given.by,
    at: given.at,
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value)) as typeof optional),
  } as KeptAppointment;
}

/** Keys of the case's dates that say that a meeting took place, by the rows of outcomes. */
export const meetingKeys = (rows: readonly ListRow[]): ReadonlySet<unknown> =>
  new Set(
    rows.filter((row) => row['first'] !== undefined).flatMap((row) => [row['first'], row['gives']].flat()),
  );

/** Is it known of the day, from a form, that the family was met? */
export const metOn = (kase: Pick<Case, 'moments'>, day: string, keys: ReadonlySet<unknown>): boolean =>
  (kase.moments ?? []).some(({ key, date }) => keys.has(key) && date === day);

/** What gave the dates of an appointment. */
export const sourceOf = (id: string): string => `appointment:${id}`;

/** The case's dates that an outcome gives on the day of the appointment, by what its row says. */
export function datesGiven(
  row: ListRow,
  day: string,
  source: string,
  { dates, moments = [] }: Pick<Case, 'dates' | 'moments'>,
): { readonly key: string; readonly date: string }[] {
  const given = Array.isArray(row['gives']) ? row['gives'].map(String) : [];
  const first = typeof row['first'] === 'string' ? row['first'] : undefined;
  if (first !== undefined) {
    const since = typeof row['since'] === 'string' ? (dates[row['since']] ?? '') : '';
    const known = moments.filter((one) => one.key === first && one.source !== source).map(({ date }) => date);
    const own = moments.some((one) => one.key === first && one.source === source);
    if (!own && dates[first] !== undefined) known.push(dates[first]);
    if (!known.some((date) => date >= since)) given.push(first);
  }
  return given.map((key) => ({ key, date: day }));
}

interface Slot {
  readonly id: string;
  readonly day: string;
  readonly time: string;
  readonly minutes: number;
  readonly with: string;
  /** it will not take place, or not there */
  readonly off: boolean;
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Ids of the appointments of one operator that share time with another of theirs. */
export function overlapping(slots: readonly Slot[]): ReadonlySet<string> {
  const found = new Set<string>();
  const byOperator = new Map<string, Slot[]>();
  for (const slot of slots.filter(({ off }) => !off)) {
    const key = `${slot.day} ${slot.with}`;
    byOperator.set(key, [...(byOperator.get(key) ?? []), slot]);
  }
  for (const all of byOperator.values())
    for (const [place, one] of all.entries())
      for (const other of all.slice(place + 1)) {
        const [a, b] = [minuteOf(one.time), minuteOf(other.time)];
        if (a < b + other.minutes && b < a + one.minutes) found.add(one.id).add(other.id);
      }
  return found;
}
