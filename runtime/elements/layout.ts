// SPDX-License-Identifier: BSD-3-Clause
// From a definition's layout to what is drawn: pages, and in each page blocks that render apart.
import type { LayoutNode, LayoutPage, LayoutSection } from '../../schemas/types.ts';
import type { Outline } from '../engine/contract.ts';
import type { FormStore } from './form-store.ts';

/** One page of the form; `node` is absent where the definition has no pages. */
export interface Page {
  readonly id: string;
  readonly node: LayoutPage | undefined;
  readonly blocks: readonly Block[];
}

/** What one <patto-section> draws: a section, or a run of items outside of sections. */
export interface Block {
  readonly section: LayoutSection | undefined;
  readonly items: readonly LayoutNode[];
}

/** Items outside of sections are cut in runs of this length, so that what is off screen costs nothing. */
const RUN = 10;

const isPage = (item: LayoutNode): item is LayoutPage => typeof item === 'object' && 'page' in item;
const isSection = (item: LayoutNode): item is LayoutSection => typeof item === 'object' && 'section' in item;

/** A layout's pointer from the row where it stands: ./nome in /nucleo/0 → /nucleo/0/nome. */
export const resolve = (pointer: string, base: string): string =>
  pointer.startsWith('./')
    ? base + pointer.slice(1)
    : pointer.startsWith('../')
      ? resolve(pointer.slice(1), base.replace(/\/[^/]+\/\d+$/, ''))
      : pointer;

/** Key of a layout node in `Settled.shown`, from the row where it stands. */
export const shownKey = (kind: 'page' | 'section' | 'note', id: string, base: string): string =>
  (base ? `${base}/` : '') + `${kind}:${id}`;

export function blocksOf(items: readonly LayoutNode[]): Block[] {
  const blocks: Block[] = [];
  let run: LayoutNode[] = [];
  const flush = () => {
    if (run.length) blocks.push({ section: undefined, items: run });
    run = [];
  };
  for (const item of items) {
    if (isSection(item)) {
      flush();
      blocks.push({ section: item, items: item.items });
    } else {
      run.push(item);
      if (run.length === RUN) flush();
    }
  }
  flush();
  return blocks;
}

/** Pages in order. Items before the first page join the first one, those between and after the page before them. */
export function pagesOf(outline: Outline): readonly Page[] {
  const groups: { node: LayoutPage | undefined; items: LayoutNode[] }[] = [];
  for (const item of outline.layout) {
    const last = groups.at(-1);
    if (isPage(item)) {
      if (last && !last.node) groups.splice(-1, 1, { node: item, items: [...last.items, ...item.items] });
      else groups.push({ node: item, items: [...item.items] });
    } else if (last) last.items.push(item);
    else groups.push({ node: undefined, items: [item] });
  }
  return groups.map(({ node, items }) => ({ id: node?.page ?? '', node, blocks: blocksOf(items) }));
}

/** Pointers of the fields that a list of items draws, in order; of repeats and groups only their own. */
export const fieldsOf = (items: readonly LayoutNode[], base: string): string[] =>
  items.flatMap((item) => {
    if (typeof item === 'string') return resolve(item, base);
    if ('row' in item) return item.row.map((pointer) => resolve(pointer, base));
    if ('repeat' in item) return resolve(item.repeat, base);
    return 'items' in item ? fieldsOf(item.items, base) : [];
  });

export const pageTitle = (page: Page, store: FormStore): string =>
  page.node ? store.sayings.page(page.node) : store.sayings.formTitle();
