// SPDX-License-Identifier: AGPL-3.0-or-later
// The little of XML that exchange files need: elements, attributes and text. No document types, so no entities of one's
// own; the browser's own reader is closed to strings from outside by Trusted Types.

export interface XmlElement {
  /** without its prefix */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

const entities: { readonly [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const deepest = 50;

const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const point = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The root element; undefined when this is no well-formed XML of that little kind. */
export function readXml(given: string): XmlElement | undefined {
  const text = given.replace(/^\uFEFF/, '');
  const token =
    /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|(<)/g;
  type Open = { name: string; attributes: Map<string, string>; children: (XmlElement | string)[] };
  const root: Open = { name: '', attributes: new Map(), children: [] };
  const open: Open[] = [root];
  const raw: string[] = [];
  for (const [, cdata, closes, opens, written = '', empty, chars, bad] of text.matchAll(token)) {
    const here = open.at(-1)!;
    if (bad !== undefined || open.length > deepest) return undefined;
    if (cdata !== undefined) here.children.push(cdata);
    else if (chars !== undefined) here.children.push(decoded(chars));
    else if (closes !== undefined) {
      if (raw.pop() !== closes) return undefined;
      open.pop();
    } else if (opens !== undefined) {
      const attributes = new Map(
        [...written.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
          ([, name = '', double, single]) =>
            [name === 'xml:space' ? name : bare(name), decoded(double ?? single ?? '')] as const,
        ),
      );
      const element: Open = { name: bare(opens), attributes, children: [] };
      here.children.push(element);
      if (empty !== '/') {
        open.push(element);
        raw.push(opens);
      }
    }
  }
  const [element, more] = root.children.filter((child) => typeof child !== 'string');
  return raw.length === 0 && element && !more ? (element as XmlElement) : undefined;
}

/** Every element of a name inside, in order. */
export function* within(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) yield child;
    else yield* within(child, name);
  }
}

/** All text inside, whatever marks stand around it. */
export const textOf = (element: XmlElement | undefined): string =>
  (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** Text as XML; what XML cannot hold is left out. */
export const xmlText = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
