// SPDX-License-Identifier: AGPL-3.0-or-later
// Undo of a template: whole texts, since block and text tab write the same one.

interface Moment {
  readonly text: string;
  /** word of what was done then */
  readonly did: string;
  /** where one was before it */
  readonly at: string;
  /** steps with one topic in a row are one step */
  readonly topic: string | undefined;
}

export interface Texts {
  readonly now: string;
  readonly past: readonly Moment[];
  readonly future: readonly Moment[];
}

export const beginTexts = (now: string): Texts => ({ now, past: [], future: [] });

export function record(texts: Texts, text: string, did: string, at: string, topic?: string): Texts {
  if (text === texts.now) return texts;
  const last = texts.past.at(-1);
  const joins = topic !== undefined && last?.topic === topic && texts.future.length === 0;
  return {
    now: text,
    past: joins ? texts.past : [...texts.past, { text: texts.now, did, at, topic }],
    future: [],
  };
}

/** One step back or forward, with what it was and where; undefined: there is none. */
export function travel(
  texts: Texts,
  back: boolean,
): { readonly texts: Texts; readonly did: string; readonly at: string } | undefined {
  const last = (back ? texts.past : texts.future).at(-1);
  if (!last) return undefined;
  const left = { ...last, text: texts.now };
  const next = back
    ? { now: last.text, past: texts.past.slice(0, -1), future: [...texts.future, left] }
    : { now: last.text, past: [...texts.past, left], future: texts.future.slice(0, -1) };
  return { texts: next, did: last.did, at: last.at };
}
