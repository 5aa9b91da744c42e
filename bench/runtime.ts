// SPDX-License-Identifier: AGPL-3.0-or-later
// The form in the page: weight, and what a person waits for, beside the same tree drawn by hand and beside other
// runtimes. Everybody in fresh pages of one browser, in turns; medians; ratios to the plain control say more than times.
// `-- runtime quick`: 1,000 fields only, three rounds.
import { peers } from './peers/index.ts';
import type { Row } from './row.ts';
import { FIELDS, ROWS } from './runtime/repeat.ts';
import { type Bench, open } from './runtime/serve.ts';
import { key } from './runtime/spec.ts';
import { type Figures, median, Visit } from './runtime/visit.ts';
import { weigh } from './runtime/weigh.ts';

const ROUNDS = 7;
const CANDIDATE = 'patto';
const CONTROL = 'control';
const LAZY = 'control-lazy';

/** What is done in one fresh page. */
interface Trip {
  readonly name: string;
  readonly count: number;
  readonly answers: 'answers' | 'wrong';
  act(visit: Visit): Promise<Figures>;
}

const trips: readonly Trip[] = [
  { name: 'mount', count: 50, answers: 'answers', act: (visit) => visit.mount() },
  {
    name: 'life',
    count: 1000,
    answers: 'answers',
    act: async (visit) => ({
      ...(await visit.mount()),
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
      await visit.mount();
      return visit.validate();
    },
  },
  {
    name: 'life',
    count: 3000,
    answers: 'answers',
    act: async (visit) => ({
      ...(await visit.mount()),
      ...(await visit.type()),
      heap: await visit.heap(),
    }),
  },
];

const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

async function travel(bench: Bench, who: string, trip: Trip): Promise<Figures> {
  const visit = await Visit.begin(bench);
  try {
    await visit.page.evaluate(
      (name, count, answers) => window.bench.prepare(name, count, answers),
      who,
      trip.count,
      trip.answers,
    );
    return await trip.act(visit);
  } catch (error) {
    throw new Error(`${who}, ${trip.name} of ${trip.count}: ${(error as Error).message}`, { cause: error });
  } finally {
    await visit.end();
  }
}

/** Medians of several rounds: who → figure. */
type Medians = ReadonlyMap<string, Figures>;

async function rounds(bench: Bench, all: readonly string[], trip: Trip, times: number): Promise<Medians> {
  const found = new Map<string, Figures[]>(all.map((who) => [who, []]));
  for (let time = 0; time < times; time++)
    for (const who of time % 2 ? all.toReversed() : all) found.get(who)!.push(await travel(bench, who, trip));
  const middle = (list: readonly Figures[]) =>
    Object.fromEntries(
      Object.keys(list[0] ?? {}).map((name) => [name, median(list.map((each) => each[name]!))]),
    );
  return new Map([...found].map(([who, list]) => [who, middle(list)]));
}

function compared(medians: Medians, figure: string, what: string, must?: string, unit = 'ms'): Row {
  const of = (who: string) => medians.get(who)![figure]!;
  const ratio = (who: string) => round(of(who) / of(CONTROL));
  const others = [...medians.keys()].filter((who) => who !== CANDIDATE && who !== CONTROL);
  return {
    what,
    value: round(of(CANDIDATE)),
    unit,
    control: round(of(CONTROL)),
    ratio: ratio(CANDIDATE),
    ...(must ? { must } : {}),
    others: Object.fromEntries(others.map((who) => [who, ratio(who)])),
  };
}

/** The controls draw the very tree that Patto draws; says where they differ when they do not. */
async function sameTree(bench: Bench): Promise<void> {
  const trees: string[] = [];
  for (const who of [CANDIDATE, CONTROL]) {
    const visit = await Visit.begin(bench);
    await visit.page.evaluate((name) => window.bench.prepare(name, 50, 'answers'), who);
    await visit.page.evaluate(() => window.bench.mount());
    trees.push(await visit.page.evaluate(() => window.bench.tree()));
    await visit.end();
  }
  const [candidate = '', control = ''] = trees;
  if (candidate === control) return;
  const at = [...candidate].findIndex((letter, place) => letter !== control[place]);
  const near = (tree: string) => tree.slice(Math.max(0, at - 200), at + 100);
  throw new Error(`the control draws another tree:\nPatto:   ${near(candidate)}\ncontrol: ${near(control)}`);
}

async function leaks(bench: Bench): Promise<Row[]> {
  const trip: Trip = { name: 'cycles', count: 50, answers: 'answers', act: (visit) => visit.cycles() };
  const { leak, leakedNodes, leakedListeners } = await travel(bench, CANDIDATE, trip);
  return [
    {
      what: 'a mount-unmount cycle of 50 fields leaves, of 20',
      value: round(leak!),
      unit: 'KB',
      must: '≤ 5',
    },
    { what: 'nodes left after 20 cycles', value: leakedNodes!, unit: '', must: '≤ 0' },
    { what: 'listeners left after 20 cycles', value: leakedListeners!, unit: '', must: '≤ 0' },
  ];
}

/** A long repeat beside a flat form of the rows on the screen; its last row beside its first. */
async function repeats(bench: Bench, times: number): Promise<Row[]> {
  const open = (count: number): Trip => ({
    name: 'open',
    count,
    answers: 'answers',
    act: (visit) => visit.mount(),
  });
  const probe = await Visit.begin(bench);
  await probe.page.evaluate((count) => window.bench.prepare('rows', count, 'answers'), ROWS * FIELDS);
  await probe.page.evaluate(() => window.bench.mount());
  const onScreen = await probe.page.evaluate(() => window.bench.rowsOnScreen());
  await probe.end();
  const typed: Trip = {
    name: 'rows',
    count: ROWS * FIELDS,
    answers: 'answers',
    act: async (visit) => ({
      ...(await visit.mount()),
      ...(await visit.type(key(6), 'firstRow')),
      ...(await visit.type(key((ROWS - 1) * FIELDS + 6), 'lastRow')),
    }),
  };
  const long = (await rounds(bench, ['rows'], typed, times)).get('rows')!;
  const flat = (await rounds(bench, [CANDIDATE], open(onScreen * FIELDS), times)).get(CANDIDATE)!;
  const line = (what: string, value: number, control: number, must?: string): Row => ({
    what,
    value: round(value),
    unit: 'ms',
    control: round(control),
    ratio: round(value / control),
    ...(must ? { must } : {}),
  });
  return [
    line(
      `${ROWS} rows of ${FIELDS} fields open, beside a flat form of the rows on screen (${onScreen})`,
      long['first']!,
      flat['all']!,
      '≤ 3',
    ),
    { what: 'the same, all rows drawn', value: round(long['all']!), unit: 'ms' },
    { what: 'the same, longest task', value: round(long['longest']!), unit: 'ms' },
    line(`keystroke in row ${ROWS}, painted, beside row 1`, long['lastRow']!, long['firstRow']!, '≤ 1.2'),
    line(
      `keystroke in row ${ROWS}, main thread, beside row 1`,
      long['lastRowBusy']!,
      long['firstRowBusy']!,
      '≤ 1.2',
    ),
  ];
}

async function beside(bench: Bench, quick: boolean): Promise<Row[]> {
  const rows: Row[] = [];
  for (const trip of trips) {
    if (quick && trip.count !== 1000) continue;
    const all = [
      CANDIDATE,
      CONTROL,
      ...(quick ? [] : [LAZY, ...peers.filter((peer) => peer.most >= trip.count).map((peer) => peer.name)]),
    ];
    const medians = await rounds(bench, all, trip, quick ? 3 : ROUNDS);
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
        value: round(medians.get(CANDIDATE)!['longest']!),
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
  const bench = await open();
  try {
    await sameTree(bench);
    return [
      ...(quick ? [] : await weigh(bench)),
      ...(await beside(bench, quick)),
      ...(quick ? [] : await repeats(bench, ROUNDS)),
      ...(quick ? [] : await leaks(bench)),
    ];
  } finally {
    await bench.close();
  }
}
