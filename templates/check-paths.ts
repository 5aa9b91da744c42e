// SPDX-License-Identifier: AGPL-3.0-or-later
// Every path of a template against what its document holds: what is not there is named where it stands, with the nearest that is.
import Handlebars from 'handlebars';
import type { Problem } from '../runtime/problem.ts';
import { nearest } from './blocks/nearest.ts';
import type { Shape } from './fields.ts';
import { namesOf, type Name } from './names.ts';

/** `params`: line and column from 1, length in signs, what, nearest ('' for none). */
export type PathProblem = Problem;

/** A path, and what it is said in: from the root to the list whose rows it stands in. */
interface Named<Place> {
  readonly path: hbs.AST.PathExpression;
  readonly around: readonly Place[];
}

type Node = hbs.AST.Node & { readonly [key: string]: unknown };

/** Every path of a template that can be parsed, each with the places around it; `into` goes to the rows of a list. */
export function* paths<Place>(
  block: hbs.AST.Program | undefined,
  around: readonly Place[],
  into: (path: hbs.AST.PathExpression, around: readonly Place[]) => Place,
  nowhere: Place,
): Generator<Named<Place>> {
  for (const statement of (block?.body ?? []) as unknown as readonly Node[]) {
    const params = (statement['params'] ?? []) as readonly hbs.AST.Expression[];
    const own = statement.type === 'MustacheStatement' && params.length === 0 ? [statement['path'] as hbs.AST.Expression] : []; // prettier-ignore
    for (const each of [...own, ...params])
      if (each.type === 'PathExpression') yield { path: each as hbs.AST.PathExpression, around };
    if (statement.type !== 'BlockStatement') continue;
    const { program, inverse } = statement as unknown as hbs.AST.BlockStatement;
    const loops = (statement['path'] as hbs.AST.PathExpression).original === 'each';
    const rows = loops && params[0]?.type === 'PathExpression' ? into(params[0] as hbs.AST.PathExpression, around) : nowhere; // prettier-ignore
    yield* paths(program, loops ? [...around, rows] : around, into, nowhere);
    yield* paths(inverse, around, into, nowhere);
  }
}

/** Shapes along a path, from the place it begins at; undefined from where nothing is known. */
function led(
  { parts, depth }: hbs.AST.PathExpression,
  around: readonly (Shape | undefined)[],
): (Shape | undefined)[] {
  let here = around[around.length - 1 - depth];
  return [here, ...parts.map((part) => (here = here && Object.hasOwn(here, part) ? here[part] : undefined))];
}

/** What a template names, as a shape: that of our own templates is what their documents hold. */
export const shapeOf = (sources: readonly string[], partials?: { readonly [name: string]: string }): Shape =>
  shapeIn(namesOf(sources, partials));

const shapeIn = ({ inside }: Name): Shape =>
  Object.fromEntries([...inside].map(([key, name]) => [key, shapeIn(name)]));

/** Paths that lead nowhere. Total: what cannot be parsed is for `checkTemplate` to say. */
export function checkPaths(source: string, shape: Shape): PathProblem[] {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parseWithoutProcessing(source);
  } catch {
    return [];
  }
  const problems: PathProblem[] = [];
  const into = (path: hbs.AST.PathExpression, around: readonly (Shape | undefined)[]) =>
    led(path, around).at(-1);
  for (const { path, around } of paths<Shape | undefined>(program, [shape], into, undefined)) {
    const shapes = led(path, around);
    const missing = path.parts.findIndex((_, place) => shapes[place] !== undefined && shapes[place + 1] === undefined); // prettier-ignore
    if (missing < 0) continue;
    const part = path.parts[missing]!;
    const near = nearest(part, Object.keys(shapes[missing] ?? {}));
    const parts = path.parts.map((each, place) => (place === missing && near ? near : each));
    const { start } = path.loc;
    const params = {
      line: start.line,
      column: start.column + 1,
      length: path.original.length,
      what: path.original,
      nearest: near === undefined ? '' : '../'.repeat(path.depth) + parts.join('.'),
    };
    problems.push({ code: near === undefined ? 'template-unknown' : 'template-field', at: '', params, level: 'error' }); // prettier-ignore
  }
  return problems;
}
