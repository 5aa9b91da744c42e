// SPDX-License-Identifier: BSD-3-Clause
// A definition already walked: what publishing found out travels beside it, so that a page need not find it out again.
import type { Definition, FieldSchema } from '../../schemas/types.ts';
import type { Engine, FieldNode, Outline, Reader, ScopedCondition, Step } from './contract.ts';
import { rowOf } from './pointer.ts';

/** What `walk` adds to a definition whose `$ref`s are inlined and whose layout is complete. Fields are named by their place in the definition. */
export interface Program {
  /** names of the types in use, and for each field its place among them */
  readonly types: readonly string[];
  readonly of: readonly number[];
  /** something is worked out */
  readonly formulas?: boolean;
  /** fields in reading order; left out: as the definition has them */
  readonly order?: readonly number[];
  /** of fields that pages, sections or containers ask more of than they do themselves */
  readonly show?: { readonly [field: number]: readonly ScopedCondition[] };
  readonly when?: { readonly [field: number]: readonly ScopedCondition[] };
  readonly visibleTo?: { readonly [field: number]: readonly string[] };
  readonly print?: { readonly [field: number]: 'never' | 'internal' };
  /** fields by their place in reading order, [first, last] of a run of them, or what of a layout node is not usual */
  readonly steps: readonly (readonly [number, number] | Omit<Partial<Step>, 'node'>)[];
  /** what reads a pointer: place among the steps + SHARED × row numbers shared */
  readonly readers: { readonly [pointer: string]: readonly number[] };
}

export const SHARED = 65536;

export type Growing = { -readonly [Key in keyof FieldNode]: FieldNode[Key] } & { children: Growing[] };

/** A field as its own schema has it, without what stands around it. */
export function nodeOf(
  schema: FieldSchema,
  key: string,
  base: string,
  level: string,
  parent: Growing | undefined,
  type: FieldNode['type'],
  required: boolean,
): Growing {
  const scoped = (condition: ScopedCondition['condition'] | undefined): ScopedCondition[] =>
    condition ? [{ condition, level }] : [];
  return {
    pointer: `${base}/${key}`,
    key,
    schema,
    type,
    parent,
    children: [],
    required,
    show: scoped(schema['x-show']),
    require: scoped(schema['x-require']),
    lock: scoped(schema['x-lock']),
    when: [],
    level,
    value: schema['x-value'],
    checks: schema['x-check'] ?? [],
    rowChecks: (type.nests === 'rows' && schema.items?.['x-check']) || [],
    visibleTo: schema['x-visible-to'],
    print: schema['x-print'] ?? 'family',
  };
}

/** The outline that `walk` gives of the same definition. The engine knows every type that the program names. */
export function outlineFrom(program: Program, definition: Definition, engine: Engine): Outline {
  const all: Growing[] = [];
  const add = (
    holder: { readonly properties?: FieldSchema['properties']; readonly required?: readonly string[] },
    base: string,
    level: string,
    parent?: Growing,
  ): void => {
    for (const [key, schema] of Object.entries(holder.properties ?? {})) {
      const place = all.length;
      const type = engine.types.get(program.types[program.of[place]!]!)!;
      const node = nodeOf(schema, key, base, level, parent, type, holder.required?.includes(key) ?? false);
      all.push(node);
      node.show = program.show?.[place] ?? node.show;
      node.when = program.when?.[place] ?? node.show;
      node.visibleTo = program.visibleTo?.[place] ?? node.visibleTo;
      node.print = program.print?.[place] ?? node.print;
      const { pointer } = node;
      if (type.nests === 'group') add(schema, pointer, level, node);
      else if (type.nests && schema.items) add(schema.items, rowOf(pointer), pointer, node);
    }
  };
  add(definition.schema, '', '');
  const fields = program.order?.map((place) => all[place]!) ?? all;
  for (const node of fields) (node.parent as Growing | undefined)?.children.push(node);
  const steps = program.steps.flatMap((step): Step[] =>
    step instanceof Array
      ? fields.slice(step[0], step[1] + 1).map((node) => ({ ...aside(node), key: node.pointer, node }))
      : [{ show: [], level: '', visibleTo: undefined, key: '', node: undefined, ...step }],
  );
  const readers = Object.entries(program.readers).map(([pointer, list]): [string, Reader[]] => [
    pointer,
    list.map((each) => ({ step: each % SHARED, bound: Math.floor(each / SHARED) })),
  ]);
  return {
    engine,
    definition,
    fields,
    byPointer: new Map(all.map((node) => [node.pointer, node])),
    layout: definition.layout ?? [],
    steps,
    readers: new Map(readers),
  };
}

/** What a step takes from its field. */
export const aside = ({ show, level, visibleTo }: FieldNode): Pick<Step, 'show' | 'level' | 'visibleTo'> => ({
  show,
  level,
  visibleTo,
});
