// SPDX-License-Identifier: AGPL-3.0-or-later
// How the measures of the district are called: asked once, then at hand.
import { ask } from '../../../runtime/elements/kit/http.ts';

let asked: Promise<void> | undefined;
const names = new Map<string, string>();

/** Asks for the names; whoever draws waits for it first. */
export function knowMeasures(): Promise<void> {
  asked ??= ask<{ items: readonly { id: string; short: string }[] }>('/api/measures').then((answer) => {
    if (!answer.ok) asked = undefined;
    else for (const { id, short } of answer.value.items) names.set(id, short);
  });
  return asked;
}

/** The short name of a measure; its id until names are known. */
export const measureName = (id: string): string => names.get(id) ?? id;
