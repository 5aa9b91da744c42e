// SPDX-License-Identifier: AGPL-3.0-or-later
// From a template's text to blocks. Total: what cannot be shown as a block becomes one that keeps its text.
import {
  boxes,
  marks,
  newPage,
  plainPath,
  type Block,
  type Cell,
  type Each,
  type Expert,
  type Items,
  type Lines,
  type Phrase,
  type Piece,
  type When,
} from './contract.ts';
import { scan, type Element, type Helper, type Node } from './scan.ts';

/** The blocks of a text, in order. */
export function readBlocks(text: string): readonly Block[] {
  const nodes = scan(text);
  if (!nodes) return text.trim() === '' ? [] : [{ is: 'expert', text: text.trim() }];
  return blocksOf(nodes, text);
}

const blank = (node: Node): boolean => node.is === 'text' && /^[ \t\r\n\f]*$/.test(node.text);
const kept = (node: Node, text: string): Expert => ({ is: 'expert', text: text.slice(node.from, node.to) });
const look = ({ class: name }: { readonly class?: string }) => (name ? { look: name } : {});
/** An element with no other attribute than these. */
const only = ({ attributes }: Element, ...names: readonly string[]): boolean =>
  Object.keys(attributes).every((name) => names.includes(name));

/** May it stand in a line? */
function inLine(node: Node): boolean {
  if (node.is === 'part' || node.is === 'comment') return false;
  if (node.is === 'helper')
    return (
      [...node.of, ...(node.otherwise ?? [])].some((each) => !blank(each)) &&
      node.of.every(inLine) &&
      (node.otherwise ?? []).every(inLine)
    );
  if (node.is !== 'element') return true;
  return node.tag === 'br' || node.tag === 'img' || (marks.includes(node.tag) && node.of.every(inLine));
}

function blocksOf(nodes: readonly Node[], text: string): readonly Block[] {
  const blocks: Block[] = [];
  let line: Node[] = [];
  const end = (): void => {
    const of = trimmed(pieces(line, text));
    if (of.length > 0) blocks.push({ is: 'phrase', of });
    line = [];
  };
  for (const node of nodes) {
    if (inLine(node)) {
      line.push(node);
      continue;
    }
    end();
    blocks.push(block(node, text));
  }
  end();
  return blocks;
}

function block(node: Node, text: string): Block {
  if (node.is === 'part') return { is: 'part', name: node.name };
  if (node.is === 'comment') return { is: 'comment', text: text.slice(node.from, node.to) };
  if (node.is === 'helper') return helper(node, (of) => blocksOf(of, text)) ?? kept(node, text);
  return (node.is === 'element' && only(node, 'class') && element(node, text)) || kept(node, text);
}

function element(node: Element, text: string): Block | undefined {
  const { tag, of, attributes } = node;
  const dressed = look(attributes);
  if (tag === 'div' && attributes['class'] === newPage && of.every(blank)) return { is: 'page' };
  if (boxes.includes(tag)) return { is: 'box', tag, ...dressed, of: blocksOf(of, text) };
  if (tag === 'ul' || tag === 'ol') {
    const items = rowsOf(of, (each): Items | undefined =>
      each.is === 'element' && each.tag === 'li' && only(each, 'class') && each.of.every(inLine)
        ? { is: 'item', ...look(each.attributes), of: trimmed(pieces(each.of, text)) }
        : undefined,
    );
    return items && { is: 'list', ordered: tag === 'ol', ...dressed, of: items };
  }
  if (tag === 'table') return table(node, text);
  const level = /^h([1-6])$/.exec(tag)?.[1];
  if ((!level && tag !== 'p') || !of.every(inLine)) return undefined;
  const phrase = trimmed(pieces(of, text));
  return level
    ? { is: 'heading', level: Number(level), ...dressed, of: phrase }
    : { is: 'paragraph', ...dressed, of: phrase };
}

function table({ of, attributes }: Element, text: string): Block | undefined {
  const parts = of.filter((each) => !blank(each));
  const bodies = parts.map((each) => (each.is === 'element' && only(each) ? each : undefined));
  const tags = bodies.map((each) => each?.tag).join(' ');
  if (tags !== 'thead tbody' && tags !== 'tbody') return undefined;
  const lines = bodies.map((each) => rowsOf(each!.of, (row) => line(row, text)));
  const body = lines.at(-1);
  const head = lines.length > 1 ? lines[0] : [];
  return body && head && { is: 'table', ...look(attributes), head, of: body };
}

