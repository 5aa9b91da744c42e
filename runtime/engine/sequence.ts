// SPDX-License-Identifier: BSD-3-Clause
// Who reads whom, and an order in which nothing reads what comes later.
import type { Definition } from '../../schemas/types.ts';
import type { Engine, FieldNode, Reader, ScopedCondition, Step } from './contract.ts';
import { below, readings as conditionReadings } from './reads.ts';
import { choiceFilter } from './choices.ts';
import { depthOf, outcomeKey } from './pointer.ts';
import { pointerOf, resolve } from './target.ts';

/** Something read: a field's pointer (or `outcome:`), and how many leading row numbers it shares with the reader. */
interface Read {
  readonly key: string;
  readonly bound: number;
  /** the container around: it comes before, and settles what is in it when it changes */
  readonly around?: true;
}

/** What a step reads. Pointers that no field has are left out here: lint names them. */
export function readsOf(
  step: Step,
  definition: Definition,
  engine: Engine,
  byPointer: ReadonlyMap<string, FieldNode>,
): Read[] {
  const out: Read[] = [];
  const add = (key: string, bound: number): void => {
    if (byPointer.has(key)) out.push({ key, bound });
  };
  const subtree = (key: string, bound: number): void => {
    add(key, bound);
    for (const child of byPointer.get(key)?.children ?? []) subtree(child.pointer, bound);
  };
  // From rows of the case (level undefined) only pointers from the root lead to answers.
  const condition = (written: unknown, level: string | undefined, cap = Infinity): void => {
    for (const { pointer, test } of conditionReadings(written, definition.conditions)) {
      const target =
        level !== undefined || pointer.startsWith('/') ? resolve(pointer, level ?? '') : undefined;
      if (!target) continue;
      const bound = Math.min(depthOf(target.level), cap);
      const key = pointerOf(target);
      add(key, bound);
      for (const rest of below(test)) add(key + rest, bound);
    }
  };
  const formula = (written: unknown, level: string): void => {
    for (const { pointer, condition: inner, of, needs } of engine.formulas?.readings(written, engine) ?? []) {
      if (needs === 'outcome') out.push({ key: outcomeKey, bound: 0 });
      let here: string | undefined = level;
      let cap = Infinity;
      for (const rows of of) {
        const target: ReturnType<typeof resolve> = here === undefined ? undefined : resolve(rows, here);
        cap = Math.min(cap, target ? depthOf(target.level) : Infinity);
        here = target && pointerOf(target);
      }
      if (inner) condition(inner, here, cap);
      const target = pointer === undefined ? undefined : resolve(pointer, here ?? '');
      if (!target || (here === undefined && !pointer!.startsWith('/'))) continue;
      (needs === 'subtree' ? subtree : add)(pointerOf(target), Math.min(depthOf(target.level), cap));
    }
  };
  const scoped = (list: readonly ScopedCondition[]): void =>
    list.forEach((each) => condition(each.condition, each.level));

  scoped(step.show);
  const { node } = step;
  if (step.key === outcomeKey) for (const row of definition.outcome?.rows ?? []) condition(row.when, '');
  if (node) {
    scoped(node.require);
    scoped(node.lock);
    scoped(node.when);
    if (node.parent) out.push({ key: node.parent.pointer, bound: 0, around: true });
    if (node.value !== undefined) formula(node.value, node.level);
    const each = node.schema['x-each'];
    const source = each && resolve(each.of, node.level);
    if (source) add(pointerOf(source), depthOf(source.level));
    // From each row of the source: all of its rows count.
    if (each?.where) condition(each.where, source && pointerOf(source), source ? depthOf(source.level) : 0);
    for (const pointer of Object.values(choiceFilter(node.schema))) {
      const target = typeof pointer === 'string' ? resolve(pointer, node.level) : undefined;
      if (target) add(pointerOf(target), depthOf(target.level));
    }
  }
  return out;
}

export interface Sequence {
  readonly steps: readonly Step[];
  readonly readers: ReadonlyMap<string, readonly Reader[]>;
  /** keys that read each other in a circle, first and last the same; undefined when there is none */
  readonly cycle: readonly string[] | undefined;
}

/** Orders the steps; where there is a choice the order given is kept. */
export function sequence(given: readonly Step[], reads: (step: Step) => readonly Read[]): Sequence {
  const places = new Map<string, number[]>();
  given.forEach((step, place) => places.set(step.key, [...(places.get(step.key) ?? []), place]));
  const all = given.map((step) => reads(step));
  const state = given.map(() => 0);
  const order: number[] = [];
  const path: number[] = [];
  let cycle: string[] | undefined;
  const visit = (place: number): void => {
    if (state[place] === 2 || cycle) return;
    if (state[place] === 1) {
      cycle = [...path.slice(path.indexOf(place)), place].map((each) => given[each]!.key);
      return;
    }
    state[place] = 1;
    path.push(place);
    for (const read of all[place]!) for (const other of places.get(read.key) ?? []) visit(other);
    path.pop();
    state[place] = 2;
    order.push(place);
  };
  given.forEach((_, place) => visit(place));
  const readers = new Map<string, Reader[]>();
  order.forEach((place, step) => {
    for (const { key, bound, around } of all[place]!) {
      if (around) continue;
      const list = readers.get(key) ?? readers.set(key, []).get(key)!;
      const before = list.find((reader) => reader.step === step);
      if (!before) list.push({ step, bound });
      else if (bound < before.bound) list[list.indexOf(before)] = { step, bound };
    }
  });
  return { steps: order.map((place) => given[place]!), readers, cycle };
}
