// SPDX-License-Identifier: BSD-3-Clause
// Rules on answers: those that nothing can break, and those that everything breaks.
import type { CheckRule } from '../../../schemas/types.ts';
import type { FieldNode, Fix } from '../../engine/contract.ts';
import { broken, type Expression } from '../../engine/expression.ts';
import { rowOf } from '../../engine/pointer.ts';
import type { Ground, Rule } from '../contract.ts';
import { placeOf } from '../sites.ts';
import { all } from '../world.ts';
import { first } from './shown.ts';

/** A rule as written, and when it is broken. */
export interface Written {
  readonly rule: CheckRule;
  /** the list that it stands in */
  readonly list: string;
  readonly place: number;
  readonly node: FieldNode | undefined;
  readonly level: string;
  readonly breaks: Expression;
  /** concrete pointer of the answer that its problem names */
  readonly seen: string;
}

export function* written(ground: Ground): Generator<Written> {
  const { outline, world, definition } = ground;
  const make = (rule: CheckRule, list: string, place: number, level: string, node: FieldNode | undefined, row: boolean): Written => {
    const path = node && !row ? node.pointer.slice(rowOf(level).length).split('/').slice(1) : undefined;
    const breaks = broken(rule, level, path && { level, path }, definition, outline.byPointer);
    const seen = node ? first(row ? rowOf(node.pointer) : node.pointer) : '';
    return { rule, list, place, node, level, seen, breaks: all(world.there(node), world.open(breaks)) };
  }; // prettier-ignore
  for (const node of outline.fields) {
    const at = placeOf(node, ground);
    for (const [place, rule] of node.checks.entries())
      yield make(rule, `${at}/x-check`, place, node.level, node, false);
    const rowAt = ground.found(node.pointer)?.rowAt;
    for (const [place, rule] of node.rowChecks.entries())
      yield make(rule, `${rowAt}/x-check`, place, node.pointer, node, true);
  }
  for (const [place, rule] of (definition.schema['x-check'] ?? []).entries())
    yield make(rule, '/schema/x-check', place, '', undefined, false);
}

export const rules: Rule = {
  codes: ['rule-never-bites', 'rule-always-broken'],
  *look(ground) {
    const { world } = ground;
    for (const each of written(ground)) {
      const { rule, list, place, node, level, breaks } = each;
      const at = `${list}/${place}/must`;
      if (ground.at(at) === undefined) continue;
      const must = world.express([{ condition: rule.must, level }]);
      const one = { at, field: node?.pointer, params: { message: rule.message.slice(0, 120) } };
      if (world.never(must, true)) {
        const sight = rule.level === 'warning' ? [] : [{ is: 'broken', at: each.seen } as const];
        yield { ...one, code: 'rule-always-broken', ...ground.witness(world.possible(breaks), ...sight) };
      } else if (world.never(breaks) && !world.never(world.there(node)))
        yield { ...one, code: 'rule-never-bites', fix: without(each, ground) };
    }
  },
};

function without({ list, place }: Written, ground: Ground): Fix | undefined {
  const before = ground.at(list);
  if (!Array.isArray(before)) return undefined;
  const left = before.filter((_, index) => index !== place);
  return {
    code: 'fix-remove-rule',
    params: {},
    edits: [ground.edit(list, left.length > 0 ? left : undefined)],
  };
}
