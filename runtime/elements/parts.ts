// SPDX-License-Identifier: BSD-3-Clause
// The parts that Lit keeps of what it has drawn, laid over a copy of the same nodes. Lit names these members for its
// own hydration, once in the build that pages get and once in the one for development; its version is fixed, and
// mould.test.ts holds the rest.

/** Of a child, an attribute, a property, a boolean attribute or an event. */
export interface Part {
  readonly type: number;
  readonly options: object | undefined;
  /** of a child */
  readonly startNode?: Node;
  readonly endNode?: Node | null;
  /** of all others */
  readonly element?: Element;
  readonly name?: string;
  readonly strings?: readonly string[];
}
/** What one drawing of a template is to Lit. */
type Instance = object;
type New = new (...given: unknown[]) => object;

const CHILD = 2;
const EVENT = 5;
const ELEMENT = 6;

const built = { committed: '_$AH', parts: '_$AV', template: '_$AD', one: '_$Cl', several: '_$Co' };
const developed: typeof built = {
  committed: '_$committedValue',
  parts: '_$parts',
  template: '_$template',
  one: '__directive',
  several: '__directives',
};
let names = built;

const get = (from: object, name: keyof typeof built): unknown => Reflect.get(from, names[name]);
const set = (into: object, name: keyof typeof built, value: unknown) => Reflect.set(into, names[name], value);
const kindOf = (part: object) => part.constructor as New;
const isInstance = (value: unknown): value is Instance =>
  typeof value === 'object' && value !== null && names.parts in value;
const partsOf = (instance: Instance) => get(instance, 'parts') as readonly (Part | undefined)[];

/** Is everything that stands in a part such that it can be laid over a copy? No directives, no nodes of others. */
export function overlays(part: Part): boolean {
  names = built.committed in part ? built : developed;
  if (part.type === ELEMENT || get(part, 'one') || get(part, 'several')) return false;
  if (part.type !== CHILD) return true;
  const value = get(part, 'committed');
  if (Array.isArray(value)) return (value as Part[]).every(overlays);
  if (isInstance(value)) return partsOf(value).every((each) => each && overlays(each));
  return !(value instanceof Node);
}

/**
 * The parts of `root` for a copy of its tree. `pairs`: node → node of the copy; `value`: what a part has committed →
 * what its copy shows. Standing as `_$litPart$` of an element, `render` into it goes on from there.
 */
export function overlay(
  root: Part,
  pairs: ReadonlyMap<Node, Node>,
  value: (committed: unknown) => unknown,
): object {
  const at = (node: Node | null | undefined) => node && pairs.get(node);
  const copyOf = (part: Part, parent: unknown) => (part.type === CHILD ? child : attribute)(part, parent);
  const child = (part: Part, parent: unknown): object => {
    const copy = new (kindOf(part))(at(part.startNode), at(part.endNode), parent, part.options);
    const shown = get(part, 'committed');
    const own = () => (isInstance(shown) ? instance(shown, copy) : value(shown));
    set(copy, 'committed', Array.isArray(shown) ? (shown as Part[]).map((each) => child(each, copy)) : own());
    return copy;
  };
  const attribute = (part: Part, parent: unknown): object => {
    const { name, strings = ['', ''], options } = part;
    const copy = new (kindOf(part))(at(part.element), name, strings, parent, options);
    const shown = get(part, 'committed');
    // listeners are not copied: the next drawing adds them
    if (part.type !== EVENT) set(copy, 'committed', Array.isArray(shown) ? shown.map(value) : value(shown));
    return copy;
  };
  const instance = (shown: Instance, parent: object): Instance => {
    const copy = new (kindOf(shown))(get(shown, 'template'), parent);
    const parts = partsOf(shown).map((part) => part && copyOf(part, copy));
    set(copy, 'parts', parts);
    return copy;
  };
  return child(root, undefined);
}
