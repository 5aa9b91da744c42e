// SPDX-License-Identifier: BSD-3-Clause
// What settling knows of rows and groups alone. Left out where no definition has any, as on most pages.
import type { Answers } from '../../schemas/types.ts';
import { holds } from './condition.ts';
import type { FieldNode } from './contract.ts';
import { isObject, own, put } from './pointer.ts';
import { holderOf, type View } from './scope.ts';
import type { State } from './settle.ts';

/** Puts parked answers below a pointer back into the value that is about to be parked as a whole. */
export function unpark(hidden: Map<string, unknown>, value: unknown, at: string): void {
  for (const [key, parked] of hidden) {
    if (!key.startsWith(`${at}/`)) continue;
    hidden.delete(key);
    const path = key.slice(at.length + 1).split('/');
    const last = path.pop()!;
    const inside = path.reduce<unknown>(
      (here, step) => (Array.isArray(here) ? here[+step] : own(here, step)),
      value,
    );
    if (isObject(inside)) put(inside, last, parked);
  }
}

/** x-each: one row per row of the other list that fits, in its order; rows whose source has gone stay at the end. */
export function eachRow(state: State, node: FieldNode, holder: Answers, at: string, view: View): void {
  for (const row of state.stale) if (holderOf(row) === at) state.stale.delete(row);
  const each = node.schema['x-each']!;
  const before = holder[node.key] ?? [];
  if (!Array.isArray(before)) return;
  const rows: readonly unknown[] = before;
  const fitting = new Map<string, unknown>();
  for (const source of view.rows(each.of)) {
    const id = source.raw('./id');
    if (typeof id === 'string' && (!each.where || holds(each.where, source))) fitting.set(id, undefined);
  }
  const gone: unknown[] = [];
  for (const row of rows) {
    const id = own(row, 'id') as string;
    if (fitting.has(id) && fitting.get(id) === undefined) fitting.set(id, row);
    else gone.push(row);
  }
  const next = [...[...fitting].map(([id, row]) => row ?? { id }), ...gone];
  gone.forEach((_, place) => state.stale.add(`${at}/${fitting.size + place}`));
  if (next.length === 0 && view.raw(each.of) === undefined) delete holder[node.key];
  else if (
    next.length !== rows.length ||
    holder[node.key] === undefined ||
    next.some((row, place) => row !== rows[place])
  ) {
    put(holder, node.key, next);
  }
}

/** The rows of a list by what has become of them, by their numbers now: those not met before, and those met elsewhere. */
export interface Moved {
  readonly fresh: readonly number[];
  readonly moved: readonly number[];
  /** a pointer below the list as it was → as it is now; undefined: its row has gone */
  renamed(key: string): string | undefined;
}

/**
 * Rows have moved: what is known of them goes with them to their new numbers, or with those that went.
 * `stale`: the list's own step has already said anew which rows are stale.
 */
export function renumber(
  state: State,
  pointer: string,
  before: readonly unknown[],
  after: readonly unknown[],
  stale: 'said' | 'follows',
): Moved {
  const was = new Map(before.map((row, place) => [row, place]));
  const to = new Map(after.map((row, place) => [row, place]));
  const start = `${pointer}/`;
  const renamed = (key: string): string | undefined => {
    if (!key.startsWith(start)) return key;
    const end = key.indexOf('/', start.length);
    const row = +key.slice(start.length, end < 0 ? undefined : end);
    const place = to.get(before[row]);
    return place === row
      ? key
      : place === undefined
        ? undefined
        : start + place + (end < 0 ? '' : key.slice(end));
  };
  const { shown, required, locked, computed, hidden } = state;
  for (const known of [shown, required, locked, state.stale]) {
    const said = (key: string) => stale === 'said' && known === state.stale && holderOf(key) === pointer;
    const moving = [...known].filter((key) => renamed(key) !== key && !said(key));
    for (const key of moving) known.delete(key);
    for (const key of moving) {
      const now = renamed(key);
      if (now !== undefined) known.add(now);
    }
  }
  rename(computed, renamed);
  rename(hidden, renamed);
  const places = [...after.entries()];
  return {
    fresh: places.flatMap(([place, row]) => (was.has(row) ? [] : [place])),
    moved: places.flatMap(([place, row]) => (was.has(row) && was.get(row) !== place ? [place] : [])),
    renamed,
  };
}

function rename<Value>(known: Map<string, Value>, renamed: (key: string) => string | undefined): void {
  const moving = [...known].filter(([key]) => renamed(key) !== key);
  for (const [key] of moving) known.delete(key);
  for (const [key, value] of moving) {
    const now = renamed(key);
    if (now !== undefined) known.set(now, value);
  }
}

/** Forgets everything below a pointer; what was parked there stays where it was, or goes with the rest. */
export function forget(state: State, pointer: string, parked: 'keeps' | 'goes'): void {
  const { shown, required, locked, stale, computed, hidden } = state;
  const start = `${pointer}/`;
  for (const known of [shown, required, locked, stale, computed]) {
    for (const key of known.keys()) {
      // Which rows are stale the repeat's own step says.
      if (key.startsWith(start) && !(known === stale && holderOf(key) === pointer)) known.delete(key);
    }
  }
  if (parked === 'goes') for (const key of hidden.keys()) if (key.startsWith(start)) hidden.delete(key);
}
