// SPDX-License-Identifier: AGPL-3.0-or-later
// Questions taken out as a piece of text that another form, tab or district can take in.
import type { Definition, FieldSchema } from '../../schemas/types.ts';
import type { Handle } from './contract.ts';
import { fieldAt, holderAt, innerScope, split } from './fields.ts';
import { sharedBy } from './own-parts.ts';
import { references, titleOf } from './references.ts';
import { type TreeNode, find, flat, readTree, scopeOf } from './tree.ts';

/** The kind of data on the clipboard. */
export const CLIP = 'application/x-patto-questions+json';

interface Clipped {
  /** as the canvas had it, without what only this program knows */
  readonly node: TreeNode;
  /** the scope it stood in, and what ./ meant there */
  readonly scope: string;
  readonly level: string;
}

export interface Clip {
  readonly patto: 1;
  /** id of the form that it comes from */
  readonly from: string;
  readonly items: readonly Clipped[];
  /** schema of each question that stands in it by itself, with whether it must be answered */
  readonly fields: {
    readonly [pointer: string]: { readonly field: FieldSchema; readonly required: boolean };
  };
  /** shared parts that they name */
  readonly defs: { readonly [name: string]: FieldSchema };
  /** titles of the questions elsewhere that they read */
  readonly reads: { readonly [pointer: string]: string };
  /** those of them that are lists of rows */
  readonly rows: readonly string[];
}

/** Handles without those that stand inside another one of them, in reading order. */
export function outermost(definition: Definition, handles: readonly Handle[]): readonly Handle[] {
  const wanted = new Set(handles);
  const found: Handle[] = [];
  const look = (nodes: readonly TreeNode[]): void => {
    for (const node of nodes)
      if (node.kind !== 'row' && wanted.has(node.handle)) found.push(node.handle);
      else look(node.items);
  };
  look(readTree(definition));
  return found;
}

/** Questions of a node that no other question of it holds. */
const ownFields = (node: TreeNode): readonly TreeNode[] =>
  node.kind === 'field' ? [node] : node.items.flatMap(ownFields);

/** What ./ means in a scope: the nearest rows, '' at the root. */
export const levelOf = (scope: string): string => scope.slice(0, scope.lastIndexOf('/*') + 2) || '';

/** Takes things out whole; undefined when nothing of these is there. */
export function clip(definition: Definition, handles: readonly Handle[]): Clip | undefined {
  const tree = readTree(definition);
  const items = outermost(definition, handles).flatMap((handle): Clipped[] => {
    const found = find(tree, handle);
    if (!found) return [];
    const scope = found.node.kind === 'field' ? split(handle)[0] : scopeOf(found.around);
    return [{ node: found.node, scope, level: levelOf(scope) }];
  });
  if (items.length === 0) return undefined;
  const pointers = items.flatMap(({ node }) => ownFields(node).map((each) => each.handle));
  const fields = Object.fromEntries(
    pointers.map((pointer) => {
      const [scope, key] = split(pointer);
      const required = holderAt(definition, scope)?.required?.includes(key) ?? false;
      return [pointer, { field: fieldAt(definition, pointer)!, required }];
    }),
  );
  const reads = Object.fromEntries(references(definition).map(({ target }) => [target, titleOf(definition, target)])); // prettier-ignore
  const rows = Object.keys(reads).filter((at) => innerScope(definition, at) === `${at}/*`);
  return { patto: 1, from: definition.id, items, fields, defs: sharedBy(definition, fields), reads, rows };
}

/** What a text on the clipboard says, when it is one of ours. */
export function clipIn(text: string): Clip | undefined {
  try {
    const clip: unknown = JSON.parse(text);
    const fits = typeof clip === 'object' && clip !== null && 'patto' in clip && clip.patto === 1;
    return fits && 'items' in clip && Array.isArray(clip.items) && 'fields' in clip && 'reads' in clip && 'rows' in clip && 'defs' in clip ? (clip as Clip) : undefined; // prettier-ignore
  } catch {
    return undefined;
  }
}

/** What it says to any other program: one title a line. */
export const clipText = (clip: Clip): string =>
  clip.items
    .flatMap(({ node }) => flat([node]))
    .flatMap((node) => {
      const source = node.source;
      if (source && 'text' in source) return [source.text];
      if (source && 'title' in source) return [source.title ?? ''];
      const field = clip.fields[node.handle]?.field;
      return field?.title === undefined ? [] : [field.title];
    })
    .join('\n');
