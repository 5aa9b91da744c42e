// SPDX-License-Identifier: BSD-3-Clause
// Rows that come, go and move, with all that is known of them.
import type { Answers, Draft } from '../../schemas/types.ts';
import { star } from '../engine/pointer.ts';
import { withNumbers } from '../engine/row-ids.ts';
import { withParked } from '../engine/whole.ts';
import type { FormStore, Typing } from './form-store.ts';

/** A row taken out or copied: its answers, those that a condition hides among them, and what is known of them by key. */
export interface KeptRow {
  readonly row: Answers & { readonly id: string };
  readonly typing: readonly (readonly [string, Typing])[];
  readonly touched: readonly string[];
  readonly from: Draft['from'];
}

/** Eleven characters of [A-Za-z0-9_-]. */
export function newRowId(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
  return Array.from(crypto.getRandomValues(new Uint8Array(11)), (byte) => letters[byte & 63]).join('');
}

export class RowChanges {
  readonly #store: FormStore;
  /** list → fields (with stars) that link to its rows */
  readonly #links = new Map<string, readonly string[]>();

  constructor(store: FormStore) {
    this.#store = store;
    for (const { pointer, schema } of store.outline.byPointer.values())
      if (schema['x-ref'])
        this.#links.set(schema['x-ref'], [...(this.#links.get(schema['x-ref']) ?? []), pointer]);
  }

  /** Puts a row at a place of a list: a new one, or one that was kept. Gives its id. */
  insert(path: string, index: number, kept?: KeptRow): string {
    const { typing, touched, from, settlement } = this.#store;
    const row = kept?.row ?? { id: newRowId() };
    for (const [key, each] of kept?.typing ?? []) typing.set(key, each);
    for (const key of kept?.touched ?? []) touched.add(key);
    Object.assign(from, kept?.from);
    this.#changed(path, () => settlement.insertRow(path, index, row));
    return row.id;
  }

  remove(path: string, index: number): void {
    const store = this.#store;
    const { typing, touched, from } = this.keep(path, index);
    this.#changed(path, () => store.settlement.removeRow(path, index));
    for (const [key] of typing) store.typing.delete(key);
    for (const key of touched) store.touched.delete(key);
    for (const key of Object.keys(from)) delete store.from[key];
  }

  move(path: string, from: number, to: number): void {
    this.#changed(path, () => this.#store.settlement.moveRow(path, from, to));
  }

  /** A row with all that is known of it. */
  keep(path: string, index: number): KeptRow {
    const store = this.#store;
    const at = `${path}/${index}`;
    const start = store.key(at);
    const below = (key: string) => key.startsWith(`${start}/`);
    const hidden = [...store.now.hidden].filter(([place]) => place.startsWith(`${at}/`));
    return {
      row: withParked({
        answers: store.raw(at) as Answers,
        parked: Object.fromEntries(
          hidden.map(([place, value]) => [store.key(place).slice(start.length), value]),
        ),
      }) as KeptRow['row'],
      typing: [...store.typing].filter(([key]) => below(key)),
      touched: [...store.touched].filter(below),
      from: Object.fromEntries(Object.entries(store.from).filter(([key]) => below(key))),
    };
  }

  /** Why a row went whose source had gone; kept with the draft by the row's id. */
  removedFor(path: string, reason: string | undefined): void {
    const { removed } = this.#store;
    const key = this.#store.key(path);
    if (reason === undefined) removed.delete(key);
    else removed.set(key, reason);
  }

  /** Rows moved: places below may now mean another answer. */
  #changed(path: string, change: () => readonly string[]): void {
    const store = this.#store;
    // What was wrong in a row is found anew at its new place.
    const wrong = (store.problems?.forget(path, true) ?? []).map((each) => store.key(each));
    const changed = change();
    store.from[store.key(path)] = 'typed';
    const again = wrong.flatMap((key) => withNumbers(store.now.answers, key) ?? []);
    store.settled([...changed, ...again, path], path);
  }

  /** Fields that show rows by name, when what names these rows is another. */
  callers(changed: ReadonlySet<string>): readonly string[] {
    const lists = new Set<string>();
    for (const path of changed) {
      const list = path.replace(/\/\d+\/[^/]+$/, '');
      if (this.#links.has(path)) lists.add(path);
      if (this.#links.has(list)) lists.add(list);
    }
    const patterns = new Set([...lists].flatMap((list) => this.#links.get(list) ?? []));
    return patterns.size ? this.#store.watched.filter((path) => patterns.has(star(path))) : [];
  }
}
