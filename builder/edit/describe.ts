// SPDX-License-Identifier: AGPL-3.0-or-later
// The words and marks of one thing: title, help, required.
import type { Definition, LayoutNode } from '../../schemas/types.ts';
import type { Edited, Handle } from './contract.ts';
import { fieldAt, holderAt, split, withHolder, withKeyword } from './fields.ts';
import { titleOf } from './references.ts';

/** Changes the layout node of a page, section or note, wherever it stands. */
export function withBox(
  definition: Definition,
  handle: Handle,
  change: (node: Exclude<LayoutNode, string>) => Exclude<LayoutNode, string>,
): Definition {
  const [kind, id] = handle.split(':');
  const visit = (nodes: LayoutNode[]): LayoutNode[] => {
    const visited = nodes.map((node) => {
      if (typeof node === 'string' || 'row' in node) return node;
      const here = kind !== undefined && (node as unknown as { [kind: string]: unknown })[kind] === id;
      const next = here ? change(node) : node;
      if (!('items' in next)) return next;
      const items = visit(next.items);
      return items === next.items ? next : { ...next, items };
    });
    // What nobody changed stays the same.
    return visited.every((node, index) => node === nodes[index]) ? nodes : visited;
  };
  const layout = definition.layout && visit(definition.layout);
  return layout === definition.layout || !layout ? definition : { ...definition, layout };
}

/** Renames a question, page, section or the definition ('' ), or rewrites a note. An empty title changes nothing. */
export function setTitle(definition: Definition, handle: Handle, title: string): Edited {
  const old = titleOf(definition, handle);
  const step = { code: 'renamed', params: { from: old, title } };
  const text = handle.startsWith('note:') ? title.slice(0, 10_000) : title.slice(0, 500);
  if (text.trim() === '' || text === old) return { definition, step, select: handle };
  const renamed =
    handle === ''
      ? { ...definition, title: text }
      : handle.startsWith('/')
        ? withKeyword(definition, handle, 'title', text)
        : withBox(
            definition,
            handle,
            (node) => ('note' in node ? { ...node, text } : { ...node, title: text }) as typeof node,
          );
  return { definition: renamed, step, select: handle };
}

/** The help under a question's label, or under the title of a page or section; empty takes it away. */
export function setHint(definition: Definition, handle: Handle, hint: string): Edited {
  const step = { code: 'hint', params: { title: titleOf(definition, handle) } };
  const text = hint.slice(0, 10_000);
  if (handle.startsWith('/'))
    return { definition: withKeyword(definition, handle, 'x-hint', text), step, select: handle };
  const next = withBox(definition, handle, (node) => {
    if (!('items' in node) || 'repeat' in node) return node;
    const { 'x-hint': _old, ...rest } = node;
    return text === '' ? (rest as typeof node) : { ...node, 'x-hint': text };
  });
  return { definition: next, step, select: handle };
}

export function isRequired(definition: Definition, pointer: string): boolean {
  const [scope, key] = split(pointer);
  return holderAt(definition, scope)?.required?.includes(key) ?? false;
}

/** Required when shown. */
export function setRequired(definition: Definition, pointer: string, required: boolean): Edited {
  const [scope, key] = split(pointer);
  const step = { code: required ? 'required' : 'optional', params: { title: titleOf(definition, pointer) } };
  if (!fieldAt(definition, pointer) || isRequired(definition, pointer) === required)
    return { definition, step, select: pointer };
  const next = withHolder(definition, scope, (holder) => {
    const others = (holder.required ?? []).filter((name) => name !== key);
    return { ...holder, required: required ? [...others, key] : others };
  });
  return { definition: next, step, select: pointer };
}
