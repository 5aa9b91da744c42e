// SPDX-License-Identifier: BSD-3-Clause
// State of one form on screen: the engine's Settlement, what is being typed, what was touched, and who must redraw.
import type { Answers, Context, Draft, LayoutNode } from '../../schemas/types.ts';
import type { FieldNode, Outline, Settled } from '../engine/contract.ts';
import { at, star } from '../engine/pointer.ts';
import { Settlement } from '../engine/settlement.ts';
import type { Problem } from '../problem.ts';
import type { Option } from './input.ts';
import type { Reach } from './remote.ts';
import type { Seek } from './look-up.ts';
import { fieldsOf, pagesOf, type Page } from './layout.ts';
import type { Moulds } from './mould.ts';
import { besides, choicesOf } from './offers.ts';
import type { Problems } from './problems.ts';
import type * as RowParts from './row-labels.ts';
import type { Sayings } from './sayings.ts';
import { Turns } from './turns.ts';
import { readCommon } from './early.ts';
import type { Parts } from './types.ts';

/** The store of the form in whose tree an element stands; another store draws other elements. */
export function storeOf(element: Element & { readonly store: FormStore }): FormStore {
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  // Taken out again before its turn came, it keeps what it had.
  return ((host ?? element) as typeof element).store;
}

/** A text as typed; `problem` when it is no value; `unread` while what reads it is on its way. */
export interface Typing {
  readonly text: string;
  readonly unread?: boolean;
  readonly problem: Problem | undefined;
}

/** A problem as the server words it. */
export type WordedProblem = Problem & { readonly message?: string };

export interface Start {
  readonly outline: Outline;
  readonly context: Context;
  readonly sayings: Sayings;
  readonly parts: Parts;
  readonly answers: Answers;
}

export class FormStore extends EventTarget {
  readonly outline: Outline;
  readonly context: Context;
  /** parts that came with what the form has */
  readonly parts: Parts;
  readonly pages: readonly Page[];
  readonly inside: ReadonlyMap<string, readonly LayoutNode[]>;
  readonly #rows: RowParts.RowLabels | undefined;
  readonly #changes: RowParts.RowChanges | undefined;
  /** who may draw later than the first screen */
  readonly turns = new Turns();
  /** of a form that is long enough for them */
  moulds: Moulds | undefined;
  /** places where words are missing that are still on their way */
  readonly wanting = new Set<string>();
  sayings: Sayings;
  /** looks up rows of lists that are too long to be here */
  seeking: Promise<Seek> | undefined;
  /** nothing can be changed: a read-only view */
  frozen = false;
  /** the form's transport, for what is sent beside the answers */
  reach: Reach | undefined;
  settlement: Settlement;
  /** what is wrong, once the part that finds it is here: nobody can be wrong before the first keystroke */
  problems: Problems | undefined;
  #preparing: Promise<void> | undefined;
  /** while typed text waits for what reads it */
  reading: Promise<unknown> | undefined;
  /** by pointer with row ids */
  readonly typing = new Map<string, Typing>();
  /** places that somebody has left, rows by id */
  readonly touched = new Set<string>();
  /** where each answer comes from, rows by id */
  readonly from: { [pointer: string]: Draft['from'][string] } = {};
  /** what a prefilled answer was taken from, in words; of a draft that knows it */
  source: ((path: string) => string | undefined) | undefined;
  /** why rows went whose source had gone, by the row's id */
  readonly removed = new Map<string, string>();
  /** places settled in this turn, in which rows moved */
  readonly moving = new Set<string>();
  /** where somebody is being led: rows on the way draw themselves */
  sought: string | undefined;
  /** questions (with stars) that stand beside a choice */
  readonly #beside = new Set<string>();
  readonly #watchers = new Map<string, readonly (() => void)[]>();

  constructor(start: Start) {
    super();
    this.outline = start.outline;
    this.context = start.context;
    this.parts = start.parts;
    this.sayings = start.sayings;
    this.pages = pagesOf(start.outline);
    this.inside = start.parts.nested?.insideOf(start.outline) ?? new Map();
    const { rows } = start.parts;
    this.#rows = rows && new rows.RowLabels(this);
    this.#changes = rows && new rows.RowChanges(this);
    for (const { pointer, schema } of start.outline.byPointer.values())
      for (const key of Object.values(besides(schema))) this.#beside.add(pointer.replace(/[^/]+$/, key));
    this.settlement = new Settlement(start.outline, start.answers, start.context);
  }