function line(node: Node, text: string): Lines | undefined {
  if (node.is !== 'element' || node.tag !== 'tr' || !only(node, 'class')) return undefined;
  const cells: Cell[] = [];
  for (const each of node.of) {
    if (blank(each)) continue;
    if (each.is !== 'element' || !each.of.every(inLine)) return undefined;
    const { scope } = each.attributes;
    const head = each.tag === 'th' && only(each, 'scope', 'class') && (scope === 'col' || scope === 'row');
    if (!head && !(each.tag === 'td' && only(each, 'class'))) return undefined;
    const of = trimmed(pieces(each.of, text));
    cells.push({ ...(head ? { head: scope } : {}), ...look(each.attributes), of });
  }
  return { is: 'row', ...look(node.attributes), cells };
}

/** Rows and what stands around them; undefined: something else is among them. */
function rowsOf<Row>(
  nodes: readonly Node[],
  row: (node: Node) => Row | undefined,
): readonly (Row | When<Row> | Each<Row>)[] | undefined {
  const rows: (Row | When<Row> | Each<Row>)[] = [];
  for (const node of nodes) {
    if (blank(node)) continue;
    const found =
      node.is === 'helper' ? helper(node, (of) => rowsOf(of, row) as readonly Row[] | undefined) : row(node);
    if (!found) return undefined;
    rows.push(found);
  }
  return rows;
}

/** undefined: its path is none that a block says, or its inside is not. */
function helper<Of>(
  { name, path, of, otherwise }: Helper,
  inside: (nodes: readonly Node[]) => readonly Of[] | undefined,
): When<Of> | Each<Of> | undefined {
  const own = inside(of);
  const other = otherwise && inside(otherwise);
  if (!plainPath.test(path) || !own || (otherwise && !other)) return undefined;
  if (name !== 'each')
    return { is: 'when', path, not: name === 'unless', of: own, ...(other ? { otherwise: other } : {}) };
  return other ? undefined : { is: 'each', path, of: own };
}

function pieces(nodes: readonly Node[], text: string): Piece[] {
  return nodes.flatMap((node) => piece(node, text));
}

function piece(node: Node, text: string): readonly Piece[] {
  if (node.is === 'text') return words(node.text);
  if (node.is === 'path') return [{ is: 'field', path: node.path }];
  if (node.is === 'sign') return [{ is: 'place', id: node.id, name: node.name }];
  if (node.is === 'helper') return [helper<Piece>(node, (of) => pieces(of, text)) ?? kept(node, text)];
  if (node.is !== 'element') return [kept(node, text)];
  const { tag, attributes, of } = node;
  if (tag === 'br' && only(node)) return [{ is: 'break' }];
  if (tag === 'img') return [picture(node) ?? kept(node, text)];
  return only(node, 'class')
    ? [{ is: 'mark', tag, ...look(attributes), of: pieces(of, text) }]
    : [kept(node, text)];
}

function picture(node: Element): Piece | undefined {
  const { src = '', alt = '' } = node.attributes;
  const path = /^\{\{\s*(\S+)\s*\}\}$/.exec(src)?.[1] ?? '';
  const said = scan(alt);
  const fits = said?.every(({ is }) => is === 'text' || is === 'path');
  if (!plainPath.test(path) || !fits || !only(node, 'src', 'alt', 'class')) return undefined;
  return { is: 'picture', path, alt: pieces(said!, alt), ...look(node.attributes) };
}

const named: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
const entity = /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]+));/gi;

/** Text as it is read; a sign by a name that is not known here keeps its writing. */
function words(text: string): readonly Piece[] {
  const parts: Piece[] = [];
  let said = '';
  let at = 0;
  const upTo = (end: number): void => {
    said += text.slice(at, end).replace(/[ \t\r\n\f]+/g, ' ');
  };
  for (const { 0: sign, 1: decimal, 2: hex, 3: name, index } of text.matchAll(entity)) {
    upTo(index);
    at = index + sign.length;
    const number = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : 0;
    const letter = name ? named[name] : number > 0x1f && number < 0x110000 ? String.fromCodePoint(number) : undefined; // prettier-ignore
    if (letter !== undefined) said += letter;
    else {
      if (said !== '') parts.push({ is: 'text', text: said });
      parts.push({ is: 'expert', text: sign });
      said = '';
    }
  }
  upTo(text.length);
  if (said !== '') parts.push({ is: 'text', text: said });
  return parts;
}

/** Texts beside each other as one, without spaces at either end. */
export function trimmed(phrase: Phrase): Phrase {
  const joined: Piece[] = [];
  for (const each of phrase) {
    const last = joined.at(-1);
    if (each.is !== 'text' || last?.is !== 'text') joined.push(each);
    else joined[joined.length - 1] = { is: 'text', text: last.text + each.text };
  }
  const cut = (at: number, ends: RegExp): void => {
    const piece = joined.at(at);
    if (piece?.is !== 'text') return;
    const text = piece.text.replace(ends, '');
    joined.splice(at, 1, ...(text === '' ? [] : [{ is: 'text', text } as const]));
  };
  cut(0, /^ +/);
  cut(-1, / +$/);
  return joined;
}
