// SPDX-License-Identifier: BSD-3-Clause
// Groups and rows: how they settle and what stands in them. Fetched with a form that has some.
import { html } from 'lit';
import type { LayoutNode } from '../../schemas/types.ts';
import type { FieldNode, Outline } from '../engine/contract.ts';
import { Drawing } from './draw.ts';
import type { PattoField } from './field.ts';
import { resolve } from './layout.ts';

export * from '../engine/nesting.ts';

/** For each repeat and group, by its pointer with stars, what stands inside: its layout, else its fields in order. */
export function insideOf(outline: Outline): ReadonlyMap<string, readonly LayoutNode[]> {
  const inside = new Map<string, readonly LayoutNode[]>();
  const drawn = (node: FieldNode) => node.schema['x-drawn'] !== false && node.key !== 'id';
  for (const node of outline.byPointer.values()) {
    if (node.type.nests)
      inside.set(
        node.pointer,
        node.children.filter(drawn).map((child) => `./${child.key}`),
      );
  }
  const look = (items: readonly LayoutNode[], base: string) => {
    for (const item of items) {
      if (typeof item === 'string' || 'row' in item || 'note' in item) continue;
      if ('repeat' in item) {
        const pointer = resolve(item.repeat, base);
        inside.set(pointer, item.items);
        look(item.items, outline.byPointer.get(pointer)?.type.nests === 'rows' ? `${pointer}/*` : pointer);
      } else look(item.items, base);
    }
  };
  look(outline.layout, '');
  return inside;
}

const groups = new WeakMap<PattoField, Drawing>();

/** What stands in a group, or the rows of a repeat. */
export function nested(field: PattoField, node: FieldNode): unknown {
  const { store, path } = field;
  if (node.type.nests === 'rows') {
    void import('./rows.ts');
    return html`<patto-rows .path=${path}></patto-rows>`;
  }
  const drawing = groups.get(field) ?? new Drawing(store.inside.get(node.pointer) ?? [], path, store);
  groups.set(field, drawing);
  drawing.move(path);
  return drawing.box;
}