  get now(): Settled {
    return this.settlement.now;
  }

  /** How rows are called; only rows and links ask. */
  get rows(): RowParts.RowLabels {
    return this.#rows!;
  }

  /** Rows that come, go and move. */
  get rowChanges(): RowParts.RowChanges {
    return this.#changes!;
  }

  node(path: string): FieldNode | undefined {
    const { byPointer } = this.outline;
    return byPointer.get(path) ?? byPointer.get(star(path));
  }

  /** The same place whatever rows come and go before it: rows by id. */
  key(path: string): string {
    return this.#rows?.key(path) ?? path;
  }

  beside(path: string): boolean {
    return this.#beside.size > 0 && this.#beside.has(star(path));
  }

  raw(path: string): unknown {
    return at(this.now.answers, path);
  }

  /** The answer at a place; undefined when there is none or it is declined. */
  value(path: string): unknown {
    const value = this.raw(path);
    return isDeclined(value) ? undefined : value;
  }

  declined(path: string): string | undefined {
    const value = this.raw(path);
    return isDeclined(value) ? value.declined : undefined;
  }

  /** What stands in a text input. */
  text(path: string): string {
    return this.textOf(path, this.node(path), this.raw(path));
  }

  /** The same of an answer that is at hand. */
  textOf(path: string, node: FieldNode | undefined, value: unknown): string {
    const typing = this.typing.get(this.key(path));
    if (typing) return typing.text;
    if (value === undefined || isDeclined(value) || !node || node.type.nests) return '';
    try {
      return node.type.edit(value, node.schema, this.sayings.locale);
    } catch {
      // Answers from elsewhere may hold anything: what is no value of the type has no text, and a problem.
      return '';
    }
  }

  prefilled(path: string): boolean {
    return this.from[this.key(path)] === 'prefilled';
  }

  locked(path: string): boolean {
    return this.frozen || this.now.locked.has(path);
  }

  /** What may be chosen at a field now. */
  options(node: FieldNode, path: string): readonly Option[] {
    const ref = node.schema['x-ref'];
    return ref ? this.rows.options(ref) : choicesOf(node, path, this);
  }

  /** What an input says; a text of its type that is asked for before the types' words are here has them fetched. */
  says(node: FieldNode, key: string, params?: { readonly [name: string]: unknown }): string {
    const said = this.sayings.typeSays(node, key, params);
    if (!said) this.prepare().catch(() => undefined);
    return said;
  }

  /** Title of the field at a pointer of any spelling; of the case, its last key. */
  titleAt(pointer: string): string {
    const node = this.node(pointer);
    return node ? this.sayings.title(node) : (pointer.split('/').at(-1) ?? '');
  }

  // ── changing ──

  /** A value as it is; undefined: nothing answered. */
  answer(path: string, value: unknown): void {
    const node = this.node(path);
    const key = this.key(path);
    this.typing.delete(key);
    this.#write(path, value === undefined || node?.type.empty(value) ? undefined : value, key);
  }

  /** Text as typed: read into a value by the field's type; text that is none stays beside the answers. */
  type(path: string, text: string): void {
    const node = this.node(path);
    if (!node) return;
    const key = this.key(path);
    if (!node.type.read as boolean) {
      this.typing.set(key, { text, problem: undefined, unread: true });
      this.reading ??= this.prepare()
        .catch(() => undefined)
        .finally(() => (this.reading = undefined));
      this.dispatchEvent(new Event('unread'));
      return this.tell([path]);
    }
    const read = node.type.read(text, node.schema, this.sayings.locale);
    this.typing.set(key, { text, problem: 'problem' in read ? read.problem : undefined });
    this.#write(path, 'problem' in read ? undefined : read.value, key);
  }

