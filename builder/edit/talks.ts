// SPDX-License-Identifier: AGPL-3.0-or-later
// What comments are about, now that the form has gone on since: they follow a question that moved or got another key.
import type { Definition } from '../../schemas/types.ts';
import type { Handle } from './contract.ts';
import { everyField } from './fields.ts';
import { titleOf } from './references.ts';
import { find, flat, readTree } from './tree.ts';

/** The least that a thread says of its place. */
export interface Placed {
  /** handle when it began; '' is the whole form */
  readonly at: Handle;
  /** what that was called then */
  readonly title: string;
}

const keyOf = (pointer: Handle): string => pointer.slice(pointer.lastIndexOf('/') + 1);

/** Where a thread stands now; undefined: what it was about is gone. */
export function standsAt(definition: Definition, { at, title }: Placed): Handle | undefined {
  if (at === '' || find(readTree(definition), at)) return at;
  if (!at.startsWith('/')) return undefined;
  const fields = everyField(definition).map(({ pointer }) => pointer);
  const only = (those: readonly Handle[]): Handle | undefined => (those.length === 1 ? those[0] : undefined);
  // Moved into or out of a list it kept its key; with another key it kept its wording.
  return (
    only(fields.filter((pointer) => keyOf(pointer) === keyOf(at))) ??
    only(fields.filter((pointer) => titleOf(definition, pointer) === title))
  );
}

/** How many open threads each thing has. */
export function talksBy(
  definition: Definition,
  threads: readonly (Placed & { readonly resolved?: unknown })[],
): ReadonlyMap<Handle, number> {
  const counts = new Map<Handle, number>();
  for (const thread of threads) {
    const at = thread.resolved ? undefined : standsAt(definition, thread);
    if (at !== undefined) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return counts;
}

/** Everything that can be talked about, in reading order, the whole form first. */
export const places = (definition: Definition): readonly Handle[] => [
  '',
  ...flat(readTree(definition)).flatMap(({ kind, handle }) => (kind === 'row' ? [] : [handle])),
];
