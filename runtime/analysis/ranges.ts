// SPDX-License-Identifier: BSD-3-Clause
// Between what a computed number must lie, from the bounds of what it is made of.
import type { Engine, FieldNode } from '../engine/contract.ts';
import { parse } from '../engine/formula.ts';
import { pointerOf, resolve } from '../engine/target.ts';
import { isObject } from '../engine/pointer.ts';

export interface Range {
  readonly from: number;
  readonly to: number;
}

const anything: Range = { from: -Infinity, to: Infinity };

/** What the range of a formula is made from. */
interface Ground {
  readonly engine: Engine;
  readonly level: string;
  field(pointer: string): FieldNode | undefined;
  /** fields on the way here, against circles */
  readonly seen: readonly string[];
}

type Of = (args: readonly Range[]) => Range;
const both = (a: Range, b: Range, make: (a: number, b: number) => number): Range => {
  const all = [make(a.from, b.from), make(a.from, b.to), make(a.to, b.from), make(a.to, b.to)];
  return all.some(Number.isNaN) ? anything : { from: Math.min(...all), to: Math.max(...all) };
};
const each = (make: (a: number, b: number) => number): Of => (args) =>
  args.length === 0 ? anything : args.reduce((a, b) => both(a, b, make)); // prettier-ignore

/** Functions whose result lies between what their arguments tell; of others nothing is known. */
const known: { readonly [name: string]: Of } = {
  add: each((a, b) => a + b),
  subtract: each((a, b) => a - b),
  multiply: each((a, b) => (a === 0 || b === 0 ? 0 : a * b)),
  min: (args) => ({ from: Math.min(...args.map((a) => a.from)), to: Math.min(...args.map((a) => a.to)) }),
  max: (args) => ({ from: Math.max(...args.map((a) => a.from)), to: Math.max(...args.map((a) => a.to)) }),
};

/** Between what a formula lies where it stands. */
export function rangeOf(formula: unknown, ground: Ground): Range {
  const parsed = parse(formula, ground.engine);
  if (!parsed) return anything;
  if ('constant' in parsed)
    return typeof parsed.constant === 'number' ? { from: parsed.constant, to: parsed.constant } : anything;
  if ('pointer' in parsed) {
    const found = resolve(parsed.pointer, ground.level);
    const node = found && ground.field(pointerOf(found));
    return node ? fieldRange(node, ground) : anything;
  }
  const { call, args } = parsed;
  if (call.name === 'if') return joined(args.slice(1).map((arg) => rangeOf(arg, ground)));
  if (call.name === 'count') {
    const found = typeof args[0] === 'string' ? resolve(args[0], ground.level) : undefined;
    const schema = found && ground.field(pointerOf(found))?.schema;
    return { from: 0, to: (schema?.['x-each'] ? undefined : schema?.maxItems) ?? Infinity };
  }
  if (call.name === 'score') {
    const found = typeof args[0] === 'string' ? resolve(args[0], ground.level) : undefined;
    const node = found && ground.field(pointerOf(found));
    return node ? (pointsRange(node) ?? anything) : anything;
  }
  return known[call.name]?.(args.map((arg) => rangeOf(arg, ground))) ?? anything;
}

const joined = (list: readonly Range[]): Range =>
  list.length === 0
    ? anything
    : { from: Math.min(...list.map((a) => a.from)), to: Math.max(...list.map((a) => a.to)) };

/** Between what the number of a field lies. */
export function fieldRange(node: FieldNode, ground: Omit<Ground, 'level'>): Range {
  const { schema } = node;
  if (schema.type !== 'integer' && schema.type !== 'number') return anything;
  if (node.value !== undefined) {
    if (ground.seen.includes(node.pointer) || ground.seen.length > 20) return anything;
    return rangeOf(node.value, { ...ground, level: node.level, seen: [...ground.seen, node.pointer] });
  }
  return {
    from: Math.max(schema.minimum ?? -Infinity, schema.exclusiveMinimum ?? -Infinity),
    to: Math.min(schema.maximum ?? Infinity, schema.exclusiveMaximum ?? Infinity),
  };
}

/** Least and most points that a field can give, what is in it included; undefined: it gives none. */
export function pointsRange(node: FieldNode): Range | undefined {
  const choices = node.schema.oneOf ?? node.schema.items?.oneOf;
  const own = node.schema['x-score'];
  if (choices?.some((choice) => choice['x-score'] !== undefined)) {
    const points = choices.map((choice) => choice['x-score'] ?? 0);
    const many = node.schema.type === 'array';
    const total = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
    return many
      ? { from: total(points.filter((a) => a < 0)), to: total(points.filter((a) => a > 0)) }
      : { from: Math.min(0, ...points), to: Math.max(0, ...points) };
  }
  if (own !== undefined) {
    if (node.schema.type === 'boolean') return { from: Math.min(0, own), to: Math.max(0, own) };
    const { minimum, maximum } = node.schema;
    return both({ from: own, to: own }, { from: minimum ?? -Infinity, to: maximum ?? Infinity }, (a, b) =>
      a === 0 ? 0 : a * b,
    );
  }
  const inside = node.children.flatMap((child) => {
    const range = pointsRange(child);
    const weight = child.schema['x-weight'] ?? 1;
    return range ? [both(range, { from: weight, to: weight }, (a, b) => (b === 0 ? 0 : a * b))] : [];
  });
  if (inside.length === 0) return undefined;
  const sum = inside.reduce((a, b) => ({
    from: Math.min(0, a.from) + Math.min(0, b.from),
    to: Math.max(0, a.to) + Math.max(0, b.to),
  }));
  const { items, maxItems, 'x-each': each } = node.schema;
  const rows = isObject(items) && node.type.nests === 'rows' ? ((each ? undefined : maxItems) ?? Infinity) : 1;
  return { from: sum.from < 0 ? sum.from * rows : 0, to: sum.to > 0 ? sum.to * rows : 0 };
} // prettier-ignore
