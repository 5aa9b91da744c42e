// SPDX-License-Identifier: BSD-3-Clause
// Computed answers that are nothing but a condition in disguise: each value they can have, and when.
import type { Condition } from '../../schemas/types.ts';
import type { Engine, ScopedCondition } from '../engine/contract.ts';
import { type Expression, negation } from '../engine/expression.ts';
import { parse } from '../engine/formula.ts';
import { resolve, pointerOf } from '../engine/target.ts';
import type { Comparison } from './search.ts';

export interface Case {
  readonly when: Expression;
  readonly value: unknown;
}

/** The values that a formula can have and when it has each; undefined: it is more than conditions and constants. */
export function casesOf(
  formula: unknown,
  level: string,
  engine: Engine,
  express: (condition: ScopedCondition) => Expression,
  depth = 0,
): readonly Case[] | undefined {
  const parsed = parse(formula, engine);
  if (!parsed || 'pointer' in parsed || depth > 6) return undefined;
  if ('constant' in parsed) return [{ when: true, value: parsed.constant }];
  const { call, args } = parsed;
  const when = (): Expression => express({ condition: args[0] as Condition, level });
  if (call.name === 'holds')
    return [
      { when: when(), value: true },
      { when: negation(when()), value: false },
    ];
  if (call.name !== 'if') return undefined;
  const sides = [args[1], args[2]].map((side) => casesOf(side, level, engine, express, depth + 1));
  if (!sides[0] || !sides[1]) return undefined;
  return sides.flatMap((side, place) =>
    side!.map((each) => ({
      when: { all: [place === 0 ? when() : negation(when()), each.when] },
      value: each.value,
    })),
  );
}

const compared: { readonly [name: string]: Comparison['is'] } = {
  'less-than': 'less',
  'at-most': 'at-most',
  equal: 'equal',
};

/** The two amounts that a computed yes/no compares, named alike wherever they mean the same. */
export function comparisonOf(formula: unknown, level: string, engine: Engine): Comparison | undefined {
  const parsed = parse(formula, engine);
  if (!parsed || !('call' in parsed)) return undefined;
  const is = compared[parsed.call.name];
  if (!is || parsed.args.length !== 2) return undefined;
  const term = (arg: unknown): string | number => {
    if (typeof arg === 'number') return arg;
    const inner = parse(arg, engine);
    if (inner && 'pointer' in inner) {
      const found = resolve(inner.pointer, level);
      return found ? pointerOf(found) : inner.pointer;
    }
    return `${level} ${JSON.stringify(arg)}`;
  };
  return { is, terms: [term(parsed.args[0]), term(parsed.args[1])] };
}
