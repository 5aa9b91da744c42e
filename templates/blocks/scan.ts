// SPDX-License-Identifier: AGPL-3.0-or-later
// A template's text as one tree of placeholders and markup, each node with the place it stands at. It reads the little
// that blocks can say and calls the rest odd, so it needs neither Handlebars nor its `eval`.
import { plainPath } from './contract.ts';

interface Placed {
  /** offsets in the text, the second exclusive */
  readonly from: number;
  readonly to: number;
}

export type Node = Placed &
  (
    | { readonly is: 'text'; readonly text: string }
    | { readonly is: 'path'; readonly path: string }
    | { readonly is: 'sign'; readonly id: string; readonly name: string }
    | { readonly is: 'part'; readonly name: string }
    | { readonly is: 'comment' }
    | { readonly is: 'odd' }
    | Helper
    | Element
  );

export interface Helper extends Placed {
  readonly is: 'helper';
  readonly name: string;
  readonly path: string;
  readonly of: readonly Node[];
  /** after `else` */
  readonly otherwise?: readonly Node[];
}

export interface Element extends Placed {
  readonly is: 'element';
  readonly tag: string;
  readonly attributes: { readonly [name: string]: string };
  readonly of: readonly Node[];
}

const token =
  /\\?\{\{\{|\\\{\{|\{\{!--[\s\S]*?--\}\}|\{\{![^}]*\}\}|\{\{[^{}]*\}\}|\{\{|<!--[\s\S]*?-->|<\/?[a-z][a-z0-9]*(?:\s+[a-z-]+="[^"<>]*")*\s*\/?>|</g;
const attribute = /([a-z-]+)="([^"]*)"/g;
const empty = new Set(['br', 'hr', 'img']);

interface Open {
  readonly kind: 'root' | 'helper' | 'element';
  readonly from: number;
  readonly tag: string;
  readonly path: string;
  readonly attributes: { readonly [name: string]: string };
  of: Node[];
  before?: Node[];
}

const opened = (kind: Open['kind'], from: number, tag: string, path = '', attributes = {}): Open => ({
  kind,
  from,
  tag,
  path,
  attributes,
  of: [],
});

/** undefined: markup and placeholders do not nest, or say what only experts say across elements. */
export function scan(text: string): readonly Node[] | undefined {
  const stack: Open[] = [opened('root', 0, '')];
  const top = (): Open => stack.at(-1)!;
  const put = (node: Node): void => void top().of.push(node);
  /** false: what is closed is not what was opened last */
  const close = (kind: Open['kind'], tag: string, to: number): boolean => {
    const last = top();
    if (last.kind !== kind || last.tag !== tag) return false;
    stack.pop();
    const { from, path, attributes, before } = last;
    put(
      kind === 'element'
        ? { is: 'element', tag, attributes, of: last.of, from, to }
        : { is: 'helper', name: tag, path, of: before ?? last.of, from, to, ...(before ? { otherwise: last.of } : {}) }, // prettier-ignore
    );
    return true;
  };
  let at = 0;
  for (const found of text.matchAll(token)) {
    const [sign] = found;
    const from = found.index;
    const to = from + sign.length;
    if (from > at) put({ is: 'text', text: text.slice(at, from), from: at, to: from });
    at = to;
    if (sign === '{{' || sign === '<' || sign.startsWith('\\') || sign.startsWith('{{{')) return undefined;
    if (sign.startsWith('{{!')) put({ is: 'comment', from, to });
    else if (sign.startsWith('<!')) put({ is: 'odd', from, to });
    else if (sign.startsWith('</')) {
      if (!close('element', sign.slice(2, -1).trim(), to)) return undefined;
    } else if (sign.startsWith('<')) {
      const tag = /^<([a-z0-9]+)/.exec(sign)![1]!;
      const attributes = Object.fromEntries(
        [...sign.matchAll(attribute)].map(([, key, value]) => [key, value]),
      );
      if (empty.has(tag)) put({ is: 'element', tag, attributes, of: [], from, to });
      else stack.push(opened('element', from, tag, '', attributes));
    } else {
      const inside = sign.slice(2, -2).trim().replace(/\s+/g, ' ');
      const [, name, path = ''] = /^#(if|unless|each) (\S+)$/.exec(inside) ?? [];
      if (name) stack.push(opened('helper', from, name, path));
      else if (inside.startsWith('/')) {
        if (!close('helper', inside.slice(1).trim(), to)) return undefined;
      } else if (inside === 'else') {
        const last = top();
        if (last.kind !== 'helper' || last.before) return undefined;
        last.before = last.of;
        last.of = [];
      } else if (/^[#^&~]|~$|^else\b/.test(inside)) return undefined;
      else put(placeholder(inside, from, to));
    }
  }
  if (at < text.length) put({ is: 'text', text: text.slice(at), from: at, to: text.length });
  return stack.length === 1 ? top().of : undefined;
}

function placeholder(inside: string, from: number, to: number): Node {
  const part = /^> ?([a-z][a-z0-9-]*)$/.exec(inside)?.[1];
  if (part) return { is: 'part', name: part, from, to };
  const [, id, name] = /^signature (\S+) (\S+)$/.exec(inside) ?? [];
  if (id && name && plainPath.test(id) && plainPath.test(name)) return { is: 'sign', id, name, from, to };
  return plainPath.test(inside) ? { is: 'path', path: inside, from, to } : { is: 'odd', from, to };
}
