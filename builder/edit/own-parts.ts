// SPDX-License-Identifier: AGPL-3.0-or-later
// A question that comes to stand where its shared parts cannot follow has them written out.
import type { Definition, FieldSchema } from '../../schemas/types.ts';
import { holderPath, inlined } from './fields.ts';

/** Names of the shared parts that a part names. */
export const refsIn = (part: unknown): string[] =>
  [...JSON.stringify(part).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map((match) => match[1]!);

/** The shared parts that a part names, and those that they name. */
export function sharedBy(definition: Definition, part: unknown): { [name: string]: FieldSchema } {
  const found: { [name: string]: FieldSchema } = {};
  const open = refsIn(part);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const shared = definition.schema.$defs?.[name];
    if (!shared || Object.hasOwn(found, name)) continue;
    found[name] = shared;
    open.push(...refsIn(shared));
  }
  return found;
}

function writtenOut(definition: Definition, field: FieldSchema): FieldSchema {
  const { items, properties, ...whole } = inlined(definition, field);
  return {
    ...whole,
    ...(items && { items: writtenOut(definition, items) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, each]) => [key, writtenOut(definition, each)]),
      ),
    }),
  };
}

/** The field as it can stand in a scope: without a shared part that would hold itself, or that reads what is around it. */
export function ownParts(definition: Definition, scope: string, field: FieldSchema): FieldSchema {
  const path = holderPath(definition, scope);
  const around = path?.[1] === '$defs' ? path[2] : undefined;
  const shared = sharedBy(definition, field);
  const reads = Object.values(shared).some((part) => /"(\.\.)?\/[a-z]/.test(JSON.stringify(part)));
  return reads || (around !== undefined && Object.hasOwn(shared, around))
    ? writtenOut(definition, field)
    : field;
}
