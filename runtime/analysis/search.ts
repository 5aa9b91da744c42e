// SPDX-License-Identifier: BSD-3-Clause
// Is there a choice of values for which an expression holds? Exact over the candidates it is given.
import type { Expression } from '../engine/expression.ts';

/** A value that an answer may have; `truth`: which of the tests asked of it hold. */
export interface Candidate {
  /** undefined: no answer */
  readonly value: unknown;
  /** false: there are such values, but none is at hand to be shown */
  readonly known: boolean;
  readonly truth: readonly boolean[];
}

/** Two amounts that a computed yes/no compares; names are equal for equal terms, numbers are themselves. */
export interface Comparison {
  readonly is: 'less' | 'at-most' | 'equal';
  readonly terms: readonly [string | number, string | number];
}

export interface Variable {
  readonly key: string;
  readonly candidates: readonly Candidate[];
  readonly comparison?: Comparison | undefined;
}

/** A boolean expression over tests of variables. */
export type Puzzle =
  | boolean
  | { readonly variable: number; readonly test: number }
  | { readonly all: readonly Puzzle[] }
  | { readonly any: readonly Puzzle[] }
  | { readonly not: Puzzle };

/** `never`: it cannot hold. `unknown`: too much work. Else by variable the candidate chosen; those left out do not matter. */
export type Searched = 'never' | 'unknown' | ReadonlyMap<number, Candidate>;

/** true, false, or undefined while it depends on what is not chosen yet. */
function known(puzzle: Puzzle, chosen: ReadonlyMap<number, Candidate>): boolean | undefined {
  if (typeof puzzle === 'boolean') return puzzle;
  if ('variable' in puzzle) return chosen.get(puzzle.variable)?.truth[puzzle.test];
  if ('not' in puzzle) {
    const inner = known(puzzle.not, chosen);
    return inner === undefined ? undefined : !inner;
  }
  const [list, decides] = 'all' in puzzle ? ([puzzle.all, false] as const) : ([puzzle.any, true] as const);
  let open = false;
  for (const part of list) {
    const inner = known(part, chosen);
    if (inner === decides) return decides;
    open ||= inner === undefined;
  }
  return open ? undefined : !decides;
}

/** Searches depth first, in the order of the variables; `work` counts down and is shared by many searches. */
export function search(
  puzzle: Puzzle,
  variables: readonly Variable[],
  work: { left: number },
  most = 20_000,
): Searched {
  const chosen = new Map<number, Candidate>();
  let steps = Math.min(most, work.left);
  const visit = (place: number): boolean | undefined => {
    if (steps-- <= 0) return undefined;
    work.left--;
    const now = known(puzzle, chosen);
    if (now === false || !orderly(variables, chosen)) return false;
    if (now === true) return true;
    const variable = variables[place];
    if (!variable) return false;
    for (const candidate of variable.candidates) {
      chosen.set(place, candidate);
      const found = visit(place + 1);
      if (found !== false) return found;
    }
    chosen.delete(place);
    return false;
  };
  const found = visit(0);
  return found === undefined ? 'unknown' : found ? chosen : 'never';
}

/** Can the comparisons chosen so far be true together? Not when something would be less than itself. */
function orderly(variables: readonly Variable[], chosen: ReadonlyMap<number, Candidate>): boolean {
  const edges: { from: string; to: string; strict: boolean }[] = [];
  const numbers = new Set<number>();
  const name = (term: string | number): string => {
    if (typeof term === 'number') numbers.add(term);
    return typeof term === 'number' ? `#${term}` : term;
  };
  for (const [place, { value }] of chosen) {
    const comparison = variables[place]?.comparison;
    if (!comparison || typeof value !== 'boolean') continue;
    const [a, b] = comparison.terms.map(name) as [string, string];
    if (comparison.is === 'equal') {
      if (value) edges.push({ from: a, to: b, strict: false }, { from: b, to: a, strict: false });
      else if (a === b) return false;
    } else {
      const strict = comparison.is === 'less';
      edges.push(value ? { from: a, to: b, strict } : { from: b, to: a, strict: !strict });
    }
  }
  if (edges.length === 0) return true;
  [...numbers]
    .sort((a, b) => a - b)
    .forEach((number, place, list) => {
      const next = list[place + 1];
      if (next !== undefined) edges.push({ from: `#${number}`, to: `#${next}`, strict: true });
    });
  return !edges.some(({ from, to, strict }) => strict && leads(to, from, edges));
}

/** Does one term lead to another along the edges? */
function leads(from: string, to: string, edges: readonly { from: string; to: string }[]): boolean {
  const seen = new Set([from]);
  for (const here of seen) {
    if (here === to) return true;
    for (const edge of edges) if (edge.from === here) seen.add(edge.to);
  }
  return false;
}

/** The puzzle of an expression, each leaf handed to `leaf`. */
export function puzzleOf(
  expression: Expression,
  leaf: (leaf: Extract<Expression, { leaf: unknown }>['leaf']) => Puzzle,
): Puzzle {
  if (typeof expression === 'boolean') return expression;
  if ('leaf' in expression) return leaf(expression.leaf);
  if ('not' in expression) return { not: puzzleOf(expression.not, leaf) };
  if ('all' in expression) return { all: expression.all.map((each) => puzzleOf(each, leaf)) };
  return { any: expression.any.map((each) => puzzleOf(each, leaf)) };
}
