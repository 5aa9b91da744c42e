// SPDX-License-Identifier: AGPL-3.0-or-later
// The browser's own copy, cut and paste, while the focus is on the questions.
import type { Definition } from '../../../schemas/types.ts';
import { CLIP, type Clip, clip, clipIn, clipText } from '../../edit/clip.ts';
import { titlesOf } from '../../edit/choices.ts';
import type { Catalogue, Edited, Handle, Place } from '../../edit/contract.ts';
import { addLines } from '../../edit/lines.ts';
import { paste } from '../../edit/paste.ts';
import { removeAll } from '../../edit/several.ts';

const KEPT = 'patto-builder-clip';

/** What was last copied in this browser, where it cannot be asked for the clipboard. */
export function storedClip(): Clip | undefined {
  try {
    return clipIn(localStorage.getItem(KEPT) ?? '');
  } catch {
    return undefined;
  }
}

function store(text: string): void {
  try {
    localStorage.setItem(KEPT, text);
  } catch {
    // Then only the clipboard has it.
  }
}

/** The canvas, as the clipboard sees it. */
export interface Around {
  definition(): Definition;
  readonly catalogue: Catalogue;
  readonly readonly: boolean;
  /** all that are chosen */
  chosen(): readonly Handle[];
  /** where something pasted goes */
  place(): Place;
  put(edited: Edited): void;
  copied(count: number): void;
}

/** Does the text that is being written want the event for itself? */
const writes = (event: Event): boolean =>
  event.composedPath().some((target) => target instanceof HTMLElement && target.matches('input, textarea'));

/** Copy or cut: as our own data for any form, as lines of text for any other program. */
export function taken(event: ClipboardEvent, around: Around): void {
  if (writes(event) || !event.clipboardData) return;
  const handles = around.chosen();
  const what = clip(around.definition(), handles);
  if (!what) return;
  const text = JSON.stringify(what);
  event.clipboardData.setData(CLIP, text);
  event.clipboardData.setData('text/plain', clipText(what));
  event.preventDefault();
  store(text);
  if (event.type === 'cut' && !around.readonly) around.put(removeAll(around.definition(), handles, 'cut'));
  else around.copied(what.items.length);
}

/** Paste: questions that were copied, or a question for each line of any text. Into a line that is written only the first. */
export function given(event: ClipboardEvent, around: Around): void {
  if (around.readonly || !event.clipboardData) return;
  const what = clipIn(event.clipboardData.getData(CLIP));
  if (!what && writes(event)) return;
  const titles = what ? [] : titlesOf(event.clipboardData.getData('text/plain'));
  if (!what && titles.length === 0) return;
  event.preventDefault();
  event.stopPropagation();
  const definition = around.definition();
  const edited = what
    ? paste(definition, around.place(), what)
    : addLines(definition, around.place(), titles, around.catalogue);
  if (edited) around.put(edited);
}
