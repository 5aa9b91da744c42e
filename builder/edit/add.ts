// SPDX-License-Identifier: AGPL-3.0-or-later
// New questions, pages, sections and texts.
import type { Definition, FieldSchema } from '../../schemas/types.ts';
import type { Catalogue, Edited, Handle, Place } from './contract.ts';
import { fieldAt, holderAt, innerScope, split, withHolder } from './fields.ts';
import { guessType } from './guess.ts';
import { makeKey } from './key.ts';
import { type TreeNode, find, flat, placed, readTree, scopeAt, withTree } from './tree.ts';

/** Puts a field's schema into a scope under a free key. */
function withNew(
  definition: Definition,
  scope: string,
  wanted: string,
  field: FieldSchema,
): readonly [Definition, pointer: string] {
  const key = makeKey(wanted, Object.keys(holderAt(definition, scope)?.properties ?? {}));
  const next = withHolder(definition, scope, (holder) => ({
    ...holder,
    properties: { ...holder.properties, [key]: field },
  }));
  return [next, `${scope}/${key}`];
}

function withNode(before: Definition, after: Definition, place: Place, node: TreeNode): Definition {
  const tree = placed(readTree(before), place, node);
  return withTree(after, () => tree);
}

/**
 * A new question: its key comes from the title, its type from the title's words unless named.
 * `place` inside a repeat or group makes it a question of that.
 */
export function addField(
  definition: Definition,
  place: Place,
  title: string,
  catalogue: Catalogue,
  type: string = guessType(title, (name) => catalogue.settings.has(name)),
): Edited {
  const name = title.trim().slice(0, 500);
  const blank = catalogue.settings.get(type)?.blank ?? { type: 'string' };
  const scope = scopeAt(readTree(definition), place);
  const [added, pointer] = withNew(definition, scope, name, { ...blank, title: name });
  const inner = innerScope(added, pointer);
  const node: TreeNode = {
    handle: pointer,
    kind: 'field',
    items: [],
    ...(inner === undefined ? {} : { scope: inner }),
  };
  return {
    definition: withNode(definition, added, place, node),
    step: { code: 'added', params: { title: name, type } },
    select: pointer,
  };
}

/** A copy right after the original, its inside included; what it reads stays what the original reads. */
export function duplicate(definition: Definition, pointer: string, suffix: string): Edited | undefined {
  const field = fieldAt(definition, pointer);
  if (!field) return undefined;
  const [scope, key] = split(pointer);
  const title = `${field.title ?? key} ${suffix}`.slice(0, 500);
  const [copied, copy] = withNew(definition, scope, key, { ...field, title });
  const before = readTree(definition);
  const original = find(before, pointer)?.node;
  if (!original) return undefined;
  const renamed = (node: TreeNode): TreeNode => ({
    ...node,
    handle: node.handle.startsWith('/') ? `${copy}${node.handle.slice(pointer.length)}` : node.handle,
    ...(node.scope === undefined ? {} : { scope: `${copy}${node.scope.slice(pointer.length)}` }),
    // Pages, sections and notes have ids of their own, used once.
    items: node.items.filter((item) => item.kind === 'field' || item.kind === 'row').map(renamed),
  });
  return {
    definition: withNode(definition, copied, { after: pointer }, renamed(original)),
    step: { code: 'duplicated', params: { title: field.title ?? key } },
    select: copy,
  };
}

function nodeId(tree: readonly TreeNode[], kind: string, title: string): string {
  const taken = flat(tree)
    .filter((node) => node.kind === kind)
    .map((node) => node.handle.slice(kind.length + 1));
  return makeKey(title, taken, kind === 'page' ? 'pagina' : kind === 'section' ? 'sezione' : 'testo');
}

/**
 * A new page after another (or at the end). Where there were no pages, what is there becomes the first one,
 * called `first`.
 */
export function addPage(
  definition: Definition,
  after: Handle | undefined,
  title: string,
  first: string,
): Edited {
  const tree = readTree(definition);
  const page = (name: string, within: readonly TreeNode[], items: readonly TreeNode[]): TreeNode => {
    const id = nodeId(within, 'page', name);
    return { handle: `page:${id}`, kind: 'page', source: { page: id, title: name }, items };
  };
  const loose = tree.filter((node) => node.kind !== 'page');
  const pages = tree.filter((node) => node.kind === 'page');
  const before = loose.length > 0 ? [page(first, pages, loose), ...pages] : pages;
  const added = page(title, before, []);
  const known = after !== undefined && before.some((node) => node.handle === after);
  return {
    definition: withTree(definition, () => placed(before, known ? { after } : { into: '' }, added)),
    step: { code: 'page-added', params: { title } },
    select: added.handle,
  };
}

/** Sections and notes stand in pages, sections in no section. */
function outside(tree: readonly TreeNode[], place: Place, kind: 'section' | 'note'): Place {
  const handle = 'into' in place ? place.into : 'after' in place ? place.after : place.before;
  const found = find(tree, handle);
  const nest = found && [...found.around, ...('into' in place ? [found.node] : [])];
  const outer = nest?.find(
    (node) => node.kind === 'field' || (kind === 'section' && node.kind === 'section'),
  );
  return outer ? { after: outer.handle } : place;
}

export function addSection(definition: Definition, place: Place, title: string): Edited {
  const tree = readTree(definition);
  const id = nodeId(tree, 'section', title);
  const node: TreeNode = {
    handle: `section:${id}`,
    kind: 'section',
    source: { section: id, title },
    items: [],
  };
  return {
    definition: withNode(definition, definition, outside(tree, place, 'section'), node),
    step: { code: 'section-added', params: { title } },
    select: node.handle,
  };
}

/** A text that is only read. */
export function addNote(definition: Definition, place: Place, text: string): Edited {
  const tree = readTree(definition);
  const id = nodeId(tree, 'note', text);
  const node: TreeNode = { handle: `note:${id}`, kind: 'note', source: { note: id, text }, items: [] };
  return {
    definition: withNode(definition, definition, outside(tree, place, 'note'), node),
    step: { code: 'note-added', params: { title: text.slice(0, 60) } },
    select: node.handle,
  };
}
