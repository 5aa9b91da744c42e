// SPDX-License-Identifier: AGPL-3.0-or-later
// Two definitions side by side, thing by thing: what came, went, changed or moved.
import type { Definition } from '../../schemas/types.ts';
import type { Handle } from './contract.ts';
import { find, readTree, type TreeNode } from './tree.ts';

/** One line of what is said about a thing: a name and a text. */
export type Lines = readonly (readonly [name: string, text: string])[];

/** What a thing is; the form itself is one. */
export type ThingKind = TreeNode['kind'] | 'form';

export interface Compared {
  readonly how: 'added' | 'removed' | 'changed' | 'moved' | 'same';
  readonly handle: Handle;
  readonly kind: ThingKind;
  /** changed things may have moved as well */
  readonly moved: boolean;
  /** the lines that differ; of what came or went, all of them */
  readonly lines: readonly { readonly name: string; readonly before?: string; readonly after?: string }[];
}

/** Every thing of both, in the order of the newer one; what went stands after what it stood after. */
export function compared(
  before: Definition,
  after: Definition,
  describe: (definition: Definition, handle: Handle, kind: ThingKind) => Lines,
): readonly Compared[] {
  const [old, now] = [things(before), things(after)];
  const moved = outOfOrder([...old.keys()], [...now.keys()]);
  const one = (handle: Handle): Compared => {
    const [was, is] = [old.get(handle), now.get(handle)];
    const kind = (is ?? was)!.kind;
    const lines = differing(
      was ? describe(before, handle, kind) : [],
      is ? describe(after, handle, kind) : [],
    );
    const elsewhere =
      was !== undefined && is !== undefined && (was.inside !== is.inside || moved.has(handle));
    const how = !was
      ? 'added'
      : !is
        ? 'removed'
        : lines.length > 0
          ? 'changed'
          : elsewhere
            ? 'moved'
            : 'same';
    return { how, handle, kind, moved: elsewhere, lines };
  };
  const out: Handle[] = [...now.keys()];
  let last: Handle | undefined;
  for (const handle of old.keys()) {
    if (!now.has(handle)) out.splice(last === undefined ? 0 : out.indexOf(last) + 1, 0, handle);
    last = handle;
  }
  return out.map(one);
}

interface Thing {
  readonly kind: ThingKind;
  readonly inside: Handle;
}

function things(definition: Definition): ReadonlyMap<Handle, Thing> {
  const tree = readTree(definition);
  const out = new Map<Handle, Thing>([['', { kind: 'form', inside: '' }]]);
  const walk = (nodes: readonly TreeNode[], inside: Handle): void => {
    for (const { handle, kind, items } of nodes) {
      if (kind !== 'row') out.set(handle, { kind, inside });
      // A row is how cells stand, not where.
      walk(items, kind === 'row' ? inside : handle);
    }
  };
  walk(tree, '');
  return out;
}

/** Those whose order changed: all but the longest run that kept it. */
function outOfOrder(old: readonly Handle[], now: readonly Handle[]): ReadonlySet<Handle> {
  const places = new Map(now.map((handle, place) => [handle, place]));
  const common = old.filter((handle) => places.has(handle));
  // Longest increasing run: `ends[n]` is the index in `common` of the least end of a run of n + 1.
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, handle] of common.entries()) {
    const place = places.get(handle)!;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places.get(common[ends[middle]!]!)! < place) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1];
    ends[low] = index;
  }
  const kept = new Set<Handle>();
  for (let index = ends.at(-1); index !== undefined; index = before[index]) kept.add(common[index]!);
  return new Set(common.filter((handle) => !kept.has(handle)));
}

function differing(before: Lines, after: Lines): Compared['lines'] {
  const [old, now] = [new Map(before), new Map(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    if (was === is) return [];
    return [
      { name, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) },
    ];
  });
}

/** Does the newer one have this thing? Then one can go to it. */
export const isThere = (definition: Definition, handle: Handle): boolean =>
  find(readTree(definition), handle) !== undefined;
