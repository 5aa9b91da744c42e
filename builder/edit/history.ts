// SPDX-License-Identifier: AGPL-3.0-or-later
// Undo of a definition: each step with its name and what was selected before it.
import type { Definition } from '../../schemas/types.ts';
import { begin as beginPast, record as recordPast, settled as settle, travel, type Past } from '../past.ts';
import type { Handle, Step } from './contract.ts';

interface Note {
  readonly step: Step;
  readonly select: Handle;
}
export type History = Past<Definition, Note>;

export const begin = (definition: Definition): History => beginPast(definition);

/** The history after an edit; `select` is what was selected before it. Nothing changed: the same history. */
export const record = (
  history: History,
  definition: Definition,
  step: Step,
  select: Handle,
  topic?: string,
): History => recordPast(history, definition, { step, select }, topic, (before) => ({ ...before, step }));

/** One step back, with the step that was taken back and what was selected before it. */
export const undo = (history: History) => went(history, true);

/** One step forward again. */
export const redo = (history: History) => went(history, false);

function went(history: History, back: boolean): ({ readonly history: History } & Note) | undefined {
  const done = travel(history, back);
  return done && { history: done.past, ...done.note };
}

/** After leaving a field, the next letter is a new step. */
export const settled = (history: History): History => settle(history);
