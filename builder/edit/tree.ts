// SPDX-License-Identifier: AGPL-3.0-or-later
// The layout as one complete tree: every field stands in it exactly once, whatever the layout says or leaves out.
import type { Definition, LayoutNode, LayoutNote, LayoutPage, LayoutSection } from '../../schemas/types.ts';
import type { Handle, Place } from './contract.ts';
import { fieldAt, holderAt, innerScope } from './fields.ts';
import { sameShape } from './shape.ts';

export interface TreeNode {
  readonly handle: Handle;
  readonly kind: 'page' | 'section' | 'row' | 'note' | 'field';
  /** pages, sections and notes: their layout node without its items */
  readonly source?: Omit<LayoutPage, 'items'> | Omit<LayoutSection, 'items'> | LayoutNote;
  /** fields of a repeat or group, questions of a page or section, cells of a row */
  readonly items: readonly TreeNode[];
  /** repeats and groups: the scope their items live in */
  readonly scope?: string;
}

/** The page that the engine, too, makes for left-out fields when every other page has a condition. */
const others = { page: 'altro', title: 'Altro' };

const isOpen = (box: { readonly 'x-show'?: unknown; readonly 'x-visible-to'?: unknown }): boolean =>
  box['x-show'] === undefined && box['x-visible-to'] === undefined;

/** Reads the layout and completes it as the engine does: left-out fields go to the end, of the last open page. */
export function readTree(definition: Definition): readonly TreeNode[] {
  const known = trees.get(definition);
  if (known) return known;
  const tree = last && sameShape(last.definition, definition) ? last.tree : completed(definition);
  trees.set(definition, tree);
  last = { definition, tree };
  return tree;
}

/** A definition never changes, so its tree is read once. */
const trees = new WeakMap<Definition, readonly TreeNode[]>();
/** Read last: most edits change words, and what stands where stays the same. */
let last: { readonly definition: Definition; readonly tree: readonly TreeNode[] } | undefined;

/** The layout that a node was read from and says the same as, and the scope it stood in: written back as it was. */
const origins = new WeakMap<TreeNode, { readonly layout: LayoutNode; readonly scope: string }>();

function completed(definition: Definition): readonly TreeNode[] {
  const seen = new Set<string>();

  const leftOut = (scope: string): TreeNode[] =>
    Object.keys(holderAt(definition, scope)?.properties ?? {})
      .map((key) => `${scope}/${key}`)
      .flatMap((pointer) => field(pointer, undefined));

  const field = (pointer: string, items: readonly LayoutNode[] | undefined): TreeNode[] => {
    if (seen.has(pointer) || !fieldAt(definition, pointer)) return [];
    const scope = innerScope(definition, pointer);
    if (scope === undefined) {
      seen.add(pointer);
      return [{ handle: pointer, kind: 'field', items: [] }];
    }
    // A group whose fields stand elsewhere one by one is no box of its own.
    const keys = Object.keys(holderAt(definition, scope)?.properties ?? {});
    if (keys.length > 0 && keys.every((key) => seen.has(`${scope}/${key}`))) return [];
    seen.add(pointer);
    const placed = read(items ?? [], scope);
    const left = leftOut(scope);
    const complete = left.length === 0 || items === undefined;
    const made: TreeNode = { handle: pointer, kind: 'field', scope, items: [...placed, ...left] };
    if (!complete) unlike.add(made);
    return [made];
  };

  /** nodes that say something else than their layout, or hold one that does */
  const unlike = new WeakSet<TreeNode>();

  const node = (layout: LayoutNode, scope: string): TreeNode[] => {
    const made = nodeOf(layout, scope);
    const [only] = made;
    const parts = typeof layout === 'string' ? undefined : 'row' in layout ? layout.row : 'items' in layout ? layout.items : undefined; // prettier-ignore
    // Plain pointers and notes are written as they were read in any case.
    if (only === undefined || parts === undefined) return made;
    // What was a list and is none any more is a plain pointer.
    const list = typeof layout !== 'string' && 'repeat' in layout;
    const alike =
      !unlike.has(only) &&
      !(list && (only.scope === undefined || parts.length === 0)) &&
      parts.length === only.items.length &&
      only.items.every((item) => !unlike.has(item));
    if (alike) origins.set(only, { layout, scope });
    else unlike.add(only);
    return made;
  };

  const nodeOf = (layout: LayoutNode, scope: string): TreeNode[] => {
    if (typeof layout === 'string') return field(absolute(layout, scope), undefined);
    if ('repeat' in layout) return field(absolute(layout.repeat, scope), layout.items);
    if ('row' in layout) return [{ handle: 'row', kind: 'row', items: read(layout.row, scope) }];
    if ('note' in layout) return [{ handle: `note:${layout.note}`, kind: 'note', source: layout, items: [] }];
    const { items, ...source } = layout;
    const inner = read(items, scope);
    return 'page' in source
      ? [{ handle: `page:${source.page}`, kind: 'page', source, items: inner }]
      : [{ handle: `section:${source.section}`, kind: 'section', source, items: inner }];
  };

  const read = (layout: readonly LayoutNode[], scope: string): TreeNode[] =>
    layout.flatMap((item) => node(item, scope));

  const tree = read(definition.layout ?? [], '');
  const rest = leftOut('');
  if (rest.length === 0 || !tree.some((node) => node.kind === 'page')) return [...tree, ...rest];
  // A page with a condition would hide what nobody put there.
  const open = tree.findLast((node) => node.kind === 'page' && node.source && isOpen(node.source));
  if (!open) return [...tree, { handle: 'page:altro', kind: 'page', source: others, items: rest }];
  return tree.map((node) => (node === open ? { ...node, items: [...node.items, ...rest] } : node));
}

