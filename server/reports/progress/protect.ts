// SPDX-License-Identifier: AGPL-3.0-or-later
// What is told outside: no figure of few people, and none that could be worked out from the others. Pure.
import type { Figure, Progress, Table } from '../../../templates/documents/progress/content.ts';

/** The least figure of people or cases that is told. */
export const least = 5;

/** What a reader who knows these rules can still suppose of a cell. */
interface Range {
  readonly from: number;
  readonly to: number;
}

type State = 'told' | 'hidden' | 'kept';

/**
 * Each cell of a column by itself: few are hidden, and as many others are kept as it takes so that none of them is the
 * only number that fits. `values`: true ones, that add up to a total that is told. Undefined: it cannot be done, all
 * rows must stay untold.
 */
export function columnStates(values: readonly number[]): readonly State[] | undefined {
  const states: State[] = values.map((value) => (value < least ? 'hidden' : 'told'));
  while (values.some((_value, place) => states[place] !== 'told' && isSure(values, states, place))) {
    // The smallest that is told loses least.
    const next = values
      .map((value, place) => ({ value, place }))
      .filter(({ place }) => states[place] === 'told')
      .sort((a, b) => a.value - b.value || a.place - b.place)[0];
    if (!next) return undefined;
    states[next.place] = 'kept';
  }
  return states;
}

/** Can the cell be nothing but what it is? */
function isSure(values: readonly number[], states: readonly State[], place: number): boolean {
  const told = values.filter((_value, at) => states[at] === 'told');
  const rest = values.reduce((sum, value, at) => (states[at] === 'told' ? sum : sum + value), 0);
  // A kept one is known to be no more than the smallest that is told.
  const most = told.length > 0 ? Math.min(...told) : rest;
  const ranges = states.map((state): Range =>
    state === 'hidden' ? { from: 0, to: least - 1 } : { from: least, to: most },
  );
  const others = ranges.filter((_range, at) => at !== place && states[at] !== 'told');
  const own = ranges[place] ?? { from: 0, to: 0 };
  const low = Math.max(own.from, rest - others.reduce((sum, { to }) => sum + to, 0));
  const high = Math.min(own.to, rest - others.reduce((sum, { from }) => sum + from, 0));
  return high <= low;
}

/**
 * Money is untold where the people are. One untold sum would be the total less the others, and several that make
 * nothing would each be nothing: as many more are kept as it takes. Where nothing was spent at all, there is nothing
 * to keep.
 */
export function moneyStates(sums: readonly number[], poor: readonly boolean[]): readonly State[] {
  if (sums.every((sum) => sum === 0)) return sums.map(() => 'told');
  const states: State[] = poor.map((one) => (one ? 'hidden' : 'told'));
  const untold = (): readonly number[] => sums.filter((_sum, place) => states[place] !== 'told');
  while (untold().length > 0 && (untold().length === 1 || untold().every((sum) => sum === 0))) {
    const next = sums
      .map((value, place) => ({ value, place }))
      .filter(({ place }) => states[place] === 'told')
      .sort((a, b) => a.value - b.value || a.place - b.place)[0];
    if (!next) break;
    states[next.place] = 'kept';
  }
  return states;
}

const plain = (figures: readonly Figure[]): number[] =>
  figures.map((one) => (typeof one === 'number' ? one : 0));

/** A table as it goes out. Money is untold where the people it went to are, or are few however often each is counted. */
export function protectTable({ of = least, ...table }: Table): Table {
  const { columns, rows } = table;
  const counts = columns.flatMap(({ is }, column) => (is === 'count' ? [column] : []));
  const totals = plain(table.total);
  const values = (column: number): number[] => plain(rows.map(({ figures }) => figures[column] ?? 0));
  const known = new Map(
    counts.map((column) => {
      const all = values(column);
      // A total of few is untold itself: then no row can be worked out from it.
      const few = (totals[column] ?? 0) < least;
      return [column, few ? all.map((): State => 'hidden') : columnStates(all)];
    }),
  );
  const anyOf = (place: number): boolean =>
    counts.some((column) => (known.get(column)?.[place] ?? 'kept') !== 'told');
  const poor = rows.map((row, place) => anyOf(place) || (row.of ?? least) < least);
  const money = (column: number): readonly State[] => moneyStates(values(column), poor);
  const first = counts[0];
  const told = (column: number, place: number, value: Figure): Figure => {
    // A rate is told where what it is of is told.
    const states = {
      count: () => known.get(column),
      rate: () => (first === undefined ? undefined : known.get(first)),
      money: () => money(column),
    }[columns[column]?.is ?? 'count']();
    const state = states?.[place] ?? 'kept';
    return state === 'told' ? value : state;
  };
  const fewAtAll = (first !== undefined && (totals[first] ?? 0) < least) || of < least;
  return {
    ...table,
    rows: rows.map(({ of: _of, ...row }, place) => ({
      ...row,
      figures: row.figures.map((value, column) => told(column, place, value)),
    })),
    total: table.total.map((value, column) =>
      columns[column]?.is === 'count' ? few(value) : fewAtAll ? 'hidden' : value,
    ),
  };
}

const few = (value: Figure): Figure => (typeof value === 'number' && value < least ? 'hidden' : value);

/** The whole report as it goes out. */
export function protect(progress: Progress): Progress {
  return {
    ...progress,
    least,
    // Sums of money are told only beside how many they are of, and only of several households.
    figures: progress.figures.map(({ of = least, ...one }, place, all) => {
      if (one.is === 'count') return { ...one, figure: few(one.figure) };
      const poor = of < least || few(all[place - 1]?.figure ?? 0) === 'hidden';
      return { ...one, figure: poor ? 'hidden' : one.figure };
    }),
    medians: progress.medians.map(({ days, cases, ...one }) => ({
      ...one,
      cases: few(cases),
      ...(days === undefined ? {} : { days: few(cases) === 'hidden' ? ('kept' as const) : days }),
    })),
    tables: progress.tables.map(protectTable),
  };
}
