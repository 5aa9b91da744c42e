// SPDX-License-Identifier: AGPL-3.0-or-later
// What is done to several things at once, each as one step.
import type { Definition } from '../../schemas/types.ts';
import { clip, outermost } from './clip.ts';
import type { Edited, Handle, Lost, Place, Refused } from './contract.ts';
import { isRequired, setRequired } from './describe.ts';
import { move, moveTo } from './move.ts';
import { paste } from './paste.ts';
import { removeBox, removeField } from './remove.ts';
import { find, readTree } from './tree.ts';

const done = (
  definition: Definition,
  code: string,
  together: readonly Handle[],
  select: Handle = together.at(-1) ?? '',
): Edited => ({
  definition,
  step: { code, params: { count: together.length } },
  select,
  ...(together.length > 1 ? { together } : {}),
});

/** Takes them all away; questions of a page or section that goes stay, unless they go themselves. */
export function removeAll(
  definition: Definition,
  handles: readonly Handle[],
  code = 'removed-several',
): Edited {
  let now = definition;
  let select: Handle = '';
  const lost = new Map<string, Lost>();
  const questions = outermost(
    definition,
    handles.filter((handle) => handle.startsWith('/')),
  );
  const boxes = handles.filter((handle) => !handle.startsWith('/'));
  for (const handle of [...questions, ...boxes]) {
    const edited = handle.startsWith('/') ? removeField(now, handle) : removeBox(now, handle);
    if (!edited) continue;
    now = edited.definition;
    select = edited.select;
    for (const each of edited.lost ?? []) lost.set(`${each.by} ${each.word}`, each);
  }
  const own = (at: Handle): boolean => handles.some((handle) => at === handle || at.startsWith(`${handle}/`));
  return {
    definition: now,
    step: { code, params: { count: questions.length + boxes.length } },
    select: find(readTree(now), select) ? select : '',
    lost: [...lost.values()].filter(({ by }) => !own(by)),
  };
}

/** Copies right after the last of them: what they read of each other, the copies read of each other. */
export function duplicateAll(definition: Definition, handles: readonly Handle[]): Edited | undefined {
  const order = outermost(definition, handles);
  const what = clip(definition, order);
  const last = order.at(-1);
  const edited = what && last !== undefined ? paste(definition, { after: last }, what) : undefined;
  return edited && { ...edited, step: { code: 'duplicated-several', params: { count: order.length } } };
}

/** All of them one place up or down; undefined when one is at the end of the way. */
export function moveAll(
  definition: Definition,
  handles: readonly Handle[],
  way: 'up' | 'down',
): Edited | Refused | undefined {
  const order = outermost(definition, handles);
  let now = definition;
  for (const handle of way === 'up' ? order : order.toReversed()) {
    const edited = move(now, handle, way);
    if (!edited || 'refused' in edited) return edited;
    now = edited.definition;
  }
  return done(now, 'moved-several', order);
}

/** All of them to one place, in their order; the first that may not go there stops them all. */
export function moveAllTo(
  definition: Definition,
  handles: readonly Handle[],
  place: Place,
): Edited | Refused | undefined {
  let now = definition;
  let where = place;
  const together: Handle[] = [];
  for (const handle of outermost(definition, handles)) {
    const edited = moveTo(now, handle, where);
    if (!edited || 'refused' in edited) return edited;
    now = edited.definition;
    together.push(edited.select);
    if (!('into' in where)) where = { after: edited.select };
  }
  return together.length > 0 ? done(now, 'moved-several', together) : undefined;
}

/** All questions among them required, or none. */
export function requireAll(definition: Definition, handles: readonly Handle[], required: boolean): Edited {
  const questions = handles.filter((handle) => handle.startsWith('/'));
  const now = questions
    .filter((handle) => isRequired(definition, handle) !== required)
    .reduce((before, handle) => setRequired(before, handle, required).definition, definition);
  return {
    ...done(now, required ? 'required-several' : 'optional-several', handles),
    step: { code: required ? 'required-several' : 'optional-several', params: { count: questions.length } },
  };
}
