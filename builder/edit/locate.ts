// SPDX-License-Identifier: AGPL-3.0-or-later
// From a place in the definition document to the thing on the canvas that it belongs to.
import type { Definition, LayoutNode } from '../../schemas/types.ts';
import type { Handle } from './contract.ts';
import { everyField, fieldAt, pathOf } from './fields.ts';
import { type TreeNode, flat, readTree } from './tree.ts';

function inLayout(definition: Definition, segments: readonly string[]): Handle {
  let here: unknown = definition.layout;
  let handle: Handle = '';
  for (const segment of segments) {
    here = (here as { [key: string]: unknown } | undefined)?.[segment];
    if (typeof here !== 'object' || here === null || Array.isArray(here)) continue;
    const node = here as Exclude<LayoutNode, string>;
    if ('page' in node) handle = `page:${node.page}`;
    else if ('section' in node) handle = `section:${node.section}`;
    else if ('note' in node) handle = `note:${node.note}`;
  }
  return handle;
}

/** `/schema/properties/nucleo/items/properties/eta/…`: keys written where they stand, no shared part on the way. */
function inProperties(definition: Definition, segments: readonly string[]): Handle {
  let pointer = '';
  let best: Handle = '';
  for (let place = 1; place < segments.length;) {
    if (segments[place] === 'items' && segments[place + 1] === 'properties') {
      pointer += '/*';
      place++;
    }
    if (segments[place] !== 'properties') break;
    pointer += `/${segments[place + 1]}`;
    if (!fieldAt(definition, pointer)) break;
    best = pointer;
    place += 2;
  }
  return best;
}

/** `at`: JSON Pointer into the document; the innermost thing that holds it, '' when it is the whole. */
export function handleAt(definition: Definition, at: string): Handle {
  const segments = at.split('/').slice(1);
  if (segments[0] === 'layout') return inLayout(definition, segments.slice(1));
  if (segments[0] === 'schema' && segments[1] === 'properties') return inProperties(definition, segments);
  let best: Handle = '';
  let depth = 0;
  for (const { pointer } of everyField(definition)) {
    const path = pathOf(definition, pointer) ?? [];
    if (path.length > depth && path.every((key, index) => segments[index] === key))
      [best, depth] = [pointer, path.length];
  }
  return best;
}

/** A tree never changes, so what stands in it is listed once. */
const stands = new WeakMap<readonly TreeNode[], ReadonlySet<Handle>>();

function standingIn(definition: Definition): ReadonlySet<Handle> {
  const tree = readTree(definition);
  const known = stands.get(tree);
  if (known) return known;
  const found = new Set(flat(tree).map((node) => node.handle));
  stands.set(tree, found);
  return found;
}

/** The thing a finding names, if it stands on the canvas: by its field, else by its place in the document. */
export function handleOf(
  definition: Definition,
  finding: { readonly at: string; readonly field?: string },
): Handle {
  const standing = standingIn(definition);
  if (finding.field !== undefined && standing.has(finding.field)) return finding.field;
  const handle = handleAt(definition, finding.at);
  return standing.has(handle) ? handle : '';
}
