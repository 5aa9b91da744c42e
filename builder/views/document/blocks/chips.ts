// SPDX-License-Identifier: AGPL-3.0-or-later
// A line of a template on the page and back: words as they are, everything else as a chip that says what it is.
import type { Phrase, Piece } from '../../../../templates/blocks/contract.ts';
import { trimmed } from '../../../../templates/blocks/read.ts';
import { thingAt, within, type Scopes } from '../../../../templates/blocks/things.ts';
import type { Say } from '../../../words.ts';
import { wayOf } from './asking.ts';

/** Stands beside chips, so that the caret can; never kept. */
const still = '\u200b';

/** Where a path leads, in words; `lost`: nowhere. */
export function titled(
  path: string,
  scopes: Scopes,
): { readonly text: string; readonly lost: boolean; readonly fixed: boolean } {
  if (path === 'this') return { text: '…', lost: false, fixed: false };
  const thing = thingAt(path, scopes);
  return {
    text: thing?.words ?? thing?.title ?? path,
    lost: thing === undefined,
    fixed: thing?.words !== undefined,
  };
}

/** What a line says, in words: for names and for chips. */
export function spoken(of: Phrase, scopes: Scopes, say: Say): string {
  return of.map((piece) => chipText(piece, scopes, say)).join('');
}

/** What a chip says. */
export function chipText(piece: Piece, scopes: Scopes, say: Say): string {
  switch (piece.is) {
    case 'text':
    case 'expert':
      return piece.text;
    case 'field':
      return titled(piece.path, scopes).text;
    case 'mark':
      return spoken(piece.of, scopes, say);
    case 'break':
      return ' ';
    case 'place':
      return say('blocks.place');
    case 'picture':
      return say('blocks.picture', { title: titled(piece.path, scopes).text });
    case 'each':
      return say('blocks.chip-each', {
        title: titled(piece.path, scopes).text,
        text: spoken(piece.of, within(piece.path, scopes), say),
      });
    case 'when':
      return say(`blocks.chip.${wayOf(piece.path, piece.not, scopes)}`, {
        title: titled(piece.path, scopes).text,
        text: spoken(piece.of, scopes, say).trimStart(),
      });
  }
}

/** The nodes of a line. */
export function drawn(of: Phrase, scopes: Scopes, say: Say): Node[] {
  const nodes = of.map((piece): Node => {
    if (piece.is === 'text') return document.createTextNode(piece.text);
    if (piece.is === 'break') {
      const line = document.createElement('br');
      line.dataset['break'] = '';
      return line;
    }
    if (piece.is !== 'mark') return chip(piece, scopes, say);
    const mark = document.createElement(piece.tag);
    if (piece.look) mark.dataset['look'] = piece.look;
    mark.append(...drawn(piece.of, scopes, say));
    return mark;
  });
  return nodes.flatMap((node, index) => {
    if (!isChip(node)) return [node];
    const beside = (other: Node | undefined): Node[] =>
      other instanceof Text ? [] : [document.createTextNode(still)];
    return [...(index === 0 ? beside(undefined) : []), node, ...beside(nodes[index + 1])];
  });
}

export function chip(piece: Piece, scopes: Scopes, say: Say): HTMLElement {
  const made = document.createElement('span');
  made.className = 'chip';
  made.contentEditable = 'false';
  made.dataset['piece'] = JSON.stringify(piece);
  made.dataset['chip'] = piece.is;
  if (piece.is === 'field') {
    const { lost, fixed } = titled(piece.path, scopes);
    made.classList.toggle('lost', lost);
    made.classList.toggle('fixed', fixed);
  }
  made.textContent = chipText(piece, scopes, say);
  return made;
}

/** Does a chip still say what it is here? */
export function fits(made: HTMLElement, scopes: Scopes, say: Say): boolean {
  const fresh = chip(JSON.parse(made.dataset['piece'] ?? '') as Piece, scopes, say);
  return fresh.className === made.className && fresh.textContent === made.textContent;
}

export const isChip = (node: Node | null | undefined): boolean =>
  node instanceof HTMLElement && node.dataset['piece'] !== undefined;

const bold = new Set(['B', 'STRONG']);

/** The line that nodes say. */
export function lineOf(nodes: Iterable<Node>): Phrase {
  return trimmed(piecesOf(nodes));
}

function piecesOf(nodes: Iterable<Node>): readonly Piece[] {
  return [...nodes].flatMap((node): readonly Piece[] => {
    if (node instanceof Text) {
      const text = node.data.replaceAll(still, '').replace(/[ \t\r\n\f]+/g, ' ');
      return text === '' ? [] : [{ is: 'text', text }];
    }
    if (!(node instanceof HTMLElement)) return [];
    if (isChip(node)) return [JSON.parse(node.dataset['piece'] ?? '') as Piece];
    if (node.tagName === 'BR') return node.dataset['break'] === undefined ? [] : [{ is: 'break' }];
    const of = piecesOf(node.childNodes);
    const look = node.dataset['look'];
    const tag = bold.has(node.tagName) && !look ? 'strong' : node.tagName.toLowerCase();
    if (of.length === 0) return [];
    return tag === 'div' || tag === 'p' || tag === 'font'
      ? of
      : [{ is: 'mark', tag, ...(look ? { look } : {}), of: joined(of) }];
  });
}

/** Texts beside each other as one; spaces stay. */
function joined(of: readonly Piece[]): Phrase {
  const pieces: Piece[] = [];
  for (const piece of of) {
    const last = pieces.at(-1);
    if (piece.is === 'text' && last?.is === 'text')
      pieces[pieces.length - 1] = { is: 'text', text: last.text + piece.text };
    else pieces.push(piece);
  }
  return pieces;
}

/** Words without what keeps the caret beside chips. */
export const bare = (text: string): string => text.replaceAll(still, '');