// './eta' inside '/nucleo/*' → '/nucleo/*/eta'
function absolute(pointer: string, scope: string): string {
  return pointer.startsWith('./') ? `${scope}${pointer.slice(1)}` : pointer;
}

function relative(pointer: string, scope: string): string {
  return scope !== '' && pointer.startsWith(`${scope}/`) ? `.${pointer.slice(scope.length)}` : pointer;
}

/** The layout that reads back as this tree. */
export function writeLayout(tree: readonly TreeNode[], scope = ''): LayoutNode[] {
  return tree.flatMap((node): LayoutNode[] => {
    const origin = origins.get(node);
    if (origin?.scope === scope) return [origin.layout];
    const { kind, handle, items, source } = node;
    if (kind === 'note') return [source as LayoutNote];
    if (kind === 'page' || kind === 'section')
      return [{ ...source, items: writeLayout(items, scope) } as LayoutPage | LayoutSection];
    if (kind === 'row') {
      // A row holds pointers only, four at most; a repeat in it needs its own lines.
      const fits = items.length > 1 && items.length <= 4 && items.every((cell) => cell.scope === undefined);
      return fits ? [{ row: items.map((cell) => relative(cell.handle, scope)) }] : writeLayout(items, scope);
    }
    const pointer = relative(handle, scope);
    return node.scope === undefined || items.length === 0
      ? [pointer]
      : [{ repeat: pointer, items: writeLayout(items, node.scope) }];
  });
}

export function withTree(
  definition: Definition,
  change: (tree: readonly TreeNode[]) => readonly TreeNode[],
): Definition {
  return { ...definition, layout: writeLayout(change(readTree(definition))) };
}

/** A node with the nodes around it, outermost first. */
export interface Found {
  readonly node: TreeNode;
  readonly around: readonly TreeNode[];
  /** the list it stands in, and where */
  readonly siblings: readonly TreeNode[];
  readonly index: number;
}

export function find(tree: readonly TreeNode[], handle: Handle): Found | undefined {
  for (let index = 0; index < tree.length; index++) {
    const node = tree[index]!;
    if (node.handle === handle && node.kind !== 'row') return { node, around: [], siblings: tree, index };
    if (node.items.length === 0) continue;
    const inside = find(node.items, handle);
    if (inside) return { ...inside, around: [node, ...inside.around] };
  }
  return undefined;
}

/** The scope that things in a node's surroundings live in: that of the nearest repeat or group. */
export function scopeOf(around: readonly TreeNode[]): string {
  return around.findLast((node) => node.scope !== undefined)?.scope ?? '';
}

/** The tree without one node. */
export function without(tree: readonly TreeNode[], handle: Handle): readonly TreeNode[] {
  const left = tree.filter((node) => node.handle !== handle || node.kind === 'row');
  return same(
    tree,
    left.map((node) => withItems(node, without(node.items, handle))),
  );
}

/** The old list where nothing in it is new. */
function same(old: readonly TreeNode[], next: readonly TreeNode[]): readonly TreeNode[] {
  return old.length === next.length && old.every((node, index) => node === next[index]) ? old : next;
}

export function withItems(node: TreeNode, items: readonly TreeNode[]): TreeNode {
  return items === node.items ? node : { ...node, items };
}

/** The tree with a node at a place; a place inside a row means beside the row, unless `inRow`. */
export function placed(
  tree: readonly TreeNode[],
  place: Place,
  added: TreeNode,
  inRow = false,
): readonly TreeNode[] {
  if ('into' in place && place.into === '') return [...tree, added];
  const handle = 'into' in place ? place.into : 'after' in place ? place.after : place.before;
  const next = tree.flatMap((node) => {
    const isRow = node.kind === 'row';
    const here =
      isRow && !inRow ? node.items.some((cell) => cell.handle === handle) : !isRow && node.handle === handle;
    if (here && 'into' in place) return [{ ...node, items: [...node.items, added] }];
    if (here) return 'after' in place ? [node, added] : [added, node];
    return [withItems(node, placed(node.items, place, added, inRow))];
  });
  return same(tree, next);
}

/** Every node in reading order. */
export function flat(tree: readonly TreeNode[]): readonly TreeNode[] {
  const found: TreeNode[] = [];
  const collect = (nodes: readonly TreeNode[]): void => {
    for (const node of nodes) {
      found.push(node);
      collect(node.items);
    }
  };
  collect(tree);
  return found;
}

/** The scope in which something at a place would live. */
export function scopeAt(tree: readonly TreeNode[], place: Place): string {
  if ('into' in place) {
    const found = find(tree, place.into);
    return found ? scopeOf([...found.around, found.node]) : '';
  }
  const found = find(tree, 'after' in place ? place.after : place.before);
  return found ? scopeOf(found.around) : '';
}

/** What comes next in reading order after a thing and all that is in it: where a person goes when it is not shown. */
export function following(definition: Definition, handle: Handle): Handle | undefined {
  const found = find(readTree(definition), handle);
  if (!found) return undefined;
  const after = (siblings: readonly TreeNode[], from: number): TreeNode | undefined =>
    siblings.slice(from).find((node) => node.kind !== 'note');
  let next = after(found.siblings, found.index + 1);
  for (let up = found.around.length - 1; !next && up >= 0; up--) {
    const box = found.around[up]!;
    if (box.scope !== undefined) return undefined;
    const siblings = up > 0 ? found.around[up - 1]!.items : readTree(definition);
    next = after(siblings, siblings.indexOf(box) + 1);
  }
  while (next?.kind === 'row') next = next.items[0];
  return next?.handle;
}
