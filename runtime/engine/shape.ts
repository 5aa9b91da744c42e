// SPDX-License-Identifier: BSD-3-Clause
// What the closed schema of the answers also says, in the engine's own words.
import type { Answers, CheckRule } from '../../schemas/types.ts';
import type { Problem } from '../problem.ts';
import type { Choices } from './choices.ts';
import { holds } from './condition.ts';
import { readings } from './reads.ts';
import type { FieldNode, Outline, Scope } from './contract.ts';
import { isDeclined, isObject, own } from './pointer.ts';
import { emptyContext } from './empty-context.ts';
import { type Frame, type Ground, View } from './scope.ts';
import { all, needed } from './settle.ts';

export const problem = (
  code: string,
  at: string,
  params: Problem['params'] = {},
  level: Problem['level'] = 'error',
): Problem => ({ code, at, params, level });

const escape = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** What the judging of shape needs to know beside the answers. */
export interface Judge {
  /** the choices of a field as seen from its row */
  choices(field: FieldNode, view: View): Choices | undefined;
  /** must a field that only some roles see be answered here? */
  roles(field: FieldNode): boolean;
}

/** Shape problems of answers as they are given, in reading order: exactly what the closed schema refuses. */
export function shape(outline: Outline, answers: unknown, choices?: Choices): Problem[] {
  const judge: Judge = { choices: () => choices, roles: (field) => field.visibleTo === undefined };
  return [...judged({ outline, context: emptyContext }, answers as Answers, judge)];
}

/** Shape problems, judged against a ground: field by field, what is in a container after the container. */
export function* judged(ground: Ground, answers: unknown, judge: Judge): Generator<Problem> {
  const { outline } = ground;
  if (!isObject(answers)) {
    yield problem('not-answers', '');
    return;
  }
  const roots = outline.fields.filter((field) => !field.parent);
  const view = new View(ground, [{ value: answers, at: '', star: '' }]);
  yield* inHolder(roots, answers, '', view, judge);
  for (const key of Object.keys(answers)) {
    if (!outline.byPointer.has(`/${key}`)) yield problem('unknown-answer', `/${escape(key)}`, { key });
  }
  yield* ruled(outline.definition.schema['x-check'] ?? [], view, '', 'error');
}

function* inHolder(
  nodes: readonly FieldNode[],
  holder: Answers,
  at: string,
  view: View,
  judge: Judge,
): Generator<Problem> {
  for (const node of nodes) yield* ofField(node, holder, at, view, judge);
}

/** Problems of one field in the object that holds it, and of what is in it. */
export function* ofField(
  node: FieldNode,
  holder: Answers,
  base: string,
  view: View,
  judge: Judge,
): Generator<Problem> {
  const at = `${base}/${node.key}`;
  if (!Object.hasOwn(holder, node.key)) {
    if (missing(node, view, judge)) yield problem('required', at);
    return;
  }
  if (node.schema['x-when-hidden'] !== 'keep' && !all(node.show, view)) yield problem('hidden', at);
  const value = holder[node.key];
  yield* ofValue(node, value, at, view, judge);
  yield* ruled(node.checks, view, at, 'error', value);
  if (node.type.nests === 'group' && isObject(value)) yield* inHolder(node.children, value, at, view, judge);
  if (node.type.nests !== 'rows' || !Array.isArray(value)) return;
  for (const [index, row] of value.entries()) {
    if (!isObject(row)) continue;
    const inside = rowView(view, node, row, `${at}/${index}`);
    yield* inHolder(node.children, row, `${at}/${index}`, inside, judge);
    yield* ruled(node.rowChecks, inside, `${at}/${index}`, 'error');
  }
}

export function rowView(view: View, node: FieldNode, row: unknown, at: string): View {
  const frame: Frame = { value: row, at, star: `${node.pointer}/*` };
  return new View(view.ground, [...view.frames, frame]);
}

/** A field that is not there must be: itself, or something in a group that nobody began. */
const missing = (node: FieldNode, view: View, judge: Judge): boolean =>
  (judge.roles(node) && needed(node, view)) ||
  (node.type.nests === 'group' && node.children.some((child) => missing(child, view, judge)));

/** What the type says of a value, or of a declined answer. */
function* ofValue(node: FieldNode, value: unknown, at: string, view: View, judge: Judge): Generator<Problem> {
  const allowed: readonly unknown[] | undefined = node.schema['x-not-asked'];
  if (allowed && isObject(value) && Object.hasOwn(value, 'declined')) {
    if (!allowed.includes(own(value, 'declined')) || Object.keys(value).length !== 1)
      yield problem('not-declined', at);
    return;
  }
  const choices = judge.choices(node, view);
  const help = { answer: () => ({}), pattern: view.engine.pattern, ...(choices && { choices }) };
  for (const found of node.type.check(value, node.schema, help)) yield { ...found, at: at + found.at };
}

/** Broken rules of x-check at a place; `value`: of the field that carries them, when one does. */
export function* ruled(
  rules: readonly CheckRule[],
  view: View,
  at: string,
  level: Problem['level'],
  value: unknown = true,
): Generator<Problem> {
  if (rules.length === 0 || isDeclined(value)) return;
  for (const [index, rule] of rules.entries()) {
    if ((rule.level ?? 'error') !== level || !ready(rule, view)) continue;
    if (!holds(rule.must, view)) yield problem('check', at, { rule: index, message: rule.message }, level);
  }
}

/** Is everything there that the rule reads? What it asks only whether answered need not be. */
const ready = (rule: CheckRule, scope: Scope): boolean =>
  readings(rule.must, scope.named).every(
    ({ pointer, test }) => 'answered' in test || scope.get(pointer) !== undefined,
  );
