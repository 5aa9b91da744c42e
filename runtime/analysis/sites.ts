// SPDX-License-Identifier: BSD-3-Clause
// Every place of a definition where a condition is written.
import type { Condition } from '../../schemas/types.ts';
import type { FieldNode } from '../engine/contract.ts';
import { parse } from '../engine/formula.ts';
import { isObject, type Json } from '../engine/pointer.ts';
import { pointerOf, resolve } from '../engine/target.ts';
import type { Ground } from './contract.ts';

export interface Site {
  /** `where`: which rows a formula or a repeat counts */
  readonly is: 'show' | 'require' | 'lock' | 'rule' | 'outcome' | 'where';
  readonly at: string;
  readonly condition: Condition;
  readonly level: string;
  readonly node: FieldNode | undefined;
}

const keywords = [['x-show', 'show'], ['x-require', 'require'], ['x-lock', 'lock']] as const; // prettier-ignore

export function* sites(ground: Ground): Generator<Site> {
  const site = (is: Site['is'], at: string, condition: unknown, level: string, node?: FieldNode): Site[] =>
    // Written elsewhere than it seems (through a $ref with words of its own): nothing is said.
    isObject(condition) && ground.at(at) !== undefined ? [{ is, at, condition: condition as Condition, level, node }] : []; // prettier-ignore
  for (const node of ground.outline.fields) {
    const at = placeOf(node, ground);
    const { schema, level } = node;
    for (const [keyword, is] of keywords) yield* site(is, `${at}/${keyword}`, schema[keyword], level, node);
    for (const [place, rule] of node.checks.entries())
      yield* site('rule', `${at}/x-check/${place}/must`, rule.must, level, node);
    for (const [place, rule] of node.rowChecks.entries())
      yield* site('rule', `${ground.found(node.pointer)?.rowAt}/x-check/${place}/must`, rule.must, node.pointer, node); // prettier-ignore
    const each = schema['x-each'];
    const source = each && resolve(each.of, level);
    if (source) yield* site('where', `${at}/x-each/where`, each.where, pointerOf(source), node);
    for (const [condition, here, from] of inFormula(node.value, `${at}/x-value`, level, ground))
      yield* site('where', here, condition, from, node);
  }
  for (const box of ground.boxes) yield* site('show', `${box.at}/x-show`, box.node['x-show'], box.level);
  for (const [place, rule] of (ground.definition.schema['x-check'] ?? []).entries())
    yield* site('rule', `/schema/x-check/${place}/must`, rule.must, '');
  for (const [place, row] of (ground.definition.outcome?.rows ?? []).entries())
    yield* site('outcome', `/outcome/rows/${place}/when`, row.when, '');
}

/** Where the words of a field are written: at the field, or in the $defs that it names. */
export function placeOf(node: FieldNode, { found }: Ground): string {
  return found(node.pointer)?.at ?? '';
}

/** Conditions on the rows that a formula looks at: place and the level of the rows. Those of the case are nobody's. */
function* inFormula(
  formula: unknown,
  at: string,
  level: string,
  ground: Ground,
): Generator<readonly [unknown, string, string]> {
  const parsed = parse(formula, ground.outline.engine);
  if (!parsed || !('call' in parsed)) return;
  const { call, args, options } = parsed;
  const list = Array.isArray((formula as Json)[call.name]);
  for (const [place, arg] of args.entries())
    yield* inFormula(arg, list ? `${at}/${call.name}/${place}` : `${at}/${call.name}`, level, ground);
  const rows = typeof args[0] === 'string' ? resolve(args[0], level) : undefined;
  if (call.signature.args[0] === 'pointer' && rows && options['where'] !== undefined)
    yield [options['where'], `${at}/where`, pointerOf(rows)];
}
