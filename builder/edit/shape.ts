// SPDX-License-Identifier: AGPL-3.0-or-later
// Do two definitions hold the same fields in the same places? What they are called or how they are asked may differ.
import type { Definition } from '../../schemas/types.ts';

type Part = { readonly [key: string]: unknown } | undefined;

/** The same fields by name, in the same order; only what changed is looked into. */
function sameFields(one: Part, other: Part): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  const names = Object.keys(one);
  const others = Object.keys(other);
  return (
    names.length === others.length &&
    names.every((name, place) => name === others[place] && sameInside(one[name] as Part, other[name] as Part))
  );
}

/** Nested alike: the same shared part, rows or group, whatever else is said of it. */
function sameInside(one: Part, other: Part): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  return (
    one['$ref'] === other['$ref'] &&
    one['type'] === other['type'] &&
    sameInside(one['items'] as Part, other['items'] as Part) &&
    sameFields(one['properties'] as Part, other['properties'] as Part)
  );
}

/** One layout, and the same fields under it. */
export function sameShape(one: Definition, other: Definition): boolean {
  return (
    one.layout === other.layout &&
    sameFields(one.schema.$defs as Part, other.schema.$defs as Part) &&
    sameFields(one.schema.properties as Part, other.schema.properties as Part)
  );
}
