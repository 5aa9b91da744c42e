// SPDX-License-Identifier: AGPL-3.0-or-later
// How many fields a definition has when its $refs are written out, counted without writing them out.
import type { Finding } from '../../runtime/engine/contract.ts';
import type { Definition, FieldSchema } from '../../schemas/types.ts';
import { escapeKey, finding, limits } from './limits.ts';

interface Extent {
  /** fields in it, itself not counted */
  readonly fields: number;
  /** levels below it */
  readonly depth: number;
}

const nothing: Extent = { fields: 0, depth: 0 };

/** $refs that lead nowhere or back to themselves, too many fields, levels or choices. */
export function extentProblems(definition: Definition): readonly Finding[] {
  const found: Finding[] = [];
  const defs = definition.schema.$defs ?? {};
  const known = new Map<string, Extent>();
  const open = new Set<string>();

  function ofRef(ref: string, at: string): Extent {
    const name = ref.slice('#/$defs/'.length);
    const target = Object.hasOwn(defs, name) ? defs[name] : undefined;
    if (!target) {
      found.push(finding('ref-nowhere', `${at}/$ref`, { ref }));
      return nothing;
    }
    if (open.has(name)) {
      found.push(finding('ref-cycle', `${at}/$ref`, { ref }));
      return nothing;
    }
    const before = known.get(name);
    if (before) return before;
    open.add(name);
    const extent = of(target, `/schema/$defs/${escapeKey(name)}`);
    open.delete(name);
    known.set(name, extent);
    return extent;
  }

  function ofProperties(properties: { readonly [key: string]: FieldSchema }, at: string): Extent {
    const entries = Object.entries(properties);
    if (entries.length > limits.fieldsOnOneLevel) {
      found.push(
        finding('too-many-fields-here', at, { limit: limits.fieldsOnOneLevel, count: entries.length }),
      );
    }
    const inner = entries.map(([key, field]) => of(field, `${at}/${escapeKey(key)}`));
    return {
      fields: inner.reduce((sum, one) => sum + 1 + one.fields, 0),
      depth: 1 + Math.max(0, ...inner.map((one) => one.depth)),
    };
  }

  function of(field: FieldSchema, at: string): Extent {
    if (field.oneOf && field.oneOf.length > limits.choices) {
      found.push(
        finding('too-many-choices', `${at}/oneOf`, { limit: limits.choices, count: field.oneOf.length }),
      );
    }
    const parts = [
      field.$ref === undefined ? nothing : ofRef(field.$ref, at),
      field.items ? of(field.items, `${at}/items`) : nothing,
      field.properties ? ofProperties(field.properties, `${at}/properties`) : nothing,
    ];
    return {
      fields: parts.reduce((sum, part) => sum + part.fields, 0),
      depth: Math.max(...parts.map((part) => part.depth)),
    };
  }

  const all = ofProperties(definition.schema.properties, '/schema/properties');
  for (const name of Object.keys(defs)) ofRef(`#/$defs/${name}`, `/schema/$defs/${name}`);
  if (all.fields > limits.fields) {
    found.push(
      finding('too-many-fields', '/schema', { limit: limits.fields, count: Math.min(all.fields, 1e9) }),
    );
  }
  if (all.depth > limits.depth) {
    found.push(
      finding('too-many-levels', '/schema', { limit: limits.depth, count: Math.min(all.depth, 1e6) }),
    );
  }
  return found;
}
