// SPDX-License-Identifier: AGPL-3.0-or-later
// Which questions a person answers by hand, in the order of the layout, and their numbers.
import type { LayoutNode } from '../../../schemas/types.ts';
import type { FieldNode, Outline } from '../../../runtime/engine/contract.ts';
import { place } from '../../../runtime/engine/layout.ts';

/** A question with its number: 7, or 7.2 within the rows of the seventh. */
export interface Numbered {
  readonly node: FieldNode;
  readonly number: string;
  /** of a repeat: the questions of each row */
  readonly inside: readonly Numbered[];
}

export type Part =
  | { readonly heading: string; readonly level: 2 | 3; readonly hint: string }
  | { readonly note: string }
  | { readonly question: Numbered };

/** What is worked out, fixed or for other roles is not asked on paper. */
export function isAsked(node: FieldNode, role: string): boolean {
  return (
    node.value === undefined &&
    node.schema['x-drawn'] !== false &&
    node.schema.readOnly !== true &&
    (node.visibleTo === undefined || node.visibleTo.includes(role))
  );
}

/** The paper from top to bottom. */
export function partsOf(outline: Outline, role: string): readonly Part[] {
  let last = 0;
  const asked = (node: FieldNode | undefined): readonly Part[] => {
    if (!node || !isAsked(node, role)) return [];
    if (node.type.nests === 'group') {
      const inside = node.children.flatMap((child) => asked(child));
      const title = node.schema.title ?? node.key;
      return inside.length === 0
        ? []
        : [{ heading: title, level: 3, hint: node.schema['x-hint'] ?? '' }, ...inside];
    }
    last += 1;
    const number = String(last);
    const inside = node.type.nests === 'rows' ? rowQuestions(node, number, role) : [];
    if (node.type.nests === 'rows' && inside.length === 0) {
      last -= 1;
      return [];
    }
    return [{ question: { node, number, inside } }];
  };
  const walk = (items: readonly LayoutNode[], base: string): readonly Part[] =>
    items.flatMap((item): readonly Part[] => {
      const at = (pointer: string) => asked(outline.byPointer.get(place(pointer, base)));
      if (typeof item === 'string') return at(item);
      if ('row' in item) return item.row.flatMap(at);
      if ('repeat' in item) {
        const node = outline.byPointer.get(place(item.repeat, base));
        return node?.type.nests === 'group' ? walk(item.items, node.pointer) : at(item.repeat);
      }
      const roles = item['x-visible-to'];
      if (roles && !roles.includes(role)) return [];
      if ('note' in item) return [{ note: item.text }];
      const inside = walk(item.items, base);
      if (inside.length === 0) return [];
      const level = 'page' in item ? 2 : 3;
      return [{ heading: item.title, level, hint: item['x-hint'] ?? '' }, ...inside];
    });
  return walk(outline.layout, '');
}

/** Questions of a row; groups within it are written out, rows within rows are left to the desk. */
function rowQuestions(node: FieldNode, number: string, role: string): Numbered[] {
  const leaves = (children: readonly FieldNode[]): FieldNode[] =>
    children
      .filter((child) => isAsked(child, role))
      .flatMap((child) =>
        child.type.nests === 'group' ? leaves(child.children) : child.type.nests === 'rows' ? [] : [child],
      );
  return leaves(node.children).map((child, place) => ({
    node: child,
    number: `${number}.${place + 1}`,
    inside: [],
  }));
}

/** Every question with its number, by pointer. */
export function numbersOf(parts: readonly Part[]): ReadonlyMap<string, Numbered> {
  const all = new Map<string, Numbered>();
  const note = (one: Numbered): void => {
    all.set(one.node.pointer, one);
    one.inside.forEach(note);
  };
  for (const part of parts) if ('question' in part) note(part.question);
  return all;
}
