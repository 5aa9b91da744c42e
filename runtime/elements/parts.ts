// SPDX-License-Identifier: BSD-3-Clause
// The parts that Lit keeps of what it has drawn, laid over a copy of the same nodes. Lit names these members for its
// own hydration and keeps the names from release to release; its version is fixed, and mould.test.ts holds the rest.
// @lit: _$AH committed, _$AA start, _$AB end, _$AV parts of an instance, _$AD its template; _$Cl, _$Co directives.

export type Committed = unknown;

interface Instance {
  readonly _$AD: object;
  _$AV: (Part | undefined)[];
}
export interface ChildPart {
  readonly type: 2;
  _$AH: Committed;
  readonly _$AA: Node;
  readonly _$AB: Node | null;
  readonly options: object | undefined;
  readonly _$Cl?: object;
}
/** Of an attribute, a property, a boolean attribute or an event. */
interface AttributePart {
  readonly type: 1 | 3 | 4 | 5;
  _$AH: Committed;
  readonly element: Element;
  readonly name: string;
  readonly strings?: readonly string[];
  readonly options: object | undefined;
  readonly _$Cl?: object;
  readonly _$Co?: object;
}
type Part = ChildPart | AttributePart;
type New<Kind> = new (...given: unknown[]) => Kind;

const CHILD = 2;
const EVENT = 5;
const isInstance = (value: unknown): value is Instance =>
  typeof value === 'object' && value !== null && '_$AV' in value;
const kindOf = <Kind extends object>(part: Kind) => part.constructor as New<Kind>;

/** Is everything that stands in a part such that it can be laid over a copy? No directives, no nodes of others. */
export function overlays(part: Part | { readonly type: 6 }): boolean {
  if (part.type === 6 || part._$Cl || ('_$Co' in part && part._$Co)) return false;
  if (part.type !== CHILD) return true;
  const value = part._$AH;
  if (Array.isArray(value)) return (value as ChildPart[]).every(overlays);
  if (isInstance(value)) return value._$AV.every((each) => each && overlays(each));
  return !(value instanceof Node);
}

/**
 * The parts of `root` for a copy of its tree. `pairs`: node → node of the copy; `value`: what a part has committed →
 * what its copy shows. Standing as `_$litPart$` of an element, `render` into it goes on from there.
 */
export function overlay(
  root: ChildPart,
  pairs: ReadonlyMap<Node, Node>,
  value: (committed: Committed) => Committed,
): ChildPart {
  const at = (node: Node | null) => node && pairs.get(node);
  const child = (part: ChildPart, parent: unknown): ChildPart => {
    const copy = new (kindOf(part))(at(part._$AA), at(part._$AB), parent, part.options);
    const shown = part._$AH;
    copy._$AH = Array.isArray(shown)
      ? (shown as ChildPart[]).map((each) => child(each, copy))
      : isInstance(shown)
        ? instance(shown, copy)
        : value(shown);
    return copy;
  };
  const attribute = (part: AttributePart, parent: unknown): AttributePart => {
    const { name, strings = ['', ''], options } = part;
    const copy = new (kindOf(part))(at(part.element), name, strings, parent, options);
    // listeners are not copied: the next drawing adds them
    if (part.type !== EVENT) copy._$AH = Array.isArray(part._$AH) ? part._$AH.map(value) : value(part._$AH);
    return copy;
  };
  const instance = (shown: Instance, parent: ChildPart): Instance => {
    const copy = new (kindOf(shown))(shown._$AD, parent);
    copy._$AV = shown._$AV.map((part) =>
      part?.type === CHILD ? child(part, copy) : part && attribute(part, copy),
    );
    return copy;
  };
  return child(root, undefined);
}
