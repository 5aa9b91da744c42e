// SPDX-License-Identifier: AGPL-3.0-or-later
// Taking things away. What reads a question lets go of it; boxes leave their questions behind.
import type { Definition } from '../../schemas/types.ts';
import type { Edited, Handle } from './contract.ts';
import { withBox } from './describe.ts';
import { fieldAt, sameAs, split, withHolder } from './fields.ts';
import { letGo } from './let-go.ts';
import { references, titleOf } from './references.ts';
import { type TreeNode, find, flat, readTree, withItems, without, withTree } from './tree.ts';

/** What comes to hand next when a thing is gone: what follows it, else what precedes it, else its box. */
function neighbour(tree: readonly TreeNode[], handle: Handle): Handle {
  const found = find(tree, handle);
  if (!found) return '';
  const near = found.siblings[found.index + 1] ?? found.siblings[found.index - 1];
  const node = near?.kind === 'row' ? near.items[0] : near;
  return (node ?? found.around.findLast((box) => box.kind !== 'row'))?.handle ?? '';
}

export function removeField(definition: Definition, pointer: string): Edited | undefined {
  if (!fieldAt(definition, pointer)) return undefined;
  const tree = readTree(definition);
  const [scope, key] = split(pointer);
  // Lists that share their questions lose it together.
  const all = sameAs(definition, pointer);
  const { definition: clean, lost } = letGo(definition, (at) =>
    all.some((each) => at === each || at.startsWith(`${each}/`)),
  );
  const bare = withHolder(clean, scope, (holder) => {
    const { [key]: _gone, ...properties } = holder.properties;
    return { ...holder, properties, required: (holder.required ?? []).filter((other) => other !== key) };
  });
  return {
    // The pruned layout keeps its conditions; the tree is read from it, not from before.
    definition: withTree(bare, (now) => without(now, pointer)),
    step: { code: 'removed', params: { title: titleOf(definition, pointer) } },
    select: neighbour(tree, pointer),
    lost: [...all.filter((each) => each !== pointer).map((by) => ({ by, word: 'shared' })), ...lost],
  };
}

const shownAlways = (definition: Definition, handle: Handle): Definition =>
  withBox(definition, handle, (box) => {
    const { 'x-show': _gone, ...rest } = box as { readonly 'x-show'?: unknown };
    return rest as typeof box;
  });

/** A page, section or text goes; questions inside move to the page before (or after), none is lost. */
export function removeBox(definition: Definition, handle: Handle): Edited | undefined {
  const tree = readTree(definition);
  const found = find(tree, handle);
  if (!found || found.node.kind === 'field') return undefined;
  const { node, siblings, index } = found;
  // Not the page that is shown by one of their answers, if there is another.
  const own = flat([node]).map((item) => item.handle);
  const reads = (page: TreeNode): boolean =>
    references(definition).some(({ by, target: at }) => by === page.handle && own.includes(at));
  const near = [siblings[index - 1], siblings[index + 1]].filter(
    (page): page is TreeNode => page?.kind === 'page',
  );
  const heir = node.kind === 'page' ? (near.find((page) => !reads(page)) ?? near[0]) : undefined;
  const takenIn = (items: readonly TreeNode[]): readonly TreeNode[] => {
    const next = takeIn(items);
    return next.length === items.length && next.every((each, place) => each === items[place]) ? items : next;
  };
  const takeIn = (items: readonly TreeNode[]): readonly TreeNode[] =>
    items.flatMap((item): readonly TreeNode[] => {
      if (item === node) return heir?.kind === 'page' ? [] : node.items;
      if (item === heir && heir.kind === 'page')
        return [
          {
            ...heir,
            items:
              siblings.indexOf(heir) < index
                ? [...heir.items, ...node.items]
                : [...node.items, ...heir.items],
          },
        ];
      return [withItems(item, takenIn(item.items))];
    });
  const next = takeIn(tree);
  const after = withTree(definition, () => next);
  const against = heir && reads(heir) ? heir.handle : undefined;
  const first = flat(node.items).find((item) => item.kind !== 'row');
  return {
    // The only page left that is shown by one of their answers is then always shown.
    definition: against === undefined ? after : shownAlways(after, against),
    step: { code: `${node.kind}-removed`, params: { title: titleOf(definition, handle) } },
    select: first?.handle ?? neighbour(tree, handle),
    lost: against === undefined ? [] : [{ by: against, word: 'x-show' }],
  };
}
