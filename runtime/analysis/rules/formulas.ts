// SPDX-License-Identifier: BSD-3-Clause
// Formulas that never give anything, or always the same.
import type { FieldNode } from '../../engine/contract.ts';
import { parse } from '../../engine/formula.ts';
import { type Json, same } from '../../engine/pointer.ts';
import { pointerOf, resolve } from '../../engine/target.ts';
import type { Ground, Rule, Told } from '../contract.ts';
import { rangeOf } from '../ranges.ts';
import { placeOf } from '../sites.ts';

export const formulas: Rule = {
  codes: ['divides-by-zero', 'compares-with-itself', 'not-a-number', 'value-never-there'],
  *look(ground) {
    for (const node of ground.outline.fields) {
      const at = `${placeOf(node, ground)}/x-value`;
      if (node.value !== undefined && ground.at(at) !== undefined) yield* look(node.value, at, node, ground);
    }
  },
};

/** Functions that give nothing as long as one of their values is missing. */
const strict = new Set(['add', 'subtract', 'multiply', 'divide', 'round', 'less-than', 'at-most', 'equal']);
const sums = new Set(['add', 'subtract', 'multiply', 'divide', 'round']);

function* look(formula: unknown, at: string, node: FieldNode, ground: Ground): Generator<Told> {
  const { outline, world } = ground;
  const parsed = parse(formula, outline.engine);
  if (!parsed || !('call' in parsed)) return;
  const { call, args } = parsed;
  const list = Array.isArray((formula as Json)[call.name]);
  const place = (index: number): string => (list ? `${at}/${call.name}/${index}` : `${at}/${call.name}`);
  const one = { field: node.pointer, params: { title: ground.title(node) } };
  const field = (pointer: string): FieldNode | undefined => outline.byPointer.get(pointer);
  if (call.name === 'divide' && args.length === 2) {
    const { from, to } = rangeOf(args[1], { engine: outline.engine, level: node.level, field, seen: [] });
    if (from === 0 && to === 0)
      yield { ...one, code: 'divides-by-zero', at: place(1), level: 'error' };
  }
  if (call.signature.gives === 'boolean' && args.length === 2 && same(args[0], args[1]))
    yield { ...one, code: 'compares-with-itself', at };
  for (const [index, arg] of args.entries()) {
    const inner = parse(arg, outline.engine);
    if (inner && 'pointer' in inner && strict.has(call.name)) {
      const target = resolve(inner.pointer, node.level);
      const read = target && field(pointerOf(target));
      const params = { ...one.params, question: read ? ground.title(read) : '' };
      if (read && world.never(world.around(read)))
        yield { ...one, code: 'value-never-there', at: place(index), params };
      else if (read && sums.has(call.name) && !numeric(read))
        yield { ...one, code: 'not-a-number', at: place(index), params };
    }
    yield* look(arg, place(index), node, ground);
  }
} // prettier-ignore

/** May its answer be a number? */
const numeric = ({ schema, type }: FieldNode): boolean =>
  schema.type === 'integer' || schema.type === 'number' || (schema.type === undefined && !schema.oneOf && !schema.enum && !type.nests); // prettier-ignore
