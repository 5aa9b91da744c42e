// SPDX-License-Identifier: AGPL-3.0-or-later
// Going through the things on the canvas by keys, and choosing several of them.
import type { Handle } from '../../edit/contract.ts';
import { type TreeNode, flat } from '../../edit/tree.ts';

const stopsOf = (root: Element): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[data-pick], .add input, .add .turn'),
];

/** The thing or line after this one, or before it, as they stand on the page. */
export function beside(root: Element, from: Element, down: boolean): HTMLElement | undefined {
  const stops = stopsOf(root);
  return stops[stops.indexOf(from as HTMLElement) + (down ? 1 : -1)];
}

/** The next thing, lines passed over. */
export function nextPick(root: Element, from: Element, down: boolean): HTMLElement | undefined {
  const picks = [...root.querySelectorAll<HTMLElement>('[data-pick]')];
  return picks[picks.indexOf(from as HTMLElement) + (down ? 1 : -1)];
}

/** Things of the same kind as the first, from one to the other in reading order: they can be moved together. */
export function between(tree: readonly TreeNode[], from: Handle, to: Handle): readonly Handle[] {
  const order = flat(tree).filter((node) => node.kind !== 'row');
  const a = order.findIndex((node) => node.handle === from);
  const b = order.findIndex((node) => node.handle === to);
  if (a < 0 || b < 0) return [to];
  const page = order[a]!.kind === 'page';
  return order
    .slice(Math.min(a, b), Math.max(a, b) + 1)
    .filter((node) => (node.kind === 'page') === page || node.handle === to)
    .map((node) => node.handle);
}

/** Every question and text of the page that a thing stands on; of the whole where there are no pages. */
export function onPage(tree: readonly TreeNode[], handle: Handle): readonly Handle[] {
  const page = tree.find(
    (node) => node.kind === 'page' && flat([node]).some((inside) => inside.handle === handle),
  );
  return flat(page ? page.items : tree)
    .filter((node) => node.kind === 'field' || node.kind === 'note')
    .map((node) => node.handle);
}
