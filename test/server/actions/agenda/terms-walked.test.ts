// SPDX-License-Identifier: AGPL-3.0-or-later
// Terms against a second, slow reckoning that shares nothing with the first: a calendar walked day by day, over random
// histories of dates, new beginnings, suspensions and decisions.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { terms, type Change } from '../../../../server/actions/agenda/terms.ts';
import { closedDays } from '../../../../server/calendar.ts';
import type { Case, Measure, Term } from '../../../../schemas/types.ts';

const full = process.env['PATTO_PROOF'] === 'full';
const count = full ? 40_000 : 500;
const seed = Number(process.env['PATTO_SEED'] ?? 20_260_302);

function numbers(from: number): (below: number) => number {
  let state = from >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
/** ISO date of the day so many days after 01/11/2027: a leap day and two changes of the hour are near. */
const iso = (place: number): string => new Date(Date.UTC(2027, 10, 1 + place)).toISOString().slice(0, 10);

interface History {
  readonly term: Term;
  readonly dates: Case['dates'];
  readonly moments: readonly { readonly key: string; readonly date: string }[];
  readonly changes: readonly Change[];
  readonly today: string;
}

function history(next: (below: number) => number): History {
  const some = <Value>(...all: readonly Value[]): Value => all[next(all.length)]!;
  const day = (): string => iso(next(220));
  const term = {
    id: 'X',
    title: 'x',
    source: 's',
    from: 'a',
    ...(next(4) === 0 ? { months: 1 + next(13) } : { days: next(130) }),
    ...(next(6) === 0 ? { to: some('month-start', 'year-end') } : {}),
    ...(next(2) === 0 ? { again: ['b'] } : {}),
    ...(next(3) === 0 ? { which: some('first', 'last') } : {}),
    ...(next(4) === 0 ? { since: 'c' } : {}),
    ...(next(3) === 0 ? { until: some<string | string[]>('d', ['d', 'e']) } : {}),
    ...(next(2) === 0 ? { suspension: some('adds', 'holds') } : {}),
  } as Term;
  const moments = Array.from({ length: 1 + next(6) }, () => ({ key: some('a', 'b', 'c', 'd'), date: day() }));
  // What stands under a key is what was said of it last.
  const dates = Object.fromEntries(moments.map(({ key, date }) => [key, date]));
  const changes: Change[] = [];
  const [row] = terms({ terms: [term] }, dates, iso(0), { moments });
  let stopped: number | undefined;
  for (let step = 0; row && step < next(12); step += 1) {
    const stops = stopped === undefined ? 'suspended' : 'resumed';
    const what = some('moved', 'waived', 'law', stops, stops, stops, stops, stops, stops);
    // As the desk lets it happen: nothing goes on before it was stopped.
    const place = what === 'resumed' ? (stopped ?? 0) + next(60) : next(240);
    if (what === 'suspended') stopped = place;
    if (what === 'resumed' || what === 'law') stopped = undefined;
    const dated = what === 'waived' || what === 'law' ? {} : { date: iso(place) };
    const start = next(20) === 0 ? day() : row.from;
    changes.push({
      id: String(step),
      term: 'X',
      start,
      what,
      at: `2028-01-${10 + step}T00:00:00Z`,
      ...dated,
    });
  }
  return { term, dates, moments, changes, today: iso(next(400)) };
}

const dayAfter = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, day + 1, 12)).toISOString().slice(0, 10);
};

