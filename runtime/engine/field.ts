// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../schemas/types.ts';
import type { FieldType } from '../fields/contract.ts';
import type { Engine } from './contract.ts';

type Defs = { readonly [name: string]: FieldSchema } | undefined;

/** Name in #/$defs that a `$ref` means. */
export const refName = (ref: string): string => ref.slice('#/$defs/'.length);

/** The field with its `$ref` inlined (its own keywords win); throws on a reference that leads nowhere or in a circle. */
export function inline(field: FieldSchema, defs: Defs, seen: readonly string[] = []): FieldSchema {
  if (field.$ref === undefined) return field;
  const name = refName(field.$ref);
  if (seen.includes(name)) throw new Error(`$ref goes in a circle: ${[...seen, name].join(' → ')}`);
  if (!defs || !Object.hasOwn(defs, name)) throw new Error(`$ref leads nowhere: ${field.$ref}`);
  const { $ref: _, ...rest } = field;
  return { ...inline(defs[name] as FieldSchema, defs, [...seen, name]), ...rest };
}

/** The field type: what `x-type` names, else what fits best; undefined when no type fits. */
export function typeOf(field: FieldSchema, engine: Pick<Engine, 'types'>): FieldType | undefined {
  if (field['x-type'] !== undefined) return engine.types.get(field['x-type']);
  let best: FieldType | undefined;
  let most = 0;
  for (const type of engine.types.values()) {
    const fit = type.fits(field);
    if (fit > most) [best, most] = [type, fit];
  }
  return best;
}
