// SPDX-License-Identifier: BSD-3-Clause
import type { Answers, Context } from '../../schemas/types.ts';
import type { FieldNode, Outline, Settled } from './contract.ts';
import { at, copy, indices, put, same, star } from './pointer.ts';
import { holderOf, type Place, places } from './scope.ts';
import { settleAll, settleStep, State } from './settle.ts';

/**
 * Settled answers that follow each change: only what depends on the change is settled again.
 * After every call `now` equals `settle()` of the answers at hand together with the parked ones.
 * `now` is one living object; the calls give back the pointers that were settled again.
 */
export class Settlement {
  readonly #state: State;
  readonly #outline: Outline;
  /** step → pointers to settle again; steps come in order, since nothing reads what comes later */
  readonly #waiting = new Map<number, Set<string>>();
  readonly #places: ReadonlyMap<string, number>;

  constructor(outline: Outline, answers: Answers, context: Context) {
    this.#outline = outline;
    this.#state = new State(outline, answers, context);
    this.#places = new Map(outline.steps.map((step, place) => [step.key, place]));
    settleAll(this.#state);
  }

  get now(): Settled {
    return this.#state;
  }

  /** Writes an answer (undefined takes it away) at a pointer with row numbers. */
  set(pointer: string, value: unknown): readonly string[] {
    const node = this.#outline.byPointer.get(star(pointer));
    const place = node && this.#place(pointer);
    if (!node || !place) return [];
    this.#state.hidden.delete(pointer);
    if (node.type.nests) this.#outline.engine.nesting?.forget(this.#state, pointer, 'goes');
    if (value === undefined) delete place.holder[node.key];
    else put(place.holder, node.key, copy(value));
    this.#again(node, pointer);
    this.#changed(node, indices(pointer));
    return this.#run();
  }

  /** Puts a row, its `id` in it, at a place in the repeat. */
  insertRow(pointer: string, index: number, row: Answers): readonly string[] {
    return this.#rows(pointer, (rows) => rows.splice(index, 0, copy(row)));
  }

  removeRow(pointer: string, index: number): readonly string[] {
    return this.#rows(pointer, (rows) => rows.splice(index, 1));
  }

  moveRow(pointer: string, from: number, to: number): readonly string[] {
    return this.#rows(pointer, (rows) => {
      const [row] = rows.splice(from, 1);
      if (row !== undefined) rows.splice(to, 0, row);
    });
  }

  #place(pointer: string): Place | undefined {
    return places(this.#state.answers, star(holderOf(pointer)), indices(pointer))[0];
  }

  #rows(pointer: string, edit: (rows: unknown[]) => unknown): readonly string[] {
    const node = this.#outline.byPointer.get(star(pointer));
    const place = node && this.#place(pointer);
    if (!node || !place || node.type.nests !== 'rows') return [];
    const before = place.holder[node.key] ?? [];
    if (!Array.isArray(before)) return [];
    const rows: unknown[] = [...(before as unknown[])];
    edit(rows);
    put(place.holder, node.key, rows);
    this.#moved(node, pointer, before, rows, 'follows');
    this.#wait(this.#places.get(node.pointer), pointer);
    this.#changed(node, indices(pointer));
    return this.#run();
  }

  /** Other rows, or in another order: those that stay keep what is known of them, but for how values came about. */
  #moved(
    node: FieldNode,
    pointer: string,
    before: readonly unknown[],
    after: readonly unknown[],
    stale: 'said' | 'follows',
  ): void {
    const moves = this.#outline.engine.nesting?.renumber(this.#state, pointer, before, after, stale);
    if (!moves) return;
    for (const [step, waiting] of this.#waiting) {
      const now = [...waiting].flatMap((each) => moves.renamed(each) ?? []);
      this.#waiting.set(step, new Set(now));
    }
    for (const row of moves.fresh) this.#inside(node, [...indices(pointer), row]);
    const computed = this.#computedIn(node);
    for (const row of moves.moved)
      for (const each of computed) this.#everywhere(each.pointer, [...indices(pointer), row]);
  }

  #computedIn(node: FieldNode): readonly FieldNode[] {
    return node.children.flatMap((child) => [
      ...(child.value === undefined ? [] : [child]),
      ...this.#computedIn(child),
    ]);
  }

  #wait(step: number | undefined, pointer: string): void {
    if (step === undefined) return;
    const set = this.#waiting.get(step);
    if (set) set.add(pointer);
    else this.#waiting.set(step, new Set([pointer]));
  }

  /** Settle this field again, and what stands in it. */
  #again(node: FieldNode, pointer: string): void {
    this.#wait(this.#places.get(node.pointer), pointer);
    this.#inside(node, indices(pointer));
  }

  /** Settle again all that stands inside a field: fields, and layout nodes of its rows. */
  #inside(node: FieldNode, rows: readonly number[]): void {
    for (const child of node.children) {
      this.#everywhere(child.pointer, rows);
      this.#inside(child, rows);
    }
    if (node.type.nests === 'rows') {
      for (const step of this.#outline.steps)
        if (!step.node && step.level === node.pointer) this.#everywhere(step.key, rows);
    }
  }

  /** A step in every place whose first row numbers are these. */
  #everywhere(key: string, rows: readonly number[]): void {
    const step = this.#places.get(key);
    const name = key.slice(key.lastIndexOf('/') + 1);
    for (const place of places(this.#state.answers, holderOf(key), rows)) {
      this.#wait(step, place.at === '' && !key.startsWith('/') ? name : `${place.at}/${name}`);
    }
  }

  /** An answer is another: whoever reads it, or something in it, is settled again. */
  #changed(node: FieldNode, rows: readonly number[]): void {
    for (const { step, bound } of this.#outline.readers.get(node.pointer) ?? []) {
      // Who reads it from its own row stands inside what changed, or in a row that stays as it is.
      if (bound > rows.length) continue;
      this.#everywhere(this.#outline.steps[step]!.key, rows.slice(0, bound));
    }
    for (const child of node.children) this.#changed(child, rows);
  }

  #run(): readonly string[] {
    const { steps, readers } = this.#outline;
    const settled: string[] = [];
    while (this.#waiting.size > 0) {
      const next = Math.min(...this.#waiting.keys());
      const pointers = this.#waiting.get(next)!;
      this.#waiting.delete(next);
      const step = steps[next]!;
      for (const pointer of pointers) {
        const place = this.#place(pointer);
        if (!place) continue;
        settled.push(pointer);
        if (step.node) this.#settle(step.node, next, pointer, place);
        else {
          const before = this.#state.outcome;
          settleStep(this.#state, step, place);
          if (same(before, this.#state.outcome)) continue;
          for (const reader of readers.get(step.key) ?? []) this.#everywhere(steps[reader.step]!.key, []);
        }
      }
    }
    return settled;
  }

  #settle(node: FieldNode, step: number, pointer: string, place: Place): void {
    const state = this.#state;
    const look = (): unknown => (Object.hasOwn(place.holder, node.key) ? place.holder[node.key] : undefined);
    const stale = (): readonly unknown[] =>
      node.schema['x-each']
        ? [...state.stale].filter((row) => holderOf(row) === pointer).map((row) => at(state.answers, row))
        : [];
    const seen = (): string => `${state.shown.has(pointer)} ${state.locked.has(pointer)}`;
    const [before, looked, old] = [look(), seen(), stale()];
    settleStep(state, this.#outline.steps[step]!, place);
    const after = look();
    const changed = !Object.is(before, after);
    const rows = Array.isArray(before) && Array.isArray(after);
    if (changed && rows) this.#moved(node, pointer, before, after, 'said');
    // A container came or went: what stands in it is settled from the start.
    else if (changed && node.type.nests) this.#outline.engine.nesting?.forget(this.#state, pointer, 'keeps');
    if (node.type.nests && (looked !== seen() || (changed && !rows))) this.#inside(node, indices(pointer));
    const now = stale();
    const other = [...old, ...now].filter((row) => old.includes(row) !== now.includes(row));
    if (rows)
      for (const row of other)
        if (after.includes(row)) this.#inside(node, [...indices(pointer), after.indexOf(row)]);
    if (changed || other.length || looked !== seen()) this.#changed(node, indices(pointer));
  }
}