/** The last good day, found by walking. Undefined: nothing to count from. */
function walked({ term, dates, moments, changes }: History) {
  const since = (term.since && dates[term.since]) ?? '';
  const known = (keys: readonly string[]) =>
    moments.filter(({ key }) => keys.includes(key)).map(({ date }) => date);
  let starts = [...(dates['a'] ? [dates['a']] : []), ...known(term.again ?? [])];
  if (term.which === 'first') starts = known(['a', ...(term.again ?? [])]);
  starts = starts.filter((date) => date >= since).toSorted();
  const from = term.which === 'first' ? starts[0] : starts.at(-1);
  if (from === undefined) return undefined;
  // The law: by days one after the other, by months to the same day or the last one of a shorter month.
  let law = from;
  if (term.months === undefined) for (let left = term.days ?? 0; left > 0; left -= 1) law = dayAfter(law);
  else {
    const months = Number(from.slice(5, 7)) - 1 + term.months;
    const stem = `${Number(from.slice(0, 4)) + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
    for (let day = Number(from.slice(8)); ; day -= 1) {
      law = `${stem}-${String(day).padStart(2, '0')}`;
      if (new Date(`${law}T00:00:00Z`).toISOString().startsWith(law)) break;
    }
  }
  if (term.to === 'month-start') law = `${law.slice(0, 7)}-01`;
  if (term.to === 'year-end') law = `${law.slice(0, 4)}-12-31`;
  // What was decided since the law was taken up again.
  let own = changes.filter((one) => one.start === from);
  own = own.slice(own.findLastIndex(({ what }) => what === 'law') + 1);
  const stops: (readonly [first: string, again: string])[] = [];
  let open: string | undefined;
  for (const { what, date = '' } of own)
    if (what === 'suspended') open ??= date;
    else if (what === 'resumed' && open !== undefined) {
      stops.push([open, date]);
      open = undefined;
    }
  const still = (date: string): boolean =>
    date >= from && stops.some(([first, again]) => first <= date && date < again);
  let due = law;
  // A day more for each day on which nothing ran, for as long as the last one is not reached.
  if (law < from || term.suspension === 'holds') while (still(due)) due = dayAfter(due);
  else {
    let left = 0;
    for (let day = from; day < law; day = dayAfter(day)) left += 1;
    due = from;
    while (left > 0 || still(due)) {
      if (!still(due)) left -= 1;
      due = dayAfter(due);
    }
  }
  const decided = own.filter(({ what }) => what === 'moved' || what === 'waived').at(-1);
  if (decided?.what === 'moved') due = decided.date ?? due;
  return { from, law, due, waived: decided?.what === 'waived', open };
}

test(`terms as a calendar walked day by day gives them, over ${count} histories`, () => {
  const next = numbers(seed);
  const closed = closedDays([]);
  const kinds = new Map<string, number>();
  for (let run = 0; run < count; run += 1) {
    const told = history(next);
    const { term, dates, moments, changes, today } = told;
    const [row] = terms({ terms: [term] } as Pick<Measure, 'terms'>, dates, today, {
      moments,
      changes,
      closed,
    });
    const slow = walked(told);
    const where = () => `seed ${seed}, history ${run}: ${JSON.stringify(told)}`;
    assert.equal(row?.from, slow?.from, where());
    if (!row || !slow) continue;
    assert.deepEqual([row.due, row.law ?? row.due], [slow.due, slow.law], where());
    let last = slow.due;
    while (new Date(`${last}T12:00:00Z`).getUTCDay() === 0) last = dayAfter(last);
    const keys = [term.until ?? []].flat();
    const met = moments
      .filter(({ key, date }) => keys.includes(key) && date >= slow.from)
      .map(({ date }) => date)
      .toSorted()[0];
    const stopped = slow.open !== undefined && slow.open <= today && slow.open <= slow.due;
    const state =
      met !== undefined
        ? met > last && !slow.waived
          ? 'late'
          : 'met'
        : slow.waived
          ? 'waived'
          : stopped
            ? 'suspended'
            : today > last
              ? 'late'
              : 'open';
    assert.equal(row.state, state, where());
    kinds.set(state, (kinds.get(state) ?? 0) + 1);
    if (row.law) kinds.set('changed', (kinds.get('changed') ?? 0) + 1);
  }
  for (const kind of ['open', 'late', 'met', 'waived', 'suspended', 'changed'])
    assert.ok((kinds.get(kind) ?? 0) > count / 100, `${kind}: ${kinds.get(kind)}`);
});
