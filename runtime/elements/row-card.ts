// SPDX-License-Identifier: BSD-3-Clause
// One row of a list as it stands on the page. It is there from the start, by its name; what is asked in it may be
// drawn later. It draws itself, and only when something that it shows is different.
import { render } from 'lit';
import type { FormStore } from './form-store.ts';
import type { Row } from './row-labels.ts';

/** What stands in a row, which may get another number. */
export interface Inside {
  move(base: string): void;
}

/** A row at its place. */
export interface Placed<In extends Inside> {
  readonly row: Row;
  readonly index: number;
  /** undefined: not drawn yet */
  readonly inside: In | undefined;
}

/** Who draws rows of one kind. */
export interface RowKind<In extends Inside> {
  readonly store: FormStore;
  readonly path: string;
  readonly tag: 'li' | 'tbody';
  fill(base: string): In;
  /** beside the place, what a row looks like depends on */
  state(row: Row, index: number): readonly unknown[];
  /** places of the answers that it is called by */
  called(row: Row, index: number): readonly string[];
  card(placed: Placed<In>): unknown;
}

export class RowCard<In extends Inside> {
  /** stays its own, whatever comes and goes around it */
  readonly item: HTMLElement;
  readonly #kind: RowKind<In>;
  #row!: Row;
  #index = -1;
  #inside: In | undefined;
  #drawn: readonly unknown[] = [];
  #called = '';
  #ends: readonly (() => void)[] = [];

  constructor(kind: RowKind<In>) {
    this.#kind = kind;
    this.item = document.createElement(kind.tag);
  }

  get filled(): boolean {
    return this.#inside !== undefined;
  }

  /** Stands at a place of the list; `fill`: with what is in it. */
  place(row: Row, index: number, fill: boolean): void {
    this.#row = row;
    this.#index = index;
    const base = `${this.#kind.path}/${index}`;
    this.#inside?.move(base);
    if (fill) this.#inside ??= this.#kind.fill(base);
    this.#watch();
    this.#draw();
  }

  fill(): void {
    if (!this.filled) this.place(this.#row, this.#index, true);
  }

  #draw(): void {
    const [row, index, inside] = [this.#row, this.#index, this.#inside];
    const state = [row.id, index, inside, ...this.#kind.state(row, index)];
    if (state.length === this.#drawn.length && state.every((each, at) => Object.is(each, this.#drawn[at])))
      return;
    this.#drawn = state;
    render(this.#kind.card({ row, index, inside }), this.item);
  }

  #watch(): void {
    const called = this.#kind.called(this.#row, this.#index);
    const places = called.join();
    if (places === this.#called && this.#ends.length === called.length) return;
    this.rest();
    this.#called = places;
    const draw = () => queueMicrotask(() => this.#ends.length && this.#draw());
    this.#ends = called.map((place) => this.#kind.store.watch(place, draw));
  }

  /** Hears of nothing until it is placed again. */
  rest(): void {
    for (const end of this.#ends) end();
    this.#ends = [];
  }
}
