// SPDX-License-Identifier: BSD-3-Clause
// Questions about what answers can do: can these conditions hold together, and with which answers?
import type { Answers } from '../../schemas/types.ts';
import { satisfies } from '../engine/condition.ts';
import type { FieldNode, Outline, ScopedCondition } from '../engine/contract.ts';
import { type Expression, keyOf, type Leaf, negation, together } from '../engine/expression.ts';
import { isObject, type Json, put, rowOf } from '../engine/pointer.ts';
import { pointerOf } from '../engine/target.ts';
import { casesOf, comparisonOf } from './cases.ts';
import { candidates, type Domains } from './domains.ts';
import { fieldRange, type Range } from './ranges.ts';
import { type Candidate, type Puzzle, puzzleOf, search, type Variable } from './search.ts';

/** `never`: no answers do. `unknown`: cannot be told. Else answers that do, `undefined` where some value is not at hand. */
export type Possible = 'never' | 'unknown' | { readonly answers: Answers | undefined };

export const all = (...parts: readonly Expression[]): Expression => ({ all: parts });
export const any = (...parts: readonly Expression[]): Expression => ({ any: parts });
export const not = negation;

/** Most answers that are looked at together: what asks for more is left open. */
const mostVariables = 40;
const mostAround = 12;

export class World {
  readonly outline: Outline;
  /** steps left for the whole definition: each test looked at and each choice tried is one; without any, all is unknown */
  readonly work: { left: number };
  readonly #domains: Domains;
  readonly #expressions = new Map<string, Expression>();
  readonly #answers = new Map<string, Possible>();

