// SPDX-License-Identifier: AGPL-3.0-or-later
// The text of a template that is written and not yet in use: it stays on this device. A question that gets another name
// takes it along, and so do undo and redo.
import type { Step } from '../../edit/contract.ts';
import { listKinds, openTemplate, renamedText, useText } from './api.ts';

const placeOf = (kind: string): string => `patto:template:${kind}`;

export function unsavedText(kind: string): string | undefined {
  try {
    return localStorage.getItem(placeOf(kind)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** `text` undefined: nothing is left to be put into use. */
export function keepText(kind: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(placeOf(kind));
    else localStorage.setItem(placeOf(kind), text);
  } catch {
    // A device that keeps nothing: the text stays on the page.
  }
}

/** Kinds of document made of a definition whose text waits here to be put into use. */
export async function waitingTexts(definition: string): Promise<readonly { kind: string; title: string }[]> {
  const listed = await listKinds(definition);
  if (!listed.ok) return [];
  return listed.value.items.filter(({ kind, made }) => made && unsavedText(kind) !== undefined);
}

/** After a `key` step, or its undoing: every text of the district that names the question follows. How many places there were. */
export async function textsFollow(definition: string, step: Step, back: boolean): Promise<number> {
  const { from, to, at } = step.params as { readonly from: string; readonly to: string; readonly at: string };
  const names = at.split(' ').map((path) => {
    const there = path.slice(0, path.length - from.length) + to;
    return back ? { from: there, to: from } : { from: path, to };
  });
  const listed = await listKinds(definition);
  if (!listed.ok) return 0;
  let places = 0;
  for (const { kind, made } of listed.value.items) {
    const text = unsavedText(kind);
    if (!made && text === undefined) continue;
    const answer = await renamedText(kind, definition, names, text);
    if (!answer.ok || answer.value.places === 0) continue;
    places += answer.value.places;
    keepText(kind, answer.value.text === answer.value.inUse ? undefined : answer.value.text);
  }
  return places;
}

/** Puts what waits into use; titles of the documents whose text did not do. */
export async function useWaiting(definition: string): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const { kind, title } of await waitingTexts(definition)) {
    const text = unsavedText(kind);
    const now = await openTemplate(kind, definition);
    const used = now.ok && text !== undefined && (await useText(kind, definition, now.value.number, text));
    if (used && used.ok) keepText(kind, undefined);
    else failed.push(title);
  }
  return failed;
}
