// SPDX-License-Identifier: BSD-3-Clause
// The rows of a list on the page. What is asked in the first ones is drawn at once, in the others in their turn, sooner
// where somebody goes; rows beyond MOST stand there once somebody asks for them.
import { RowCard, type Inside, type RowKind } from './row-card.ts';
import type { RowEdits, RowHost } from './row-edits.ts';
import { Turns } from './turns.ts';

/** Questions that are drawn at once. */
const SCREEN = 30;
/** Rows that stand on the page without being asked for. */
const MOST = 200;
/** Rows that come when more are asked for. */
export const MORE = 50;

/** Rows that do not stand on the page, by their keys and the numbers of the first and the last. */
export interface Gap {
  readonly keys: string[];
  readonly from: number;
  to: number;
}

export type Laid<In extends Inside> = { readonly key: string } & (
  | { readonly card: RowCard<In> }
  | { readonly gap: Gap }
);

export class RowCards<In extends Inside> {
  readonly #host: RowHost & RowKind<In>;
  readonly #edits: RowEdits;
  readonly #cards = new Map<string, RowCard<In>>();
  /** rows that do not stand on the page, by key */
  readonly #beyond = new Set<string>();
  /** cards that are filled later */
  readonly #waiting = new Set<RowCard<In>>();
  readonly #turns = new Turns();
  #order: readonly RowCard<In>[] = [];

  constructor(host: RowHost & RowKind<In>, edits: RowEdits) {
    this.#host = host;
    this.#edits = edits;
  }

  get beyond(): number {
    return this.#beyond.size;
  }

  /** Rows from now on stand on the page. */
  reveal(keys: Iterable<string>): void {
    for (const key of keys) this.#beyond.delete(key);
    this.#host.requestUpdate();
  }

  /** What stands on the page, in order. */
  lay(): readonly Laid<In>[] {
    const { rows, keys, here } = this.#edits;
    this.#part(new Set(keys));
    this.#hold(here.map((index) => keys[index]!));
    const laid: Laid<In>[] = [];
    const later: RowCard<In>[] = [];
    let room = SCREEN;
    for (const index of here) {
      const key = keys[index]!;
      const awaited = this.#awaited(key, index);
      if (awaited) this.#beyond.delete(key);
      if (this.#beyond.has(key)) {
        const last = laid.at(-1);
        const gap = last && 'gap' in last ? last.gap : { keys: [], from: index + 1, to: 0 };
        if (gap.keys.length === 0) laid.push({ key: `gap ${key}`, gap });
        gap.keys.push(key);
        gap.to = index + 1;
        continue;
      }
      const known = this.#cards.get(key);
      const card = known ?? new RowCard<In>(this.#host);
      const fill = awaited || (!known && room > 0);
      if (!known) {
        this.#cards.set(key, card);
        if (fill) room -= this.#host.store.node(this.#host.path)?.children.length ?? 1;
        else later.push(card);
      }
      card.place(rows[index]!, index, fill);
      laid.push({ key, card });
    }
    if (later.length) void this.#wait(later);
    this.#order = laid.flatMap((each) => ('card' in each ? [each.card] : []));
    return laid;
  }

  /** Does somebody go there now? */
  #awaited(key: string, index: number): boolean {
    const { store, path } = this.#host;
    return this.#edits.leadsTo(key) || `${store.sought ?? ''}/`.startsWith(`${path}/${index}/`);
  }

  /** Rows that have gone. */
  #part(there: ReadonlySet<string>): void {
    for (const key of this.#beyond) if (!there.has(key)) this.#beyond.delete(key);
    for (const [key, card] of this.#cards) {
      if (there.has(key)) continue;
      card.rest();
      this.#waiting.delete(card);
      this.#cards.delete(key);
    }
  }

  /** Many new rows at once do not all have to stand on the page. */
  #hold(keys: readonly string[]): void {
    const fresh = keys.filter((key) => !this.#cards.has(key) && !this.#beyond.has(key));
    if (fresh.length <= MORE) return;
    const standing = keys.length - this.#beyond.size - fresh.length;
    for (const key of fresh.slice(Math.max(0, MOST - standing))) this.#beyond.add(key);
  }

  // ── those that are filled later ──

  async #wait(cards: readonly RowCard<In>[]): Promise<void> {
    for (const card of cards) this.#waiting.add(card);
    this.resume();
    // Rows are all of one shape: they are cast.
    const { Moulds } = await import('./mould.ts');
    this.#host.store.moulds ??= new Moulds(this.#host.getRootNode());
    for (const card of cards) this.#turns.next(() => this.#fill(card));
  }

  #fill(card: RowCard<In>): void {
    if (this.#waiting.delete(card)) card.fill();
    if (this.#waiting.size === 0) this.#ended();
  }

  #ended(): void {
    removeEventListener('keydown', this.#ahead, true);
    removeEventListener('beforeprint', this.#all);
  }

  /** The row of an element that comes into sight. */
  seen(item: EventTarget | null): void {
    for (const card of this.#waiting) if (card.item === item) this.#fill(card);
  }

  readonly #all = () => {
    for (const card of this.#waiting) this.#fill(card);
    this.reveal(this.#beyond);
  };

  /** Who goes on with Tab finds the questions of the next row, or of the one before. */
  readonly #ahead = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') return;
    const root = this.#host.getRootNode() as ShadowRoot;
    const from = event.composedPath()[0] as Node;
    const inTree = from.getRootNode() === root;
    const way = event.shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
    const ahead = this.#order.filter(
      ({ item }) => item.contains(from) || from.compareDocumentPosition(inTree ? item : root.host) & way,
    );
    for (const card of event.shiftKey ? ahead.slice(-2) : ahead.slice(0, 2)) this.#fill(card);
  };

  /** Back in the page, or more is waiting. */
  resume(): void {
    if (this.#waiting.size === 0) return;
    addEventListener('keydown', this.#ahead, true);
    addEventListener('beforeprint', this.#all);
  }

  /** Out of the page: nothing is heard any more. */
  rest(): void {
    for (const card of this.#cards.values()) card.rest();
    this.#ended();
  }
}
