// SPDX-License-Identifier: BSD-3-Clause
// A condition that reads several levels, folded into nested if/then/else of the closed schema.
import type { ClosedSchema } from '../fields/contract.ts';
import type { Faults } from './answer-schema.ts';
import { type Expression, knowing, levelsOf, partsOf, schemaOf } from './expression.ts';
import { rowOf } from './pointer.ts';
import { around } from './target.ts';

/** What a condition decides: paths of keys from the object of the level. */
export interface Want {
  readonly level: string;
  /** must be there when it holds */
  readonly required: readonly (readonly string[])[];
  /** must not be there when it does not hold */
  readonly hidden: readonly (readonly string[])[];
  /** nothing is accepted when it holds: a broken rule */
  readonly refused: boolean;
}

/** More than this per condition, and lint asks for a computed yes/no instead. */
export const branchLimit = 64;

export interface Folded {
  /** the level at whose object the schema stands */
  readonly level: string;
  /** undefined: nothing to say */
  readonly schema: ClosedSchema | undefined;
  readonly branches: number;
}

/** Outer tests stand outside, inner ones inside items. */
export function fold(when: Expression, want: Want, faults: Faults = {}): Folded {
  const chain = [want.level];
  for (let level = around(want.level); level !== undefined; level = around(level)) chain.unshift(level);
  const read = levelsOf(when);
  const first = Math.max(
    0,
    chain.findIndex((level) => read.has(level)),
  );
  const start = read.size === 0 ? chain.length - 1 : first;
  let branches = 0;
  const walk = (rest: Expression, place: number): ClosedSchema | undefined => {
    if (branches > branchLimit) return undefined;
    const level = chain[place]!;
    if (typeof rest === 'boolean') {
      branches++;
      let schema = consequence(rest, want);
      for (let inner = chain.length - 1; inner > place; inner--)
        schema = inside(schema, chain[inner - 1]!, chain[inner]!);
      return schema;
    }
    const test = partsOf(rest, level)[0];
    if (test === undefined) return inside(walk(rest, place + 1), level, chain[place + 1]!);
    const then = walk(knowing(rest, test, true), place);
    const otherwise = walk(knowing(rest, test, false), place);
    return branch(schemaOf(test, faults), then, otherwise, faults);
  };
  return {
    level: faults.level === false ? chain.at(-1)! : chain[start]!,
    schema: walk(when, start),
    branches,
  };
}

function branch(
  test: ClosedSchema,
  then: ClosedSchema | undefined,
  otherwise: ClosedSchema | undefined,
  faults: Faults,
): ClosedSchema | undefined {
  const kept = faults.otherwise === false ? undefined : otherwise;
  if (!then && !kept) return undefined;
  const condition = faults.required === false ? withoutRequired(test) : test;
  // oxlint-disable-next-line unicorn/no-thenable -- a JSON Schema, never awaited
  return { if: condition, ...(then && { then }), ...(kept && { else: kept }) };
}

/** A seeded fault: tests that an absent answer satisfies. */
function withoutRequired(test: ClosedSchema): ClosedSchema {
  return Object.fromEntries(Object.entries(test).filter(([keyword]) => keyword !== 'required'));
}

/** What follows at the object of the level when the condition holds, or does not. */
function consequence(holds: boolean, want: Want): ClosedSchema | undefined {
  const refused = holds && want.refused ? { not: {} } : undefined;
  const paths = holds ? want.required : want.hidden;
  if (paths.length === 0) return refused;
  if (refused) return { ...tree(paths, true), ...refused };
  const layers = holds ? [paths] : apart(paths);
  return layers.length === 1 ? tree(paths, holds) : { allOf: layers.map((layer) => tree(layer, holds)) };
}

type Path = readonly string[];

/** Paths in layers such that none leads through another of its layer: a forbidden group hides what is forbidden in it. */
function apart(paths: readonly Path[]): Path[][] {
  const within = (path: Path, other: Path): boolean =>
    other.length < path.length && other.every((key, place) => key === path[place]);
  const layers: Path[][] = [];
  for (const path of paths) {
    const layer = layers.find((each) => !each.some((other) => within(path, other) || within(other, path)));
    if (layer) layer.push(path);
    else layers.push([path]);
  }
  return layers;
}

/** Paths as nested properties: each required along its whole way, or each forbidden at its end. */
function tree(paths: readonly (readonly string[])[], required: boolean): ClosedSchema {
  const properties: { [key: string]: unknown } = {};
  const heads = [...new Set(paths.map((path) => path[0]!))];
  for (const head of heads) {
    const rest = paths.filter((path) => path[0] === head && path.length > 1).map((path) => path.slice(1));
    const ends = paths.some((path) => path[0] === head && path.length === 1);
    if (!required && ends) properties[head] = false;
    else if (rest.length > 0) properties[head] = tree(rest, required);
  }
  return {
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required && { required: heads }),
  };
}

/** A schema for the rows of a repeat, seen from the object of the level around it. */
function inside(schema: ClosedSchema | undefined, outer: string, inner: string): ClosedSchema | undefined {
  if (!schema) return undefined;
  const path = inner.slice(rowOf(outer).length + 1).split('/');
  return path.reduceRight<ClosedSchema>((rest, key) => ({ properties: { [key]: rest } }), { items: schema });
}
