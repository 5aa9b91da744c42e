// SPDX-License-Identifier: AGPL-3.0-or-later
// Putting in what was clipped, here or in another form: keys made unique, conditions among the pasted ones follow.
import type { Definition, FieldSchema } from '../../schemas/types.ts';
import { type Clip, levelOf } from './clip.ts';
import type { Edited, Handle, Place } from './contract.ts';
import { everyField, holderAt, innerScope, split, withHolder } from './fields.ts';
import { makeKey } from './key.ts';
import { withoutIdleBesides } from './let-go.ts';
import { boundToRow } from './named.ts';
import { ownParts } from './own-parts.ts';
import { titleOf } from './references.ts';
import { type Elsewhere, repointed, repointedField } from './repoint.ts';
import { type TreeNode, find, flat, placed, readTree, scopeAt, withTree } from './tree.ts';

/** Shared parts come along: the same one is used again, another of that name gets a new one. */
function withShared(
  definition: Definition,
  defs: Clip['defs'],
): readonly [Definition, (field: FieldSchema) => FieldSchema] {
  const own = definition.schema.$defs ?? {};
  const names = new Map<string, string>();
  const added: { [name: string]: FieldSchema } = {};
  for (const [name, shared] of Object.entries(defs)) {
    const same = JSON.stringify(own[name]) === JSON.stringify(shared);
    names.set(name, same || !Object.hasOwn(own, name) ? name : makeKey(name, [...Object.keys(own), ...Object.keys(defs), ...Object.keys(added)])); // prettier-ignore
    if (!same) added[names.get(name)!] = shared;
  }
  const renamed = <Part>(part: Part): Part =>
    JSON.parse(
      JSON.stringify(part).replace(/"\$ref":"#\/\$defs\/([^"]+)"/g, (all, name: string) =>
        names.has(name) ? `"$ref":"#/$defs/${names.get(name)}"` : all,
      ),
    ) as Part;
  if (Object.keys(added).length === 0) return [definition, renamed];
  const $defs = { ...own, ...renamed(added) };
  return [{ ...definition, schema: { ...definition.schema, $defs } }, renamed];
}

/** Where it can stand: things in a row stand beside it, pages beside pages, boxes not in rows of a list. */
function goalOf(tree: readonly TreeNode[], place: Place, kind: TreeNode['kind']): Place | undefined {
  const handle = 'into' in place ? place.into : 'after' in place ? place.after : place.before;
  const found = find(tree, handle);
  const nest = found ? [...found.around, ...('into' in place ? [found.node] : [])] : [];
  if (kind === 'page') {
    const page = found && [...found.around, found.node].find((node) => node.kind === 'page');
    return page
      ? { after: page.handle }
      : tree.some((node) => node.kind === 'page')
        ? { into: '' }
        : undefined;
  }
  if (found?.node.kind === 'page' && !('into' in place)) return { into: handle };
  if (kind === 'field') return place;
  const wall = nest.find((node) => node.kind === 'field' || (kind === 'section' && node.kind === 'section'));
  return wall ? { after: wall.handle } : place;
}

