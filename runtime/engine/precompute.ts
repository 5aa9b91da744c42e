// SPDX-License-Identifier: BSD-3-Clause
// What publishing writes down of a definition, so that a page need not walk it.
import type { Definition, FieldSchema } from '../../schemas/types.ts';
import type { FieldNode, Outline } from './contract.ts';
import { inline } from './field.ts';
import { same } from './pointer.ts';
import { nodeOf, type Program, SHARED } from './program.ts';

/** The definition of a walked one with every `$ref` inlined and its layout complete; its `$defs` are gone. */
export function completed({ definition, layout }: Outline): Definition {
  const { $defs, ...schema } = definition.schema;
  const field = (written: FieldSchema): FieldSchema => {
    const own = inline(written, $defs);
    return {
      ...own,
      ...(own.properties ? { properties: fields(own.properties) } : {}),
      ...(own.items ? { items: field(own.items) } : {}),
    };
  };
  const fields = (properties: { readonly [key: string]: FieldSchema }): { [key: string]: FieldSchema } =>
    Object.fromEntries(Object.entries(properties).map(([key, each]) => [key, field(each)]));
  return { ...definition, schema: { ...schema, properties: fields(schema.properties) }, layout: [...layout] };
}

/** Entries that say something; undefined when none does. */
const sparse = <Value>(
  fields: readonly FieldNode[],
  of: (node: FieldNode) => Value | undefined,
): { [field: number]: Value } | undefined => {
  const found = fields.flatMap((node, place) => {
    const value = of(node);
    return value === undefined ? [] : [[place, value] as const];
  });
  return found.length ? Object.fromEntries(found) : undefined;
};

/** The steps as JSON: fields by their place in reading order, runs of them together. */
function stepsOf({ steps, fields }: Outline): Program['steps'] {
  const ranks = new Map(fields.map((node, rank) => [node, rank]));
  const out: ([number, number] | Omit<Partial<Program['steps'][number]>, 'node'>)[] = [];
  for (const { key, node, show, level, visibleTo } of steps) {
    const last = out.at(-1);
    const rank = node && ranks.get(node)!;
    if (rank === undefined)
      out.push({
        key,
        ...(show.length ? { show } : {}),
        ...(level ? { level } : {}),
        ...(visibleTo ? { visibleTo } : {}),
      });
    else if (Array.isArray(last) && last[1] === rank - 1) last[1] = rank;
    else out.push([rank, rank]);
  }
  return out as Program['steps'];
}

/** The program of a walked definition: `outlineFrom` makes the same outline of it and the completed definition. */
export function programOf(outline: Outline): Program {
  const all = [...outline.byPointer.values()];
  const names = [...new Set(all.map((node) => node.type.type))];
  const places = new Map(all.map((node, place) => [node, place]));
  const order = outline.fields.map((node) => places.get(node)!);
  /** the field without what stands around it */
  const bare = (node: FieldNode) =>
    nodeOf(node.schema, node.key, '', node.level, undefined, node.type, false);
  const parts = {
    formulas: outline.definition.outcome || all.some((node) => node.value !== undefined) ? true : undefined,
    order: order.some((place, rank) => place !== rank) ? order : undefined,
    show: sparse(all, (node) => (same(node.show, bare(node).show) ? undefined : node.show)),
    when: sparse(all, (node) => (same(node.when, node.show) ? undefined : node.when)),
    visibleTo: sparse(all, (node) =>
      same(node.visibleTo, bare(node).visibleTo) ? undefined : node.visibleTo,
    ),
    print: sparse(all, (node) => (node.print === bare(node).print ? undefined : node.print)),
  };
  const readers = [...outline.readers].map(([pointer, list]) => [
    pointer,
    list.map(({ step, bound }) => step + SHARED * bound),
  ]);
  return {
    types: names,
    of: all.map((node) => names.indexOf(node.type.type)),
    ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)),
    steps: stepsOf(outline),
    readers: Object.fromEntries(readers),
  };
}
