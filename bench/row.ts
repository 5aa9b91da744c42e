// SPDX-License-Identifier: AGPL-3.0-or-later

/** What somebody else in the comparison came to; `stopped`: not ended within so many seconds. */
export type Other =
  | { readonly value: number; readonly ratio?: number; readonly runs?: number }
  | { readonly stopped: number };

/** One line of a table; `control` and `ratio` where there is something to compare with. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly control?: number;
  readonly ratio?: number;
  /** the bar, as `≤ 0.7`: of the ratio where there is one, else of the value */
  readonly must?: string;
  /** how many times it was measured; the value is the median */
  readonly runs?: number;
  /** the control that the browser need not lay out, as ratio */
  readonly lazy?: number;
  /** other runtimes */
  readonly peers?: { readonly [title: string]: Other };
}

/** What a bar speaks of. */
const measured = (row: { readonly value: number; readonly ratio?: number }): number => row.ratio ?? row.value;

/** Does the bar hold? Undefined: there is none. */
export function holds(row: Row): boolean | undefined {
  if (row.must === undefined) return undefined;
  const most = Number(/^≤ ([\d.]+)$/.exec(row.must)?.[1]);
  if (Number.isNaN(most)) throw new Error(`a bar that is none: ${row.must}`);
  return measured(row) <= most;
}

/** The peer that came out lowest: its name and what the bar speaks of. */
export function best(row: Row): readonly [string, number] | undefined {
  const ended = Object.entries(row.peers ?? {}).flatMap(([title, other]) =>
    'stopped' in other ? [] : [[title, measured(other)] as const],
  );
  return ended.toSorted((a, b) => a[1] - b[1])[0];
}
