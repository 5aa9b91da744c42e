// SPDX-License-Identifier: BSD-3-Clause
import type { Definition, FieldSchema } from '../../schemas/types.ts';
import type { Engine, FieldNode, Outline, ScopedCondition, Step } from './contract.ts';
import { inline, typeOf } from './field.ts';
import {
  type Around,
  both,
  complete,
  type Drawn,
  nothingAround,
  placed,
  type Placed,
  stricter,
} from './layout.ts';
import { outcomeKey, rowOf } from './pointer.ts';
import { aside, type Growing, nodeOf } from './program.ts';
import { readsOf, sequence } from './sequence.ts';

/** Makes a definition ready to be settled and checked. Throws only on a definition that lint refuses. */
export function walk(definition: Definition, engine: Engine): Outline {
  const { outline, cycle } = outlineOf(definition, engine);
  if (cycle) throw new Error(`These read each other in a circle: ${cycle.join(' → ')}`);
  return outline;
}

/** The outline, and the circle in it when there is one. */
export function outlineOf(
  definition: Definition,
  engine: Engine,
): { readonly outline: Outline; readonly cycle: readonly string[] | undefined } {
  const byPointer = new Map<string, Growing>();
  const roots = nodes(definition.schema, '', '', undefined, definition, engine, byPointer);
  const nesting = { nests: (pointer: string) => byPointer.get(pointer)?.type.nests };
  const layout = complete(definition.layout, roots.filter(isDrawn).map(drawn), nesting);
  const where = placed(layout, nesting);
  for (const root of roots) finish(root, where.fields);
  const ranks = new Map([...where.fields.keys()].map((pointer, rank) => [pointer, rank]));
  for (const node of byPointer.values()) node.children = inReadingOrder(node.children, ranks);
  const fields: FieldNode[] = [];
  const collect = (node: FieldNode): void => {
    fields.push(node);
    node.children.forEach(collect);
  };
  inReadingOrder(roots, ranks).forEach(collect);
  const found = sequence(stepsOf(fields, where.nodes, definition), (step) =>
    readsOf(step, definition, engine, byPointer),
  );
  const outline = {
    engine,
    definition,
    fields,
    byPointer,
    layout,
    steps: found.steps,
    readers: found.readers,
  };
  return { outline, cycle: found.cycle };
}

const isDrawn = (node: FieldNode): boolean => node.schema['x-drawn'] !== false;
const drawn = (node: FieldNode): Drawn => ({
  pointer: node.pointer,
  nests: node.type.nests,
  children: node.children.filter(isDrawn).map(drawn),
});

function nodes(
  schema: { readonly properties?: FieldSchema['properties']; readonly required?: readonly string[] },
  base: string,
  level: string,
  parent: Growing | undefined,
  definition: Definition,
  engine: Engine,
  byPointer: Map<string, Growing>,
): Growing[] {
  return Object.entries(schema.properties ?? {}).map(([key, written]) => {
    const defs = definition.schema.$defs;
    const field = inline(written, defs);
    const rows = field.items && { ...field, items: inline(field.items, defs) };
    const own = rows ?? field;
    const pointer = `${base}/${key}`;
    const type = typeOf(own, engine);
    if (!type) throw new Error(`No field type fits ${pointer}`);
    const node = nodeOf(own, key, base, level, parent, type, schema.required?.includes(key) ?? false);
    byPointer.set(pointer, node);
    if (type.nests === 'rows' && own.items) {
      node.children = nodes(own.items, rowOf(pointer), pointer, node, definition, engine, byPointer);
    } else if (type.nests === 'group') {
      node.children = nodes(own, pointer, level, node, definition, engine, byPointer);
    }
    return node;
  });
}

/** Adds what pages, sections and containers ask. */
function finish(node: Growing, fields: ReadonlyMap<string, Around>): void {
  const around = fields.get(node.pointer) ?? nothingAround;
  const { parent } = node;
  node.show = [...around.show, ...node.show];
  node.visibleTo = both(both(parent?.visibleTo, around.visibleTo), node.visibleTo);
  node.print = stricter(stricter(parent?.print ?? 'family', around.print), node.print);
  // Rows that a hidden repeat keeps are not asked for; the rows of a cleared one are gone anyway.
  const inherited = (container: FieldNode | undefined): readonly ScopedCondition[] => {
    if (!container) return [];
    const keeps = container.schema['x-when-hidden'] === 'keep';
    const near = container.type.nests === 'group' && container.level === node.level;
    return [...inherited(container.parent), ...(keeps || near ? container.show : [])];
  };
  node.when = [...inherited(parent), ...node.show];
  for (const child of node.children) finish(child, fields);
}

/** Fields in the order in which a person meets them; those that the layout does not place keep theirs, at the end. */
function inReadingOrder(list: readonly Growing[], ranks: ReadonlyMap<string, number>): Growing[] {
  const rank = (node: Growing): number =>
    Math.min(
      ranks.get(node.pointer) ?? Infinity,
      ...(node.type.nests === 'group' ? node.children.map(rank) : []),
    );
  return list
    .map((node, place) => [rank(node), place, node] as const)
    .sort((a, b) => (a[0] === b[0] ? a[1] - b[1] : a[0] - b[0]))
    .map((each) => each[2]);
}

function stepsOf(fields: readonly FieldNode[], layout: Placed['nodes'], definition: Definition): Step[] {
  const ofFields = fields.map((node): Step => ({ ...aside(node), key: node.pointer, node }));
  const ofLayout = layout.map(({ key, level, around }): Step => ({
    key: rowOf(level) + (level === '' ? '' : '/') + key,
    node: undefined,
    show: around.show,
    level,
    visibleTo: around.visibleTo,
  }));
  const outcome: Step[] = definition.outcome
    ? [{ key: outcomeKey, node: undefined, show: [], level: '', visibleTo: undefined }]
    : [];
  return [...ofFields, ...ofLayout, ...outcome];
}
