// SPDX-License-Identifier: AGPL-3.0-or-later
// When things are due in a case: the measure's terms over the case's dates. Pure.
import { holds } from '../../../runtime/engine/condition.ts';
import type { Scope } from '../../../runtime/engine/contract.ts';
import { at } from '../../../runtime/engine/pointer.ts';
import { operators } from '../../../runtime/operators/index.ts';
import type { Case, Measure, Moment, Term, TermChange } from '../../../schemas/types.ts';
import { daysAfter, daysBetween, monthsAfter, openDay, type Closed } from '../../calendar.ts';
import { endsOf, type Ending } from '../cases/endings.ts';

export interface TermRow {
  readonly id: string;
  readonly title: string;
  /** ISO date that the term counts from */
  readonly from: string;
  /** ISO date, the last good day */
  readonly due: string;
  /** the last day as the law counts it, where an operator or a suspension changed it */
  readonly law?: string;
  /** the first open day, where the last day is a holiday: late is who comes after it */
  readonly open?: string;
  readonly level: 'recommended' | 'limit' | 'mark';
  /** ISO date on which it was met */
  readonly met?: string;
  readonly state: 'met' | 'open' | 'late' | 'suspended' | 'waived';
  /** ISO date from which it is red */
  readonly warn?: string;
  /** red today: late, or near enough */
  readonly red: boolean;
  readonly source: string;
  readonly consequence?: string;
  readonly rights?: NonNullable<Term['rights']>;
  /** row ids of the people whom it concerns, where something of theirs ends */
  readonly about?: readonly string[];
}

/** What an operator decided, as far as counting needs it. */
export type Change = Pick<TermChange, 'id' | 'term' | 'start' | 'what' | 'at'> & { readonly date?: string };

/** What is known of a case beside its dates. */
export interface Known {
  /** every date under its key; those of `dates` count without it too */
  readonly moments?: readonly (Pick<Moment, 'key' | 'date'> & Partial<Moment>)[];
  readonly changes?: readonly Change[];
  /** what conditions read; absent: no condition is asked */
  readonly facts?: object;
  readonly closed?: Closed;
}

