// SPDX-License-Identifier: AGPL-3.0-or-later
// Several questions at once, one a line.
import type { Definition } from '../../schemas/types.ts';
import { addField } from './add.ts';
import type { Catalogue, Edited, Handle, Place } from './contract.ts';

/** A question for each title, one after the other, as one step; at least one title. */
export function addLines(
  definition: Definition,
  place: Place,
  titles: readonly string[],
  catalogue: Catalogue,
): Edited {
  let now = definition;
  let where = place;
  const together: Handle[] = [];
  for (const title of titles) {
    const edited = addField(now, where, title, catalogue);
    now = edited.definition;
    // Inside a box they go to its end one by one; elsewhere each after the one before.
    if (!('into' in where)) where = { after: edited.select };
    together.push(edited.select);
  }
  return {
    definition: now,
    step: { code: 'added-lines', params: { count: titles.length } },
    select: together.at(-1) ?? '',
  };
}
