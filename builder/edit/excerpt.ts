// SPDX-License-Identifier: AGPL-3.0-or-later
// The part of a long definition around one thing, as a definition of its own: what stands near it, and what that reads.
import type { Condition, Definition, FieldSchema } from '../../schemas/types.ts';
import type { Handle } from './contract.ts';
import { everyField } from './fields.ts';
import { references } from './references.ts';
import { type TreeNode, find, flat, readTree, writeLayout } from './tree.ts';

/** So many questions are shown whole. */
const LONG = 150;
/** So many things that stand in no section are shown around one. */
const NEAR = 30;

const rootOf = (pointer: string): string => pointer.slice(0, (pointer.indexOf('/', 1) + 1 || pointer.length + 1) - 1); // prettier-ignore

/** The page a thing stands on, with the section around it or its nearest neighbours. */
function around(tree: readonly TreeNode[], handle: Handle): readonly TreeNode[] {
  const found = find(tree, handle);
  const nest = found ? [...found.around, found.node] : [];
  const page = nest[0] ?? tree[0];
  if (!page) return [];
  const own = page.kind === 'page' ? page.items : tree;
  const at = own.findIndex((node) => nest.includes(node) || (node.kind === 'row' && nest.includes(node)));
  const part = own[Math.max(0, at)];
  const near = part?.kind === 'section' ? [part] : own.slice(Math.max(0, at - NEAR / 2), Math.max(0, at - NEAR / 2) + NEAR); // prettier-ignore
  return page.kind === 'page' ? [{ ...page, items: near }] : near;
}

/** Fields of the root that these read, and those that they read, and so on. */
function withRead(
  definition: Definition,
  roots: ReadonlySet<string>,
  boxes: ReadonlySet<string>,
): Set<string> {
  const reads = new Map<string, string[]>();
  for (const { by, target } of references(definition)) {
    const holder = by.startsWith('/') ? rootOf(by) : by;
    const list = reads.get(holder);
    if (list) list.push(rootOf(target));
    else reads.set(holder, [rootOf(target)]);
  }
  const all = new Set<string>();
  const open = [...roots, ...[...boxes].flatMap((box) => reads.get(box) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (all.has(next)) continue;
    all.add(next);
    open.push(...(reads.get(next) ?? []));
  }
  return all;
}

const namesIn = (part: unknown): string[] =>
  [...JSON.stringify(part ?? '').matchAll(/"named":"([^"]+)"/g)].map((match) => match[1]!);

/** The named conditions that are used here, and those that they use. */
function namedFor(definition: Definition, part: unknown): { [name: string]: Condition } {
  const all = definition.conditions ?? {};
  const used: { [name: string]: Condition } = {};
  const open = namesIn(part);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (Object.hasOwn(used, name) || !Object.hasOwn(all, name)) continue;
    used[name] = all[name]!;
    open.push(...namesIn(all[name]));
  }
  return used;
}

/** A definition of few questions as it is; of a long one what stands near `handle` ('' is its beginning). */
export function excerpt(definition: Definition, handle: Handle): Definition {
  if (everyField(definition).length <= LONG) return definition;
  const tree = around(readTree(definition), handle);
  const shown = flat(tree).map((node) => node.handle);
  const roots = new Set(shown.filter((each) => each.startsWith('/')).map(rootOf));
  const boxes = new Set(shown.filter((each) => !each.startsWith('/')));
  // A named condition may read anything.
  const named = namedFor(definition, [tree, [...roots].map((root) => definition.schema.properties[root.slice(1)])]); // prettier-ignore
  for (const name of Object.keys(named)) boxes.add(`condition:${name}`);
  const kept = withRead(definition, roots, boxes);
  const properties: { [key: string]: FieldSchema } = {};
  for (const [key, field] of Object.entries(definition.schema.properties))
    if (kept.has(`/${key}`)) properties[key] = field;
  const { outcome: _outcome, gives: _gives, translations: _translations, conditions: _conditions, ...rest } = definition; // prettier-ignore
  const { 'x-check': _check, required, ...schema } = definition.schema;
  const elsewhere = [...kept].filter((root) => !shown.includes(root));
  const layout = writeLayout(tree);
  return {
    ...rest,
    schema: {
      ...schema,
      properties,
      required: (required ?? []).filter((key) => Object.hasOwn(properties, key)),
    },
    ...(Object.keys(named).length > 0 ? { conditions: named } : {}),
    layout:
      tree[0]?.kind === 'page' && elsewhere.length > 0
        ? [...layout, { page: 'altrove', title: '…', items: elsewhere }]
        : layout,
  };
}