/** Puts a clip in at a place. Keys are made anew where they are taken; who read what is not here is named in the step. */
export function paste(definition: Definition, place: Place, what: Clip): Edited | undefined {
  const [shared, own] = withShared(definition, what.defs);
  let now = shared;
  let tree = readTree(definition);
  const names = new Map<string, string>();
  const put: { readonly was: string; readonly is: string }[] = [];
  const boxes: { readonly was: string; readonly is: string }[] = [];
  const levels = new Map<string, { readonly was: string; readonly is: string }>();
  const together: Handle[] = [];

  const enter = (node: TreeNode, scope: string, level: string): TreeNode[] => {
    if (node.kind === 'field') {
      const held = what.fields[node.handle];
      if (!held) return [];
      const key = makeKey(split(node.handle)[1], Object.keys(holderAt(now, scope)?.properties ?? {}));
      const pointer = `${scope}/${key}`;
      now = withHolder(now, scope, (holder) => ({
        ...holder,
        properties: { ...holder.properties, [key]: ownParts(now, scope, own(held.field)) },
        ...(held.required ? { required: [...(holder.required ?? []), key] } : {}),
      }));
      names.set(node.handle, pointer);
      put.push({ was: node.handle, is: pointer });
      levels.set(pointer, { was: level, is: levelOf(scope) });
      const renamed = (each: TreeNode): TreeNode => ({
        handle: each.handle.startsWith('/') ? `${pointer}${each.handle.slice(node.handle.length)}` : each.handle, // prettier-ignore
        kind: each.kind,
        ...(each.scope === undefined ? {} : { scope: `${pointer}${each.scope.slice(node.handle.length)}` }),
        // Boxes inside a list have ids of their own, used once.
        items: each.items.filter((item) => item.kind === 'field' || item.kind === 'row').map(renamed),
      });
      return [renamed(node)];
    }
    if (node.kind === 'row')
      return [{ handle: 'row', kind: 'row', items: node.items.flatMap((each) => enter(each, scope, level)) }];
    const { source } = node;
    if (!source) return [];
    const taken = [...flat(tree), ...boxes.map(({ is }) => ({ kind: is.split(':')[0], handle: is }))]
      .filter((each) => each.kind === node.kind)
      .map((each) => each.handle.slice(node.kind.length + 1));
    const id = makeKey(node.handle.slice(node.kind.length + 1), taken, 'parte');
    const handle = `${node.kind}:${id}`;
    boxes.push({ was: node.handle, is: handle });
    levels.set(handle, { was: level, is: levelOf(scope) });
    const made = { ...source, [node.kind]: id } as NonNullable<TreeNode['source']>;
    return [{ handle, kind: node.kind, source: made, items: node.items.flatMap((each) => enter(each, scope, level)) }]; // prettier-ignore
  };

  let where = place;
  for (const { node, level } of what.items) {
    const goal = goalOf(tree, where, node.kind);
    // Without pages, and in rows, a box gives what it holds.
    const parts = goal ? [node] : node.items;
    for (const part of parts) {
      const at = goal ?? goalOf(tree, where, part.kind) ?? where;
      for (const made of enter(part, scopeAt(tree, at), level)) {
        tree = placed(tree, at, made);
        const first = made.kind === 'row' ? made.items[0]?.handle : made.handle;
        if (first === undefined) continue;
        together.push(first);
        if (!('into' in at) || at.into === '' || made.kind === 'page') where = { after: first };
      }
    }
  }
  if (together.length === 0) return undefined;

  const here = new Set(everyField(definition).map(({ pointer }) => pointer));
  const same = what.from === definition.id;
  const there: Elsewhere = {
    field: (target) => {
      for (const [was, is] of names)
        if (target === was || target.startsWith(`${was}/`)) return `${is}${target.slice(was.length)}`;
      const plain = target.replace(/\/\*$/, '');
      // In another form a question is the same one when it is also called the same.
      const known = here.has(plain) && (same || what.reads[target] === titleOf(definition, plain));
      // What was a list when it was clipped may be something else by now.
      if (known && what.rows.includes(plain) !== (innerScope(definition, plain) === `${plain}/*`))
        return undefined;
      return known ? target : undefined;
    },
    named: (name, { was, is }) =>
      same &&
      Object.hasOwn(definition.conditions ?? {}, name) &&
      (was === is || !boundToRow(definition, name)),
  };
  const lost = new Set<string>();
  for (const { was, is } of put) {
    const [scope, key] = split(is);
    const at = { ...levels.get(is)!, from: was, to: is };
    now = withHolder(now, scope, (holder) => {
      const field = holder.properties[key]!;
      const next = repointedField(field, at, there, () => lost.add(field.title ?? key));
      return { ...holder, properties: { ...holder.properties, [key]: next } };
    });
  }
  now = withoutIdleBesides(now, (by) => lost.add(titleOf(now, by)));
  const fitted = (node: TreeNode): TreeNode => {
    const level = levels.get(node.handle);
    const source = node.source && level && repointed(node.source, level, there, () => lost.add(titleAt(node))); // prettier-ignore
    return { ...node, ...(source ? { source } : {}), items: node.items.map(fitted) };
  };
  const fresh = new Set(together);
  const finish = (nodes: readonly TreeNode[]): readonly TreeNode[] =>
    nodes.map((node) => {
      if (fresh.has(node.handle)) return fitted(node);
      const items = finish(node.items);
      return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
    });
  const after = finish(tree);
  return {
    definition: withTree(now, () => after),
    step: {
      code: lost.size > 0 ? 'pasted-without' : 'pasted',
      params: {
        count: put.length || together.length,
        names: [...lost].map((name) => `«${name}»`).join(', '),
      },
    },
    select: together.at(-1)!,
    ...(together.length > 1 ? { together } : {}),
  };
}

const titleAt = ({ source }: TreeNode): string =>
  source && 'title' in source ? (source.title ?? '') : source && 'text' in source ? source.text.slice(0, 60) : ''; // prettier-ignore
