// SPDX-License-Identifier: AGPL-3.0-or-later
// Why a thing is seen, or is not: each condition on the way to it, whether it holds, and the answers it reads.
import type { Outline, ScopedCondition, Settled } from '../../runtime/engine/contract.ts';
import { holds } from '../../runtime/engine/condition.ts';
import { at as valueAt, isDeclined, isObject } from '../../runtime/engine/pointer.ts';
import { reads } from '../../runtime/engine/reads.ts';
import { type Frame, View } from '../../runtime/engine/scope.ts';
import { pointerOf, resolve } from '../../runtime/engine/target.ts';
import type { Condition, Context, Definition } from '../../schemas/types.ts';
import type { Handle } from '../edit/contract.ts';
import { levelOf, showOf } from '../edit/sentence.ts';
import { find, readTree } from '../edit/tree.ts';
import { seenAt } from './what-if.ts';

/** An answer that a condition reads: the question as a handle, its value as it stands; undefined: no answer. */
export interface ReadAnswer {
  readonly question: Handle;
  readonly value: unknown;
}

export interface Reason {
  /** the thing that carries the condition: itself, its section, its page */
  readonly of: Handle;
  readonly condition: Condition;
  readonly holds: boolean;
  readonly reads: readonly ReadAnswer[];
}

export interface Why {
  readonly seen: boolean;
  /** conditions from the outermost in; none: nothing hides it */
  readonly reasons: readonly Reason[];
  /** roles that may see it, when the one at hand may not */
  readonly roles: readonly string[] | undefined;
  /** never drawn: a working value */
  readonly working: boolean;
}

/** Of a thing inside rows, in its first row. */
export function why(outline: Outline, settled: Settled, context: Context, handle: Handle): Why {
  const { definition } = outline;
  const node = outline.byPointer.get(handle);
  const reasons = chain(definition, handle).flatMap((of): Reason[] => {
    const condition = showOf(definition, of);
    if (!condition) return [];
    const scoped: ScopedCondition = { condition, level: levelOf(definition, of).replace(/\/\*$/, '') };
    const view = viewAt(outline, settled, context, scoped.level);
    return [{ of, condition, holds: holds(condition, view), reads: answers(outline, view, scoped) }];
  });
  const roles = node?.visibleTo;
  return {
    seen: seenAt(settled, handle) !== undefined,
    reasons,
    roles: roles && !roles.includes(context.role) ? roles : undefined,
    working: node?.schema['x-drawn'] === false,
  };
}

/** The thing and what is around it, the outermost first. */
function chain(definition: Definition, handle: Handle): readonly Handle[] {
  const found = find(readTree(definition), handle);
  return found ? [...found.around, found.node].filter(({ kind }) => kind !== 'row').map((each) => each.handle) : [handle]; // prettier-ignore
}

function viewAt(outline: Outline, settled: Settled, context: Context, level: string): View {
  const frames: Frame[] = [{ value: settled.answers, at: '', star: '' }];
  const steps = level === '' ? [] : level.split('/*');
  let at = '';
  let star = '';
  for (const step of steps) {
    at += `${step}/0`;
    star += `${step}/*`;
    frames.push({ value: valueAt(settled.answers, at), at, star });
  }
  return new View({ outline, context, shown: settled.shown, outcome: settled.outcome }, frames);
}

function answers(outline: Outline, view: View, { condition, level }: ScopedCondition): ReadAnswer[] {
  return reads(condition, outline.definition.conditions).flatMap((pointer) => {
    const target = resolve(pointer, level);
    return target ? [{ question: pointerOf(target), value: view.raw(pointer) }] : [];
  });
}

/** An answer in words; undefined: not answered. Rows are counted. */
export function answerText(
  { question, value }: ReadAnswer,
  words: {
    readonly one: (question: Handle, value: string | number | boolean) => string;
    readonly rows: (count: number) => string;
    readonly declined: string;
  },
): string | undefined {
  if (value === undefined) return undefined;
  if (isDeclined(value)) return words.declined;
  if (Array.isArray(value))
    return value.every((each) => !isObject(each))
      ? value.map((each) => words.one(question, each as string)).join(', ')
      : words.rows(value.length);
  return isObject(value) ? '…' : words.one(question, value as string);
}
