// SPDX-License-Identifier: AGPL-3.0-or-later
// Points of options, of numbers and of yes/no answers, and how much a question weighs.
import type { Choice, Definition } from '../../schemas/types.ts';
import { choicesAt, withChoices } from './choices.ts';
import type { Edited, Handle } from './contract.ts';
import { inlined, withField, withKeyword } from './fields.ts';
import { titleOf } from './references.ts';

const step = (definition: Definition, pointer: Handle) => ({
  code: 'points',
  params: { title: titleOf(definition, pointer) },
});

/** Points of one option; undefined takes them away. */
export function setPoints(
  definition: Definition,
  pointer: Handle,
  option: string,
  points: number | undefined,
): Edited {
  const old = choicesAt(definition, pointer) ?? [];
  const done = { step: step(definition, pointer), select: pointer };
  if (!old.some((choice) => choice.const === option && choice['x-score'] !== points))
    return { ...done, definition };
  const choices = old.map((choice): Choice => {
    if (choice.const !== option) return choice;
    const { 'x-score': _old, ...rest } = choice;
    return points === undefined ? rest : { ...rest, 'x-score': points };
  });
  const next = withField(definition, pointer, (field) => {
    // Options that are shared through $ref become this question's own.
    const whole = inlined(definition, field);
    return withChoices(whole.items ? { ...whole, items: inlined(definition, whole.items) } : whole, choices);
  });
  return { ...done, definition: next };
}

/** Points of each unit of a number, or of a yes. */
export const setScore = (definition: Definition, pointer: Handle, points: number | undefined): Edited => ({
  definition: withKeyword(definition, pointer, 'x-score', points),
  step: step(definition, pointer),
  select: pointer,
});

/** How often the points of a question or group count; 1 is not written. */
export const setWeight = (definition: Definition, pointer: Handle, weight: number | undefined): Edited => ({
  definition: withKeyword(definition, pointer, 'x-weight', weight === 1 ? undefined : weight),
  step: step(definition, pointer),
  select: pointer,
});
