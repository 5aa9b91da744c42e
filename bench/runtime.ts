// SPDX-License-Identifier: AGPL-3.0-or-later
// The form in the page: weight, and what a person waits for, beside the same tree drawn by hand and beside other
// runtimes. Everybody in fresh pages of one browser, in turns; medians; ratios to the plain control say more than times.
// `-- runtime quick`: 1,000 fields only, three rounds, nobody else. `-- runtime alone`: everything, without the peers.
// `-- runtime weight`: what a page downloads, and nothing else. `-- runtime rows`: long repeats alone.
import { type Peer, peers } from './peers/index.ts';
import { installed } from './peers/install.ts';
import type { Other, Row } from './row.ts';
import { repeats } from './runtime/long-repeat.ts';
import { type Bench, open } from './runtime/serve.ts';
import { draw, guestRounds, type Result, type Results, travel, type Trip } from './runtime/trips.ts';
import { Visit } from './runtime/visit.ts';
import { weigh } from './runtime/weigh.ts';
import { weighPeers } from './runtime/weigh-peers.ts';

const ROUNDS = 7;
const CANDIDATE = 'patto';
const CONTROL = 'control';
const LAZY = 'control-lazy';

const trips: readonly Trip[] = [
  { name: 'mount', count: 50, answers: 'answers', act: (visit) => draw(visit) },
  {
    name: 'life',
    count: 1000,
    answers: 'answers',
    act: async (visit) => ({
      ...(await draw(visit)),
      ...(await visit.type()),
      ...(await visit.toggle()),
      heap: await visit.heap(),
    }),
  },
  {
    name: 'errors',
    count: 1000,
    answers: 'wrong',
    act: async (visit) => {
      await draw(visit);
      return visit.validate();
    },
  },
  {
    name: 'life',
    count: 3000,
    answers: 'answers',
    act: async (visit) => ({
      ...(await draw(visit)),
      ...(await visit.type()),
      heap: await visit.heap(),
    }),
  },
];

const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** What others are asked at 3,000 fields: a key there costs some of them seconds. */
const drawing: Trip = {
  name: 'mount',
  count: 3000,
  answers: 'answers',
  act: async (visit) => ({ ...(await draw(visit)), heap: await visit.heap() }),
};

function compared(results: Results, figure: string, what: string, must?: string, unit = 'ms'): Row {
  const of = (who: string) => results.get(who)!.figures[figure]!;
  const { runs } = results.get(CANDIDATE)!;
  const other = ({ figures, stopped, runs: times }: Result): Other | undefined => {
    if (stopped !== undefined) return { stopped };
    const value = figures[figure];
    return value === undefined
      ? undefined
      : { value: round(value), ratio: round(value / of(CONTROL)), runs: times };
  };
  const others = peers.flatMap(({ name, title }) => {
    const found = results.has(name) ? other(results.get(name)!) : undefined;
    return found ? [[title, found] as const] : [];
  });
  return {
    what,
    value: round(of(CANDIDATE)),
    unit,
    control: round(of(CONTROL)),
    ratio: round(of(CANDIDATE) / of(CONTROL)),
    ...(must ? { must } : {}),
    runs,
    ...(results.has(LAZY) ? { lazy: round(of(LAZY) / of(CONTROL)) } : {}),
    ...(others.length ? { peers: Object.fromEntries(others) } : {}),
  };
}

/** The controls draw the very tree that Patto draws, errors and all; says where they differ when they do not. */
async function sameTree(bench: Bench, answers: 'answers' | 'wrong'): Promise<void> {
  const trees: string[] = [];
  for (const who of [CANDIDATE, CONTROL]) {
    const visit = await Visit.begin(bench);
    await visit.page.evaluate((name, each) => window.bench.prepare(name, 50, each), who, answers);
    await visit.page.evaluate(() => window.bench.mount());
    if (answers === 'wrong') await visit.validate();
    trees.push(await visit.page.evaluate(() => window.bench.tree()));
    await visit.end();
  }
  const [candidate = '', control = ''] = trees;
  if (candidate === control) return;
  const at = [...candidate].findIndex((letter, place) => letter !== control[place]);
  const near = (tree: string) => tree.slice(Math.max(0, at - 200), at + 100);
  throw new Error(`the control draws another tree:\nPatto:   ${near(candidate)}\ncontrol: ${near(control)}`);
}

