// SPDX-License-Identifier: AGPL-3.0-or-later
// A long repeat beside a flat form of the rows on the screen; its last row beside its first; itself beside a short one.
import type { Row } from '../row.ts';
import { FIELDS, ROWS } from './repeat.ts';
import type { Bench } from './serve.ts';
import { key } from './spec.ts';
import { travel, type Trip } from './trips.ts';
import { type Figures, median, Visit } from './visit.ts';

/** Rows of the short one. */
const FEW = 10;
/** Question of a row that is typed into: it also names the row. */
const NAMING = 1;

const round = (value: number): number => Number(value.toFixed(2));
const trip = (name: string, rows: number, act: Trip['act']): Trip => ({
  name,
  count: rows * FIELDS,
  answers: 'answers',
  act,
});

/** Rows that the window shows a part of. */
async function onScreen(bench: Bench): Promise<number> {
  const probe = await Visit.begin(bench);
  await probe.page.evaluate((count) => window.bench.prepare('rows', count, 'answers'), ROWS * FIELDS);
  await probe.page.evaluate(() => window.bench.mount());
  const rows = await probe.page.evaluate(() => window.bench.rowsOnScreen());
  await probe.end();
  return rows;
}

export async function repeats(bench: Bench, times: number): Promise<Row[]> {
  const seen = await onScreen(bench);
  const whole = (rows: number) =>
    trip('rows', rows, async (visit) => ({
      ...(await visit.mount(seen * FIELDS)),
      ...(await visit.type(key(NAMING), 'firstRow')),
      ...(await visit.type(key((rows - 1) * FIELDS + NAMING), 'lastRow')),
      ...(await visit.rows(rows / 2)),
    }));
  const trips = [
    ['patto', trip('flat', seen, (visit) => visit.mount(seen * FIELDS))],
    ['rows', whole(ROWS)],
    ['rows', whole(FEW)],
  ] as const;
  const found: Figures[][] = trips.map(() => []);
  // in turns, so that what else the machine does meets all of them
  for (let time = 0; time < times; time++)
    for (const [place, [who, each]] of trips.entries()) found[place]!.push(await travel(bench, who, each));
  const [flat, long, short] = found.map((list) =>
    Object.fromEntries(Object.keys(list[0]!).map((name) => [name, median(list.map((each) => each[name]!))])),
  ) as [Figures, Figures, Figures];
  const line = (what: string, value: number, control: number, must?: string): Row => ({
    what,
    value: round(value),
    unit: 'ms',
    control: round(control),
    ratio: round(value / control),
    ...(must ? { must } : {}),
  });
  const both = (figure: string, what: string) => line(what, long[figure]!, short[figure]!);
  const opened = `${ROWS} rows of ${FIELDS} fields open, beside a flat form of the rows on screen (${seen})`;
  const last = `keystroke in row ${ROWS}, beside row 1`;
  const middle = `in the middle of ${ROWS} rows, beside ${FEW} rows`;
  return [
    line(`${opened}, first screen painted`, long['first']!, flat['all']!, '≤ 3'),
    { what: 'the same, all rows drawn', value: round(long['all']!), unit: 'ms' },
    { what: 'the same, longest task', value: round(long['longest']!), unit: 'ms', must: '≤ 200' },
    line(`${last}, painted`, long['lastRow']!, long['firstRow']!, '≤ 1.2'),
    line(`${last}, main thread`, long['lastRowBusy']!, long['firstRowBusy']!, '≤ 1.2'),
    both('insert', `a row put in ${middle}, painted`),
    both('remove', `a row taken out ${middle}, painted`),
    both('rowsBusy', `a row put in or taken out ${middle}, main thread`),
  ];
}
