// SPDX-License-Identifier: AGPL-3.0-or-later
// Which questions a condition may read, and the conditions that questions and their options are shown by.
import type { Condition, Definition } from '../../schemas/types.ts';
import { choicesAt } from './choices.ts';
import { type Group, conditionOf } from './clauses.ts';
import type { Edited, Handle } from './contract.ts';
import { withBox } from './describe.ts';
import { everyField, nesting, wholeField, withKeyword } from './fields.ts';
import { withoutIdleBesides } from './let-go.ts';
import { outside, titleOf } from './references.ts';
import type { Answered } from './relations.ts';
import { find, readTree, scopeOf } from './tree.ts';

/** How an answer is read in sentences, told by the shape of its schema; undefined: not at all (a group). */
export function answeredAs(definition: Definition, pointer: string): Answered | undefined {
  const field = wholeField(definition, pointer);
  if (!field) return undefined;
  const nests = nesting(definition, field);
  if (nests) return nests === 'rows' ? 'rows' : undefined;
  if (choicesAt(definition, pointer) ?? field['x-choices'] ?? field.items?.['x-choices'])
    return field.type === 'array' ? 'choices' : 'choice';
  if (field.type === 'array') return 'rows';
  if (field['x-ref'] !== undefined) return 'link';
  if (field.type === 'boolean') return 'yes-no';
  if (field.type === 'integer' || field.type === 'number') return 'number';
  return field.format === 'date' ? 'date' : 'text';
}

// '/nucleo/*' of what stands in its rows; '' at the root.
function rowsIn(pointer: string): string {
  const star = pointer.lastIndexOf('/*');
  return star < 0 ? '' : pointer.slice(0, star + 2);
}

/** The rows that a thing stands in: '' at the root. */
export function levelOf(definition: Definition, handle: Handle): string {
  if (handle.startsWith('/')) return rowsIn(handle);
  // A section or note inside a repeat stands in its rows.
  return rowsIn(scopeOf(find(readTree(definition), handle)?.around ?? []));
}

/** Questions that a condition on `handle` may read: the root's, its own row's and those of the row around it. */
export function readable(definition: Definition, handle: Handle): readonly Handle[] {
  return readableFrom(definition, levelOf(definition, handle)).filter(
    (pointer) => pointer !== handle && !pointer.startsWith(`${handle}/`) && !handle.startsWith(`${pointer}/`),
  );
}

/** Questions that can be read from where a row stands ('' is the root). */
export function readableFrom(definition: Definition, level: string): readonly Handle[] {
  const levels = new Set(['', level, level === '' ? '' : outside(level)]);
  return everyField(definition)
    .filter((each) => levels.has(each.level) && answeredAs(definition, each.pointer) !== undefined)
    .map(({ pointer }) => pointer);
}

/** Is there any question that a condition of `reader` may read from where a row stands? */
export function readsAnything(definition: Definition, level: string, reader: Handle): boolean {
  const levels = new Set(['', level, level === '' ? '' : outside(level)]);
  return everyField(definition).some(
    (each) =>
      levels.has(each.level) &&
      (reader === '' || !each.pointer.startsWith(reader)) &&
      answeredAs(definition, each.pointer) !== undefined,
  );
}

/** Keywords that hold one condition; pages, sections and notes have the first only. */
export type ConditionWord = 'x-show' | 'x-require' | 'x-lock';

/** The condition under which a question is shown, required or locked; a page, section or note is shown. */
export function conditionAt(
  definition: Definition,
  handle: Handle,
  word: ConditionWord,
): Condition | undefined {
  if (handle.startsWith('/')) return wholeField(definition, handle)?.[word];
  let found: Condition | undefined;
  withBox(definition, handle, (node) => {
    found = word === 'x-show' && 'x-show' in node ? node['x-show'] : undefined;
    return node;
  });
  return found;
}

export const showOf = (definition: Definition, handle: Handle): Condition | undefined =>
  conditionAt(definition, handle, 'x-show');

const codes = { 'x-show': 'condition', 'x-require': 'require', 'x-lock': 'lock' } as const;

export function setWord(
  definition: Definition,
  handle: Handle,
  word: ConditionWord,
  condition: Condition | undefined,
): Edited {
  const step = {
    code: condition ? codes[word] : `${codes[word]}-removed`,
    params: { title: titleOf(definition, handle) },
  };
  if (JSON.stringify(condition) === JSON.stringify(conditionAt(definition, handle, word)))
    return { definition, step, select: handle };
  if (handle.startsWith('/')) {
    const set = withKeyword(definition, handle, word, condition);
    // What is asked in any case is opened by no choice.
    const next = condition ? set : withoutIdleBesides(set, () => {});
    return { definition: next, step, select: handle };
  }
  if (word !== 'x-show') return { definition, step, select: handle };
  const next = withBox(definition, handle, (node) => {
    if (!('page' in node || 'section' in node || 'note' in node)) return node;
    const { 'x-show': _old, ...rest } = node;
    return (condition ? { ...rest, 'x-show': condition } : rest) as typeof node;
  });
  return { definition: next, step, select: handle };
}

export function setCondition(definition: Definition, handle: Handle, group: Group): Edited {
  return setWord(definition, handle, 'x-show', conditionOf(definition, group, levelOf(definition, handle)));
}