/** Rows of the terms whose start is known, earliest due first. `today`: ISO date. */
export function terms(
  measure: Pick<Measure, 'terms'>,
  dates: Case['dates'],
  today: string,
  known: Known = {},
): readonly TermRow[] {
  const calendar = calendarOf(dates, known.moments ?? []);
  return measure.terms
    .flatMap((term): TermRow[] => {
      if (term.when && known.facts && !fits(term.when, known.facts)) return [];
      if (term.each) return endings(term, calendar, today, known);
      const from = startOf(term, calendar, dates);
      return from === undefined ? [] : [rowOf(term, from, calendar, today, known)];
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** A row for each day on which something ends; one that is far away is not shown yet. */
function endings(term: Term, calendar: Calendar, today: string, known: Known): TermRow[] {
  const ends = endsOf(term.from, known.moments ?? [], known.facts);
  return ends
    .map(({ date, about }: Ending) => ({
      ...rowOf(term, date, calendar, today, known),
      ...(about.length > 0 ? { about } : {}),
    }))
    .filter(({ warn, state }) => warn === undefined || today >= warn || state === 'suspended');
}

type Calendar = ReadonlyMap<string, readonly string[]>;

/** All dates by key, earliest first. */
function calendarOf(dates: Case['dates'], moments: readonly Pick<Moment, 'key' | 'date'>[]): Calendar {
  const found = new Map<string, string[]>();
  for (const { key, date } of [...Object.entries(dates).map(([key, date]) => ({ key, date })), ...moments])
    found.set(key, [...(found.get(key) ?? []), date]);
  for (const all of found.values()) all.sort();
  return found;
}

const datesOf = (calendar: Calendar, keys: readonly string[]): readonly string[] =>
  keys.flatMap((key) => calendar.get(key) ?? []).sort();

/** The last word on a key: a later submission corrects an earlier one, to an earlier date too. */
const lastWord = (key: string, calendar: Calendar, dates: Case['dates']): string | undefined =>
  dates[key] ?? calendar.get(key)?.at(-1);

function startOf(term: Term, calendar: Calendar, dates: Case['dates']): string | undefined {
  const since = term.since === undefined ? '' : (lastWord(term.since, calendar, dates) ?? '');
  const again = term.again ?? [];
  if (term.which === 'first') return datesOf(calendar, [term.from, ...again]).find((date) => date >= since);
  const last = [lastWord(term.from, calendar, dates), ...datesOf(calendar, again)];
  return last
    .filter((date) => date !== undefined && date >= since)
    .sort()
    .at(-1);
}

const edges: { readonly [to in NonNullable<Term['to']>]: (day: string) => string } = {
  'month-start': (day) => `${day.slice(0, 8)}01`,
  'year-end': (day) => `${day.slice(0, 4)}-12-31`,
};

/** The last good day as the law counts it. */
function lastDay({ days, months, to }: Term, from: string): string {
  const day = months === undefined ? daysAfter(from, days ?? 0) : monthsAfter(from, months);
  return to === undefined ? day : edges[to](day);
}

function rowOf(term: Term, from: string, calendar: Calendar, today: string, known: Known): TermRow {
  const law = lastDay(term, from);
  const changed = changedBy(term, from, law, today, known.changes ?? []);
  const { due } = changed;
  const open = known.closed && openDay(due, known.closed);
  const until = term.until === undefined ? [] : [term.until].flat();
  const met = datesOf(calendar, until).find((date) => date >= from);
  const level = term.level ?? 'limit';
  const last = open ?? due;
  const warn = warnDay(term, from, law, due);
  const state = stateOf({ level, met, last, today, changed, ends: until.length > 0 });
  return {
    id: term.id,
    title: term.title,
    from,
    due,
    ...(due === law ? {} : { law }),
    ...(open === undefined || open === due ? {} : { open }),
    level,
    ...(met === undefined ? {} : { met }),
    state,
    ...(warn === undefined ? {} : { warn }),
    red: met === undefined && (state === 'late' || (state === 'open' && warn !== undefined && today >= warn)),
    source: term.source,
    ...(term.consequence === undefined ? {} : { consequence: term.consequence }),
    ...(term.rights === undefined ? {} : { rights: term.rights }),
  };
}

/** The first red day. */
function warnDay({ warnAt, warnBefore }: Term, from: string, law: string, due: string): string | undefined {
  if (warnBefore !== undefined) return daysAfter(due, -warnBefore);
  return warnAt === undefined ? undefined : daysAfter(due, daysBetween(law, daysAfter(from, warnAt)));
}

interface Standing {
  readonly level: TermRow['level'];
  readonly met: string | undefined;
  /** the last day on which it is not late */
  readonly last: string;
  readonly today: string;
  readonly changed: Changed;
  /** something can meet it */
  readonly ends: boolean;
}

function stateOf({ level, met, last, today, changed, ends }: Standing): TermRow['state'] {
  // What is only to be looked at is never late: done, or there until somebody has looked.
  if (level === 'mark' && (met !== undefined || (!ends && today >= last))) return 'met';
  if (met !== undefined) return met > last && !changed.waived ? 'late' : 'met';
  if (changed.waived) return 'waived';
  if (changed.suspended) return 'suspended';
  return level !== 'mark' && today > last ? 'late' : 'open';
}

interface Changed {
  readonly due: string;
  readonly waived: boolean;
  readonly suspended: boolean;
}

/** What operators decided about the term as it counts from this date, in the order in which they did. */
function changedBy(
  term: Term,
  from: string,
  law: string,
  today: string,
  changes: readonly Change[],
): Changed {
  const own = changes
    .filter((one) => one.term === term.id && one.start === from)
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
  let stops: (readonly [first: string, again: string])[] = [];
  let since: string | undefined;
  let waived = false;
  let moved: string | undefined;
  for (const { what, date } of own) {
    if (what === 'suspended') since ??= date;
    else if (what === 'resumed') {
      if (since !== undefined && date !== undefined) stops.push([since, date]);
      since = undefined;
    } else {
      waived = what === 'waived';
      moved = what === 'moved' ? date : undefined;
      // back to the law: as if nothing had been decided before
      if (what === 'law') [stops, since] = [[], undefined];
    }
  }
  const due = suspended(law, from, stops, term.suspension === 'holds');
  const stopped = since !== undefined && since <= today && since <= (moved ?? due);
  return { due: moved ?? due, waived, suspended: stopped };
}

/**
 * The last day after suspensions, each from its first day to the day on which time runs again. A day that two of them
 * cover is one day, whichever was written first.
 */
function suspended(
  law: string,
  from: string,
  stops: readonly (readonly [first: string, again: string])[],
  holds: boolean,
): string {
  let due = law;
  let counted = from;
  for (const [first, again] of [...stops].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    const begin = first < counted ? counted : first;
    if (begin > due || again <= begin) continue;
    if (!holds) due = daysAfter(due, daysBetween(begin, again));
    else if (due < again) due = again;
    counted = again;
  }
  return due;
}

const named = new Map(operators.map((one) => [one.keyword, one]));

/** Does a condition hold over plain facts? */
function fits(condition: NonNullable<Term['when']>, facts: object): boolean {
  const scope = { raw: (pointer: string) => at(facts, pointer), named: {}, engine: { operators: named } };
  return holds(condition, scope as unknown as Scope);
}
