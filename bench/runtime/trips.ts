// SPDX-License-Identifier: AGPL-3.0-or-later
// Visits in turns: everybody in fresh pages of one browser, medians of several rounds.
import type { Bench } from './serve.ts';
import { type Figures, median, Visit } from './visit.ts';

/** What is done in one fresh page. */
export interface Trip {
  readonly name: string;
  readonly count: number;
  readonly answers: 'answers' | 'wrong';
  act(visit: Visit): Promise<Figures>;
}

/** Medians of one who took part, and of how many rounds; `stopped`: had not ended after so many seconds. */
export interface Result {
  readonly figures: Figures;
  readonly runs: number;
  readonly stopped?: number;
}
/** By name. */
export type Results = ReadonlyMap<string, Result>;

class TooLong extends Error {
  readonly seconds: number;

  constructor(seconds: number) {
    super(`not ended after ${seconds} s`);
    this.seconds = seconds;
  }
}

/** Seconds to wait for a page that is busy drawing to go. */
const PARTING = 10;

/** Seconds after which a form that is not yet drawn is given up. */
const DRAWING = 60;

function within<Value>(promise: Promise<Value>, seconds: number): Promise<Value> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new TooLong(seconds)), seconds * 1000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Draws the form, within a minute. */
export const draw = (visit: Visit): Promise<Figures> => within(visit.mount(), DRAWING);

/** One trip of one who takes part; `most`: seconds after which it is given up. */
export async function travel(bench: Bench, who: string, trip: Trip, most?: number): Promise<Figures> {
  const visit = await Visit.begin(bench);
  const whole = async () => {
    await visit.page.evaluate(
      (name, count, answers) => window.bench.prepare(name, count, answers),
      who,
      trip.count,
      trip.answers,
    );
    return trip.act(visit);
  };
  try {
    return await (most === undefined ? whole() : within(whole(), most));
  } catch (error) {
    if (error instanceof TooLong) throw error;
    throw new Error(`${who}, ${trip.name} of ${trip.count}: ${(error as Error).message}`, { cause: error });
  } finally {
    await within(visit.end(), PARTING);
  }
}

const middle = (list: readonly Figures[]): Figures =>
  Object.fromEntries(
    Object.keys(list[0] ?? {}).map((name) => [name, median(list.map((each) => each[name]!))]),
  );

/** Patto and the controls: `times` rounds each, in turns. */
export async function rounds(
  bench: Bench,
  all: readonly string[],
  trip: Trip,
  times: number,
): Promise<Results> {
  return guestRounds(bench, all, [], trip, times);
}

/** Seconds that one guest has for one sort of trip: the slow are measured less often, once at least. */
const PATIENCE = 25;
/** Seconds after which a guest's trip is given up. */
const LIMIT = 180;

/** The same, with guests: others, whose trip may differ, in turns with the rest as long as their time lasts. */
export async function guestRounds(
  bench: Bench,
  all: readonly string[],
  guests: readonly string[],
  trip: Trip,
  times: number,
  guestTrip: Trip = trip,
): Promise<Results> {
  const found = new Map<string, Figures[]>([...all, ...guests].map((who) => [who, []]));
  const spent = new Map<string, number>(guests.map((who) => [who, 0]));
  const stopped = new Map<string, number>();
  const guest = async (who: string) => {
    const before = spent.get(who)!;
    if (before > PATIENCE || stopped.has(who)) return;
    const start = performance.now();
    try {
      found.get(who)!.push(await travel(bench, who, guestTrip, LIMIT));
    } catch (error) {
      // what goes wrong with others must not cost the run
      if (!(error instanceof TooLong)) console.log(`  ${(error as Error).message}`);
      else if (found.get(who)!.length === 0) stopped.set(who, error.seconds);
    }
    spent.set(who, before + (performance.now() - start) / 1000);
  };
  const begun = performance.now();
  for (let time = 0; time < times; time++) {
    const order = [...all, ...guests];
    for (const who of time % 2 ? order.toReversed() : order)
      if (spent.has(who)) await guest(who);
      else found.get(who)!.push(await travel(bench, who, trip));
  }
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(`  ${trip.name}, ${trip.count} fields: ${seconds} s`);
  return new Map(
    [...found].map(([who, list]) => {
      const result: Result = { figures: middle(list), runs: list.length };
      return [who, stopped.has(who) ? { ...result, stopped: stopped.get(who)! } : result];
    }),
  );
}