  #write(path: string, value: unknown, key: string): void {
    this.from[key] = 'typed';
    this.problems?.forget(path);
    this.settled([...this.settlement.set(path, value), path]);
  }

  /** Places whose answers or state are other ones: all who look at them redraw. `moved`: a list whose rows moved. */
  settled(changed: readonly string[], moved?: string): void {
    const unique = new Set(changed);
    for (const path of this.#changes?.callers(unique) ?? []) unique.add(path);
    this.problems?.again(unique);
    // What stands in rows that moved gets its new place from them before it draws itself.
    const inside = (path: string) => moved !== undefined && path.startsWith(`${moved}/`);
    this.tell([...unique].filter((path) => !inside(path)));
    if (moved !== undefined) {
      setTimeout(() => this.moving.clear());
      queueMicrotask(() => queueMicrotask(() => this.tell([...unique].filter(inside))));
    }
    if (moved !== undefined || this.moving.size) for (const path of unique) this.moving.add(path);
    this.dispatchEvent(new CustomEvent('change', { detail: { changed: unique } }));
  }

  // ── watching ──

  /** Calls back when what stands at a place must be drawn anew; gives the function that ends it. */
  watch(path: string, callback: () => void): () => void {
    const others = this.#watchers.get(path);
    this.#watchers.set(path, others ? [...others, callback] : [callback]);
    return () => {
      const left = this.#watchers.get(path)?.filter((each) => each !== callback);
      if (left?.length) this.#watchers.set(path, left);
      else this.#watchers.delete(path);
    };
  }

  get watched(): readonly string[] {
    return [...this.#watchers.keys()];
  }

  tell(paths: Iterable<string>): void {
    for (const path of paths) for (const callback of this.#watchers.get(path) ?? []) callback();
  }

  tellAll(): void {
    this.tell(this.watched);
  }

  // ── problems ──

  /** Fetches what finds and words problems, and reads what was typed before. Whoever checks waits for it. */
  prepare(): Promise<void> {
    return (this.#preparing ??= Promise.all([import('./problems.ts'), readCommon()])
      .then(([{ begin }]) => begin(this))
      .catch((error: unknown) => {
        // Not now, without a network; asked again, it tries again.
        this.#preparing = undefined;
        throw error;
      }));
  }

  /** From now on in these words. */
  say(sayings: Sayings): void {
    this.sayings = sayings;
    this.moulds?.clear();
  }

  /** What is wrong at a place and has been left, or was asked for by Avanti. */
  seenProblems(path: string): readonly WordedProblem[] {
    return this.problems?.seen(path) ?? [];
  }

  /** The person left a field: its problems may now be said, and problems elsewhere that it solved go away. */
  leave(path: string): void {
    this.prepare().catch(() => undefined);
    const key = this.key(path);
    const typing = this.typing.get(key);
    if (typing && !typing.problem && !typing.unread) this.typing.delete(key);
    this.touched.add(key);
    this.tell([path, ...(this.problems?.left(path) ?? [])]);
  }

  /** Pointers of the fields that a page draws, without those inside repeats and groups. */
  fieldsOfPage(page: Page): readonly string[] {
    return page.blocks.flatMap((block) => fieldsOf(block.items, ''));
  }

  /** Is anything on the page marked as required? */
  anyRequired(page: Page): boolean {
    const fields = this.fieldsOfPage(page);
    return (
      fields.some((path) => this.now.required.has(path)) ||
      [...this.now.required].some((path) => fields.some((field) => path.startsWith(`${field}/`)))
    );
  }

  // ── drafts ──

  /** Pointers whose typed text is no value, rows by id. */
  typed(): { [pointer: string]: string } {
    return Object.fromEntries(
      [...this.typing]
        .filter(([, { problem, unread }]) => problem ?? unread)
        .map(([key, { text }]) => [key, text]),
    );
  }

  draft(definition: string, version: number, page?: string): Draft {
    const parked = [...this.now.hidden].map(([path, value]) => [this.key(path), value] as const);
    return {
      definition,
      version,
      answers: structuredClone(this.now.answers),
      typed: this.typed(),
      parked: Object.fromEntries(parked),
      from: { ...this.from },
      ...(this.removed.size ? { removed: Object.fromEntries(this.removed) } : {}),
      ...(page ? { page } : {}),
    };
  }
}

/** A declined answer in place of a value? */
export const isDeclined = (value: unknown): value is { declined: string } =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { declined?: unknown }).declined === 'string';