  constructor(outline: Outline, steps = 60_000) {
    this.outline = outline;
    this.work = { left: steps };
    const field = (pointer: string): FieldNode | undefined => outline.byPointer.get(pointer);
    const { engine } = outline;
    this.#domains = {
      engine,
      field,
      range: (node): Range => fieldRange(node, { engine, field, seen: [] }),
    };
  }

  range(node: FieldNode): Range {
    return this.#domains.range(node);
  }

  /** All of some conditions together, computed answers that are conditions themselves written out. */
  express(conditions: readonly ScopedCondition[]): Expression {
    const key = JSON.stringify(conditions);
    const before = this.#expressions.get(key);
    if (before !== undefined) return before;
    const { definition, byPointer } = this.outline;
    const made = this.#open(together(conditions, definition, byPointer), 0);
    this.#expressions.set(key, made);
    return made;
  }

  /** The expression, written as one, with computed answers in disguise opened. */
  open(expression: Expression): Expression {
    return this.#open(expression, 0);
  }

  /** What must hold for a field to be asked: its own conditions and those of all that is around it. */
  around(node: FieldNode | undefined): Expression {
    const list: ScopedCondition[] = [];
    for (let here = node; here; here = here.parent) list.push(...here.show);
    return this.express(list);
  }

  /** What must hold for an answer to be there at all: hidden ones are gone, unless they are kept. */
  there(node: FieldNode | undefined): Expression {
    const list: ScopedCondition[] = [];
    for (let here = node; here; here = here.parent)
      if (here.schema['x-when-hidden'] !== 'keep') list.push(...here.show);
    return this.express(list);
  }

  answered(node: FieldNode): Expression {
    const path = node.pointer.slice(rowOf(node.level).length).split('/').slice(1);
    const declinable = node.schema['x-not-asked'] !== undefined;
    return { leaf: { level: node.level, path, test: { answered: true }, declinable } };
  }

  /** Can it hold? `apart`: as if any answer could be given at any time, hidden ones too. */
  possible(expression: Expression, apart = false): Possible {
    if (expression === false) return 'never';
    if (this.work.left <= 0) return 'unknown';
    const key = `${apart} ${keyOf(expression)}`;
    const before = this.#answers.get(key);
    if (before !== undefined) return before;
    const found = this.#look(apart ? expression : this.#present(expression));
    this.#answers.set(key, found);
    return found;
  }

  /** Does no answer do it? False also where it cannot be told. */
  never(expression: Expression, apart = false): boolean {
    return this.possible(expression, apart) === 'never';
  }

  #open(expression: Expression, depth: number): Expression {
    if (typeof expression === 'boolean') return expression;
    if ('not' in expression) return negation(this.#open(expression.not, depth));
    if ('all' in expression) return { all: expression.all.map((each) => this.#open(each, depth)) };
    if ('any' in expression) return { any: expression.any.map((each) => this.#open(each, depth)) };
    const { leaf } = expression;
    const node = this.outline.byPointer.get(pointerOf(leaf));
    if (node?.value === undefined || depth > 5) return expression;
    const { engine, definition, byPointer } = this.outline;
    const cases = casesOf(node.value, node.level, engine, (condition) =>
      this.#open(together([condition], definition, byPointer), depth + 1),
    );
    if (!cases) return expression;
    const { test } = leaf;
    const fitting = cases.filter(({ value }) =>
      test === 'there' || 'answered' in test ? true : this.#satisfies(value, test),
    );
    return { all: [this.there(node), { any: fitting.map(({ when }) => when) }] };
  }

  #satisfies(value: unknown, test: Json): boolean {
    return value !== undefined && satisfies(value, test, this.outline.engine.operators);
  }

  /** With what must be so for the answers in it to be there at all: a hidden answer is gone. */
  #present(expression: Expression): Expression {
    const parts: Expression[] = [expression];
    const seen = new Set<string>();
    const visit = (part: Expression): void => {
      for (const leaf of leavesOf(part)) {
        const pointer = pointerOf(leaf);
        if (seen.has(pointer) || seen.size >= mostAround) continue;
        seen.add(pointer);
        const node = this.outline.byPointer.get(pointer);
        const there = this.there(node);
        if (!node || there === true) continue;
        parts.push({ any: [negation(this.answered(node)), there] });
        visit(there);
      }
    };
    visit(expression);
    return { all: parts };
  }

  #look(expression: Expression): Possible {
    const tests = new Map<string, { leaf: Leaf; tests: Map<string, Leaf['test']> }>();
    for (const leaf of leavesOf(expression)) {
      this.work.left--;
      const pointer = pointerOf(leaf);
      const found = tests.get(pointer) ?? { leaf, tests: new Map<string, Leaf['test']>() };
      found.tests.set(JSON.stringify(leaf.test), leaf.test);
      tests.set(pointer, found);
    }
    if (tests.size > mostVariables) return 'unknown';
    const places = new Map([...tests.keys()].map((pointer, place) => [pointer, place]));
    const variables: Variable[] = [];
    for (const [pointer, found] of tests) {
      const node = this.outline.byPointer.get(pointer);
      const list = candidates(node, [...found.tests.values()], this.#domains);
      if (!list) return 'unknown';
      const comparison =
        node?.value === undefined ? undefined : comparisonOf(node.value, node.level, this.outline.engine);
      variables.push({ key: pointer, candidates: list, comparison });
    }
    const numbered = new Map(
      [...tests].map(([pointer, found]) => [pointer, [...found.tests.keys()]] as const),
    );
    const puzzle = puzzleOf(expression, (leaf): Puzzle => {
      const pointer = pointerOf(leaf);
      return {
        variable: places.get(pointer)!,
        test: numbered.get(pointer)!.indexOf(JSON.stringify(leaf.test)),
      };
    });
    const found = search(puzzle, variables, this.work);
    if (typeof found === 'string') return found;
    return { answers: this.#answersOf(found, [...tests.values()]) };
  }

  /** Answers with the values chosen: one row of each repeat that the tests look out of. */
  #answersOf(
    chosen: ReadonlyMap<number, Candidate>,
    asked: readonly { readonly leaf: Leaf }[],
  ): Answers | undefined {
    const answers: Answers = {};
    for (const [place, { value, known }] of chosen) {
      const { leaf } = asked[place]!;
      const computed = this.outline.byPointer.get(pointerOf(leaf))?.value !== undefined;
      if (!known && !computed) return undefined;
      if (value === undefined || computed) continue;
      // /nucleo/*/figli → nucleo[0].figli[0]
      let holder: Json = answers;
      for (const step of leaf.level === '' ? [] : leaf.level.split('/*')) {
        const keys = step.split('/').slice(1);
        for (const [index, key] of keys.entries()) {
          const last = index === keys.length - 1;
          if (last) {
            if (!Array.isArray(holder[key]) || holder[key].length === 0) put(holder, key, [{ id: rowId(0) }]);
            holder = (holder[key] as Json[])[0]!;
          } else holder = inside(holder, key);
        }
      }
      for (const key of leaf.path.slice(0, -1)) holder = inside(holder, key);
      const key = leaf.path.at(-1)!;
      if (Array.isArray(value)) put(holder, key, withIds(value, holder[key]));
      else if (!isObject(value) || !isObject(holder[key])) put(holder, key, value);
    }
    return answers;
  }
}

const rowId = (place: number): string => `riga${String(place + 1).padStart(7, '0')}`;

function inside(holder: Json, key: string): Json {
  if (!isObject(holder[key])) put(holder, key, {});
  return holder[key] as Json;
}

/** Rows with ids of their own; a row that other tests have filled in stays the first. */
function withIds(list: readonly unknown[], before: unknown): unknown[] {
  const first: unknown = Array.isArray(before) ? before[0] : undefined;
  return list.map((item, place) =>
    isObject(item) ? { ...item, ...(place === 0 && isObject(first) && first), id: rowId(place) } : item,
  );
}

/** Every test of an expression. */
export function* leavesOf(expression: Expression): Generator<Leaf> {
  if (typeof expression === 'boolean') return;
  if ('leaf' in expression) yield expression.leaf;
  else if ('not' in expression) yield* leavesOf(expression.not);
  else for (const part of 'all' in expression ? expression.all : expression.any) yield* leavesOf(part);
}
