// SPDX-License-Identifier: BSD-3-Clause
// Choices that nobody can make, and questions beside a choice that never open.
import { exclusive } from '../../fields/exclusive.ts';
import type { FieldNode } from '../../engine/contract.ts';
import type { Expression } from '../../engine/expression.ts';
import { isObject, rowOf } from '../../engine/pointer.ts';
import { pointerOf } from '../../engine/target.ts';
import type { Ground, Rule, Told } from '../contract.ts';
import { placeOf } from '../sites.ts';
import { all, leavesOf, not } from '../world.ts';
import { written, type Written } from './rules.ts';

export const choices: Rule = {
  codes: ['dead-choice', 'exclusive-never', 'beside-never-opens', 'one-choice-only'],
  *look(ground) {
    const strict = [...written(ground)].filter(({ rule }) => rule.level !== 'warning');
    for (const node of ground.outline.fields) {
      yield* dead(node, strict, ground);
      yield* alone(node, ground);
      yield* beside(node, ground);
    }
  },
};

const is = (node: FieldNode, value: unknown): Expression => {
  const path = node.pointer.slice(rowOf(node.level).length).split('/').slice(1);
  const several = node.schema.type === 'array';
  const test = several ? { type: 'array', contains: { const: value } } : { const: value };
  return { leaf: { level: node.level, path, test, declinable: node.schema['x-not-asked'] !== undefined } };
};

/** Choices that the rules forbid whatever else is answered. */
function* dead(node: FieldNode, strict: readonly Written[], ground: Ground): Generator<Told> {
  const { world } = ground;
  const list = node.schema.oneOf ?? node.schema.items?.oneOf;
  const keyword = node.schema.oneOf ? 'oneOf' : 'items/oneOf';
  const rules = strict.filter(
    ({ breaks, level }) =>
      (level === node.level || level === '') &&
      [...leavesOf(breaks)].some((leaf) => pointerOf(leaf) === node.pointer),
  );
  if (!list || rules.length === 0) return;
  const kept = rules.map(({ breaks }) => not(breaks));
  const around = world.around(node);
  // When nothing at all keeps the rules, it is not for the choices.
  if (world.never(all(around, world.answered(node), ...kept))) return;
  for (const [place, choice] of list.entries()) {
    const chosen = all(around, is(node, choice.const));
    if (world.never(chosen) || !world.never(all(chosen, ...kept))) continue;
    const rule = rules.find(({ breaks }) => world.never(all(chosen, not(breaks)))) ?? rules[0]!;
    yield {
      code: 'dead-choice',
      at: `${placeOf(node, ground)}/${keyword}/${place}`,
      field: node.pointer,
      params: { choice: choice.title, message: rule.rule.message.slice(0, 120) },
      ...ground.witness(world.possible(all(chosen, rule.breaks)), { is: 'broken', at: rule.seen }),
    };
  }
}

function* alone(node: FieldNode, ground: Ground): Generator<Told> {
  const at = placeOf(node, ground);
  const { schema } = node;
  const list = schema.oneOf ?? schema.items?.oneOf;
  const name = (code: unknown): string => list?.find((choice) => choice.const === code)?.title ?? String(code);
  const [first] = exclusive(schema);
  if (first !== undefined && (schema.minItems ?? 0) > 1)
    yield {
      code: 'exclusive-never',
      at: `${at}/minItems`,
      field: node.pointer,
      params: { choice: name(first), least: schema.minItems ?? 0 },
      fix: { code: 'fix-remove-limit', params: {}, edits: [ground.edit(`${at}/minItems`, undefined)] },
    };
  const [only] = schema.oneOf ?? [];
  if (schema.oneOf?.length === 1 && only && node.value === undefined && node.required)
    yield { code: 'one-choice-only', at: `${at}/oneOf`, field: node.pointer, params: { choice: only.title } };
} // prettier-ignore

/** A question that a choice opens must be asked when that choice is made. */
function* beside(node: FieldNode, ground: Ground): Generator<Told> {
  const opened = node.schema['x-settings']?.['beside'];
  if (!isObject(opened)) return;
  const { world, outline } = ground;
  for (const [choice, key] of Object.entries(opened)) {
    const other = outline.byPointer.get(node.pointer.replace(/[^/]+$/, String(key)));
    if (!other || world.never(world.around(other), true)) continue;
    if (!world.never(all(is(node, choice), world.around(other)))) continue;
    const list = node.schema.oneOf ?? node.schema.items?.oneOf;
    const title = list?.find((each) => each.const === choice)?.title ?? choice;
    const at = `${placeOf(other, ground)}/x-show`;
    const test = node.schema.type === 'array' ? { type: 'array', contains: { const: choice } } : { const: choice };
    const pointer = node.level === '' ? node.pointer : `.${node.pointer.slice(rowOf(node.level).length)}`;
    yield {
      code: 'beside-never-opens',
      at,
      field: other.pointer,
      params: { choice: title, question: ground.title(other) },
      fix: { code: 'fix-beside', params: { choice: title }, edits: [ground.edit(at, { [pointer]: test })] },
    };
  }
} // prettier-ignore
