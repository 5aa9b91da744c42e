// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Leaf, Tree } from './metadata.ts';

const entities: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** XML 1.0 holds no control signs but tab and the ends of lines. */
const forbidden = /[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const escaped = (text: string): string =>
  text.replace(forbidden, '').replace(/[&<>]/g, (sign) => entities[sign] ?? '');

function element(name: string, value: Leaf | Tree | readonly (Leaf | Tree)[], indent: string): string {
  if (Array.isArray(value)) return value.map((one: Leaf | Tree) => element(name, one, indent)).join('');
  if (typeof value !== 'object') return `${indent}<${name}>${escaped(String(value))}</${name}>\n`;
  const inner = Object.entries(value).map(([key, one]) => element(key, one, `${indent}  `));
  return `${indent}<${name}>\n${inner.join('')}${indent}</${name}>\n`;
}

/** A tree as an XML document; a list is its element, repeated. */
export const xmlOf = (root: string, tree: Tree): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, tree, '')}`;
