// SPDX-License-Identifier: AGPL-3.0-or-later
// Moving: up and down in reading order, and into another page, section, repeat or group.
import type { Definition } from '../../schemas/types.ts';
import { circleAt } from './circle.ts';
import type { Edited, Handle, Place, Refused } from './contract.ts';
import { fieldAt, holderAt, innerScope, sameAs, split, withHolder } from './fields.ts';
import { makeKey } from './key.ts';
import { boundToRow, namesIn } from './named.ts';
import { ownParts } from './own-parts.ts';
import { type Reference, references, referrers, titleOf } from './references.ts';
import { type TreeNode, find, flat, placed, readTree, scopeAt, scopeOf, without, withTree } from './tree.ts';

type Direction = 'up' | 'down';

/** Up and down step into pages and sections, never into a repeat: that would change what the answer is. */
function enters(box: TreeNode, node: TreeNode): boolean {
  if (box.kind === 'page') return node.kind !== 'page';
  return box.kind === 'section' && (node.kind === 'field' || node.kind === 'note');
}

const edge = (node: TreeNode, up: boolean): TreeNode =>
  node.kind === 'row' ? (up ? node.items[0]! : node.items.at(-1)!) : node;

function beside(node: TreeNode, up: boolean): Place {
  const handle = edge(node, up).handle;
  return up ? { before: handle } : { after: handle };
}

/** Where a box is entered from above or from below. */
function inside(box: TreeNode, up: boolean): Place {
  const first = box.items[0];
  return up || !first ? { into: box.handle } : beside(first, true);
}

function next(
  tree: readonly TreeNode[],
  handle: Handle,
  up: boolean,
): { place: Place; inRow: boolean } | undefined {
  const found = find(tree, handle);
  if (!found) return undefined;
  const { node, around, siblings, index } = found;
  const parent = around.at(-1);
  const neighbour = siblings[index + (up ? -1 : 1)];
  if (parent?.kind === 'row') {
    if (neighbour) return { place: beside(neighbour, up), inRow: true };
    const other = siblings[index + (up ? 1 : -1)];
    return other && { place: beside(other, up), inRow: false };
  }
  if (neighbour) {
    const place = enters(neighbour, node) ? inside(neighbour, up) : beside(neighbour, up);
    return { place, inRow: false };
  }
  if (parent?.kind === 'section') return { place: beside(parent, up), inRow: false };
  if (parent?.kind !== 'page') return undefined;
  const pages = around.at(-2)?.items ?? tree;
  const beyond = pages[pages.indexOf(parent) + (up ? -1 : 1)];
  if (!beyond) return undefined;
  return { place: enters(beyond, node) ? inside(beyond, up) : beside(beyond, up), inRow: false };
}

/** Where a thing stands among its like, in reading order, and in what. */
export function position(
  definition: Definition,
  handle: Handle,
): { readonly position: number; readonly total: number; readonly inside: string } {
  const tree = readTree(definition);
  const found = find(tree, handle);
  const scope = handle.startsWith('/') ? split(handle)[0] : '';
  const like = flat(tree).filter(
    (node) => node.kind === found?.node.kind && (node.kind !== 'field' || split(node.handle)[0] === scope),
  );
  const box = found?.around.findLast((node) => node.kind !== 'row');
  return {
    position: like.findIndex((node) => node.handle === handle) + 1,
    total: like.length,
    inside: box ? titleOf(definition, box.handle) : '',
  };
}

function moved(before: Definition, after: Definition, from: Handle, to: Handle): Edited | Refused {
  const title = titleOf(before, from);
  const against = circleAt(after, to);
  if (against !== undefined && circleAt(before, from) === undefined)
    return {
      refused: { code: 'moves-into-circle', params: { title, other: titleOf(after, against) } },
      between: [from, against],
    };
  return {
    definition: after,
    step: { code: 'moved', params: { title, ...position(after, to) } },
    select: to,
  };
}

/** One place up or down; undefined at the end of the way. */
export function move(
  definition: Definition,
  handle: Handle,
  direction: Direction,
): Edited | Refused | undefined {
  const tree = readTree(definition);
  const goal = next(tree, handle, direction === 'up');
  const node = find(tree, handle)?.node;
  if (!goal || !node) return undefined;
  const after = withTree(definition, () => placed(without(tree, handle), goal.place, node, goal.inRow));
  return moved(definition, after, handle, handle);
}

/** What a field and its inside read, with its own name taken out, to compare before and after. */
function reading(definition: Definition, pointer: string): string {
  const mine = (at: string): boolean => at === pointer || at.startsWith(`${pointer}/`);
  const says = ({ by, word, target }: Reference): string =>
    `${by.slice(pointer.length)} ${word} ${mine(target) ? `.${target.slice(pointer.length)}` : target}`;
  return references(definition)
    .filter(({ by }) => mine(by))
    .map(says)
    .join('\n');
}

