// SPDX-License-Identifier: AGPL-3.0-or-later
// Undo without limit: the past and the future are lists of whole values, which share what did not change.

/** One remembered value, with what is noted of the step that led away from it. */
interface Moment<Value, Note> {
  readonly value: Value;
  readonly note: Note;
  /** steps with one topic in a row are one step: a title typed letter by letter */
  readonly topic: string | undefined;
}

export interface Past<Value, Note> {
  readonly now: Value;
  readonly past: readonly Moment<Value, Note>[];
  readonly future: readonly Moment<Value, Note>[];
}

export const begin = <Value>(now: Value): Past<Value, never> => ({ now, past: [], future: [] });

/** After a step; `joined`: what is noted where it joins the step before. Nothing changed: the same. */
export function record<Value, Note>(
  past: Past<Value, Note>,
  value: Value,
  note: Note,
  topic?: string,
  joined: (before: Note) => Note = (before) => before,
): Past<Value, Note> {
  if (value === past.now) return past;
  const last = past.past.at(-1);
  const joins = topic !== undefined && last?.topic === topic && past.future.length === 0;
  return {
    now: value,
    past: joins
      ? [...past.past.slice(0, -1), { ...last, note: joined(last.note) }]
      : [...past.past, { value: past.now, note, topic }],
    future: [],
  };
}

/** One step back or forward, with what was noted of it; undefined: there is none. */
export function travel<Value, Note>(
  { now, past, future }: Past<Value, Note>,
  back: boolean,
): { readonly past: Past<Value, Note>; readonly note: Note } | undefined {
  const last = (back ? past : future).at(-1);
  if (!last) return undefined;
  const left = { ...last, value: now };
  const next = back
    ? { now: last.value, past: past.slice(0, -1), future: [...future, left] }
    : { now: last.value, past: [...past, left], future: future.slice(0, -1) };
  return { past: next, note: last.note };
}

/** The next step is one of its own, whatever its topic. */
export function settled<Value, Note>(past: Past<Value, Note>): Past<Value, Note> {
  const last = past.past.at(-1);
  if (!last || last.topic === undefined) return past;
  return { ...past, past: [...past.past.slice(0, -1), { ...last, topic: undefined }] };
}
