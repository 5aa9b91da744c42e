// SPDX-License-Identifier: AGPL-3.0-or-later
// Undo without limit: the past and the future are lists of whole definitions, which share what did not change.
import type { Definition } from '../../schemas/types.ts';
import type { Handle, Step } from './contract.ts';

/** One remembered state and the step that led away from it. */
interface Moment {
  readonly definition: Definition;
  readonly step: Step;
  readonly select: Handle;
  /** steps with one topic in a row are one step: a title typed letter by letter */
  readonly topic: string | undefined;
}

export interface History {
  readonly now: Definition;
  readonly past: readonly Moment[];
  readonly future: readonly Moment[];
}

export function begin(definition: Definition): History {
  return { now: definition, past: [], future: [] };
}

/** The history after an edit; `select` is what was selected before it. Nothing changed: the same history. */
export function record(
  history: History,
  definition: Definition,
  step: Step,
  select: Handle,
  topic?: string,
): History {
  if (definition === history.now) return history;
  const last = history.past.at(-1);
  const joins = topic !== undefined && last?.topic === topic && history.future.length === 0;
  const past = joins
    ? [...history.past.slice(0, -1), { ...last, step }]
    : [...history.past, { definition: history.now, step, select, topic }];
  return { now: definition, past, future: [] };
}

/** One step back, with the step that was taken back and what was selected before it. */
export function undo(history: History): { history: History; step: Step; select: Handle } | undefined {
  const last = history.past.at(-1);
  if (!last) return undefined;
  const ahead = { ...last, definition: history.now };
  return {
    history: { now: last.definition, past: history.past.slice(0, -1), future: [...history.future, ahead] },
    step: last.step,
    select: last.select,
  };
}

/** One step forward again. */
export function redo(history: History): { history: History; step: Step; select: Handle } | undefined {
  const next = history.future.at(-1);
  if (!next) return undefined;
  const behind = { ...next, definition: history.now };
  return {
    history: { now: next.definition, past: [...history.past, behind], future: history.future.slice(0, -1) },
    step: next.step,
    select: next.select,
  };
}

/** After leaving a field, the next letter is a new step. */
export function settled(history: History): History {
  const last = history.past.at(-1);
  if (!last || last.topic === undefined) return history;
  return { ...history, past: [...history.past.slice(0, -1), { ...last, topic: undefined }] };
}
