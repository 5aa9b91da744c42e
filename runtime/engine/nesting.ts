// SPDX-License-Identifier: BSD-3-Clause
// What settling knows of rows and groups alone. Left out where no definition has any, as on most pages.
import type { Answers } from '../../schemas/types.ts';
import { holds } from './condition.ts';
import type { FieldNode } from './contract.ts';
import { isObject, own, put, split } from './pointer.ts';
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

/** Rows have moved: what was known of them is forgotten, what was parked goes with them. */
export function renumber(
  state: State,
  pointer: string,
  before: readonly unknown[],
  after: readonly unknown[],
): void {
  const to = new Map(after.map((row, place) => [row, place]));
  forget(state, pointer, (row) => to.get(before[row]));
}

/** Forgets everything below a pointer; parked answers follow their row to its new number, or go. */
export function forget(state: State, pointer: string, renumbered: (row: number) => number | undefined): void {
  const { shown, required, locked, stale, computed, hidden } = state;
  const start = `${pointer}/`;
  for (const known of [shown, required, locked, stale, computed]) {
    for (const key of known.keys()) {
      // Which rows are stale the repeat's own step says.
      if (key.startsWith(start) && !(known === stale && holderOf(key) === pointer)) known.delete(key);
    }
  }
  const parked = [...hidden].filter(([key]) => key.startsWith(start));
  for (const [key] of parked) hidden.delete(key);
  for (const [key, value] of parked) {
    const [row = '', ...rest] = split(key.slice(pointer.length));
    const place = renumbered(+row);
    if (place !== undefined) hidden.set([pointer, place, ...rest].join('/'), value);
  }
}