async function leaks(bench: Bench, guests: readonly Peer[]): Promise<Row[]> {
  const trip: Trip = { name: 'cycles', count: 50, answers: 'answers', act: (visit) => visit.cycles() };
  const { leak, leakedNodes, leakedListeners } = await travel(bench, CANDIDATE, trip);
  const left = await guestRounds(
    bench,
    [],
    guests.map((each) => each.name),
    trip,
    1,
  );
  const others = guests.flatMap(({ name, title }): [string, Other][] => {
    const { figures, runs, stopped } = left.get(name)!;
    if (stopped !== undefined) return [[title, { stopped }]];
    return figures['leak'] === undefined ? [] : [[title, { value: round(figures['leak']), runs }]];
  });
  return [
    {
      what: 'a mount-unmount cycle of 50 fields leaves, of 20',
      value: round(leak!),
      unit: 'KB',
      must: '≤ 5',
      ...(others.length ? { peers: Object.fromEntries(others) } : {}),
    },
    { what: 'nodes left after 20 cycles', value: leakedNodes!, unit: '', must: '≤ 0' },
    { what: 'listeners left after 20 cycles', value: leakedListeners!, unit: '', must: '≤ 0' },
  ];
}

async function beside(bench: Bench, quick: boolean, guests: readonly Peer[]): Promise<Row[]> {
  const rows: Row[] = [];
  /** those who could not draw so many, and after how many seconds that was clear */
  const given = new Map<string, number>();
  for (const trip of trips) {
    if (quick && trip.count !== 1000) continue;
    const own = [CANDIDATE, CONTROL, ...(quick ? [] : [LAZY])];
    const able = guests.map((each) => each.name).filter((each) => !given.has(each));
    const times = quick ? 3 : ROUNDS;
    const met = await guestRounds(bench, own, able, trip, times, trip.count === 3000 ? drawing : trip);
    for (const [who, { stopped }] of met) if (stopped !== undefined) given.set(who, stopped);
    const late = [...given].map(([who, stopped]) => [who, { figures: {}, runs: 0, stopped }] as const);
    const medians: Results = new Map([...met, ...late]);
    const { count, name } = trip;
    const row = (figure: string, what: string, must?: string, unit?: string) =>
      rows.push(compared(medians, figure, what, must, unit));
    if (name === 'errors') {
      row('validate', `all errors of ${count} fields shown, painted`, '≤ 0.5');
      row('validateBusy', `all errors of ${count} fields shown, main thread`);
      continue;
    }
    row('all', `mount of ${count} fields, all painted`, count === 50 ? '≤ 1.8' : '≤ 0.7');
    row('first', `mount of ${count} fields, first screen painted`);
    row('mountBusy', `mount of ${count} fields, main thread`);
    if (name === 'mount') continue;
    row('heap', `heap of a page with ${count} fields, after use`, count === 1000 ? '≤ 3.5' : undefined, 'KB');
    row('key', `keystroke with ${count} fields, painted`, '≤ 1');
    row('keyBusy', `keystroke with ${count} fields, main thread`, '≤ 1');
    if (count === 3000)
      rows.push({
        what: `longest task while ${count} fields are drawn`,
        value: round(medians.get(CANDIDATE)!.figures['longest']!),
        unit: 'ms',
        must: '≤ 200',
      });
    if (count !== 1000) continue;
    row('hide', 'hiding 100 dependants, painted', '≤ 0.8');
    row('show', 'showing 100 dependants, painted', '≤ 0.8');
    row('toggleBusy', 'hiding or showing 100 dependants, main thread');
  }
  return rows;
}

/** The rows of the table. Needs a built dist/. */
export async function bench(words: readonly string[] = []): Promise<readonly Row[]> {
  const quick = words.includes('quick');
  const weight = words.includes('weight');
  const rows = words.includes('rows');
  const few = quick || weight || rows || words.includes('alone');
  const guests = few || !(await installed()) ? [] : peers;
  const bench = await open(guests);
  try {
    if (weight) return await weigh(bench);
    if (rows) return await repeats(bench, ROUNDS);
    await sameTree(bench, 'answers');
    await sameTree(bench, 'wrong');
    return [
      ...(quick ? [] : await weighPeers(bench, guests, await weigh(bench))),
      ...(await beside(bench, quick, guests)),
      ...(quick ? [] : await repeats(bench, ROUNDS)),
      ...(quick ? [] : await leaks(bench, guests)),
    ];
  } finally {
    await bench.close();
  }
}