/** The first question that a thing reads outside itself; itself when there is none. */
const readBy = (definition: Definition, pointer: Handle): Handle =>
  references(definition).find(
    ({ by, target }) =>
      (by === pointer || by.startsWith(`${pointer}/`)) &&
      target !== pointer &&
      !target.startsWith(`${pointer}/`),
  )?.target ?? pointer;

/** The list or group that a question is in. */
const listOf = (pointer: string): string => split(pointer)[0].replace(/\/\*$/, '');

function rescoped(definition: Definition, pointer: string, scope: string): readonly [Definition, string] {
  const [old, key] = split(pointer);
  const field = fieldAt(definition, pointer)!;
  const required = holderAt(definition, old)?.required?.includes(key) ?? false;
  const name = makeKey(key, Object.keys(holderAt(definition, scope)?.properties ?? {}));
  const taken = withHolder(definition, old, (holder) => {
    const { [key]: _gone, ...properties } = holder.properties;
    return { ...holder, properties, required: (holder.required ?? []).filter((other) => other !== key) };
  });
  const put = withHolder(taken, scope, (holder) => ({
    ...holder,
    properties: { ...holder.properties, [name]: ownParts(taken, scope, field) },
    required: required ? [...(holder.required ?? []), name] : (holder.required ?? []),
  }));
  return [put, `${scope}/${name}`];
}

/**
 * To a place anywhere. Into or out of a repeat or group the answer itself moves: that is refused, with names,
 * when a condition or formula would lose its way.
 */
export function moveTo(definition: Definition, handle: Handle, place: Place): Edited | Refused | undefined {
  const tree = readTree(definition);
  const found = find(tree, handle);
  const anchor = 'into' in place ? place.into : 'after' in place ? place.after : place.before;
  const there = find(tree, anchor);
  if (!found || anchor === handle || (anchor !== '' && !there)) return undefined;
  if (there?.around.some((node) => node.handle === handle)) return undefined;
  const box = there && ('into' in place ? there.node : there.around.findLast((node) => node.kind !== 'row'));
  if (box && box.kind !== 'field' && !enters(box, found.node)) return undefined;
  if (box?.kind === 'field' && found.node.kind !== 'field') return undefined;
  if (found.node.kind === 'page' && box) return undefined;

  const scope = scopeAt(tree, place);
  const within = scopeOf(found.around);
  // A box with questions of a row stays in the row.
  if (
    found.node.kind !== 'field' &&
    scope !== within &&
    flat([found.node]).some((node) => node.kind === 'field')
  )
    return { refused: { code: 'box-of-rows', params: { title: titleOf(definition, handle) } } };
  if (found.node.kind !== 'field' || scope === within) {
    const after = withTree(definition, () => placed(without(tree, handle), place, found.node));
    return moved(definition, after, handle, handle);
  }
  const shared = sameAs(definition, handle).filter((each) => each !== handle);
  if (shared.length > 0) {
    const names = [...new Set(shared.map((each) => `«${titleOf(definition, listOf(each))}»`))].join(', ');
    return {
      refused: { code: 'moves-out-of-shared', params: { title: titleOf(definition, handle), names } },
      between: [handle, shared[0]!],
    };
  }
  const readers = referrers(definition, handle);
  if (readers.length > 0) {
    const names = readers.map(({ by }) => `«${titleOf(definition, by)}»`).join(', ');
    return {
      refused: { code: 'moves-away-from', params: { title: titleOf(definition, handle), names } },
      between: [handle, readers[0]!.by],
    };
  }
  const [changed, pointer] = rescoped(definition, handle, scope);
  const bound = namesIn(fieldAt(definition, handle)).some((name) => boundToRow(definition, name));
  if (bound || reading(definition, handle) !== reading(changed, pointer))
    return {
      refused: { code: 'loses-its-way', params: { title: titleOf(definition, handle) } },
      between: [handle, readBy(definition, handle)],
    };
  const inner = innerScope(changed, pointer);
  const rename = (node: TreeNode): TreeNode => ({
    ...node,
    handle: `${pointer}${node.handle.slice(handle.length)}`,
    ...(node.scope === undefined ? {} : { scope: `${pointer}${node.scope.slice(handle.length)}` }),
    items: node.items.filter((item) => item.kind === 'field').map(rename),
  });
  const node = inner === undefined ? { ...found.node, handle: pointer } : rename(found.node);
  const after = withTree(changed, () => placed(without(tree, handle), place, node));
  return moved(definition, after, handle, pointer);
}
