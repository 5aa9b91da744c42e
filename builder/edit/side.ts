// SPDX-License-Identifier: AGPL-3.0-or-later
// Questions side by side: two or three of them, or four at most, in one row.
import type { Definition } from '../../schemas/types.ts';
import type { Edited, Handle, Refused } from './contract.ts';
import { titleOf } from './references.ts';
import { type TreeNode, find, readTree, withItems, withTree } from './tree.ts';

/** As many as the grammar takes in a row. */
const MOST = 4;

const isPlain = (node: TreeNode | undefined): node is TreeNode =>
  node?.kind === 'field' && node.scope === undefined;

/** The tree with one list of siblings changed. */
function changed(
  tree: readonly TreeNode[],
  siblings: readonly TreeNode[],
  change: (list: readonly TreeNode[]) => readonly TreeNode[],
): readonly TreeNode[] {
  if (tree === siblings) return change(tree);
  const next = tree.map((node) => withItems(node, changed(node.items, siblings, change)));
  return next.every((node, index) => node === tree[index]) ? tree : next;
}

const edited = (definition: Definition, tree: readonly TreeNode[], code: string, handle: Handle): Edited => ({
  definition: withTree(definition, () => tree),
  step: { code, params: { title: titleOf(definition, handle) } },
  select: handle,
});

/** Beside the question before it, or into the row before it. */
export function pairUp(definition: Definition, handle: Handle): Edited | Refused | undefined {
  const tree = readTree(definition);
  const found = find(tree, handle);
  const refused = (code: string): Refused => ({ refused: { code, params: { title: titleOf(definition, handle) } } }); // prettier-ignore
  if (!found || found.around.at(-1)?.kind === 'row') return refused('already-beside');
  const { node, siblings, index } = found;
  const before = siblings[index - 1];
  if (!isPlain(node)) return refused('not-beside');
  if (before?.kind === 'row') {
    if (before.items.length >= MOST) return refused('row-full');
  } else if (!isPlain(before)) return refused('nothing-before');
  const row: TreeNode =
    before.kind === 'row'
      ? { ...before, items: [...before.items, node] }
      : { handle: 'row', kind: 'row', items: [before, node] };
  const next = changed(tree, siblings, (list) => [...list.slice(0, index - 1), row, ...list.slice(index + 1)]); // prettier-ignore
  return edited(definition, next, 'beside', handle);
}

/** Out of its row, on a line of its own after it. */
export function standAlone(definition: Definition, handle: Handle): Edited | undefined {
  const tree = readTree(definition);
  const found = find(tree, handle);
  const row = found?.around.at(-1);
  if (!found || row?.kind !== 'row') return undefined;
  const left = row.items.filter((cell) => cell !== found.node);
  const rest: readonly TreeNode[] = left.length > 1 ? [{ ...row, items: left }] : left;
  const outer = found.around.at(-2)?.items ?? tree;
  const next = changed(tree, outer, (list) =>
    list.flatMap((each) => (each === row ? [...rest, found.node] : [each])),
  );
  return edited(definition, next, 'alone', handle);
}
