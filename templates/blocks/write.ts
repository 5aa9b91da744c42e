// SPDX-License-Identifier: AGPL-3.0-or-later
// From blocks to a template's text. Whatever people write stays what they wrote: no brace of theirs opens a placeholder.
import {
  newPage,
  type Block,
  type Each,
  type Items,
  type Lines,
  type Phrase,
  type Piece,
  type When,
} from './contract.ts';

/** The text of blocks, one a line, what is inside them two spaces further in. */
export function writeBlocks(blocks: readonly Block[]): string {
  return blocks.map((each) => `${block(each, '')}\n`).join('');
}

const signs: { readonly [letter: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
  '{': '&#123;',
  '}': '&#125;',
  '\\': '&#92;',
};
const plain = (text: string): string => text.replace(/[&<>{}\\\u00a0]/g, (letter) => signs[letter]!);
const quoted = (text: string): string => text.replace(/[&<>"{}\\\u00a0]/g, (letter) => signs[letter]!);
const dress = ({ look }: { readonly look?: string }): string => (look ? ` class="${look}"` : '');

type Around<Of> = When<Of> | Each<Of>;

function around<Of>(one: Around<Of>, inside: (of: readonly Of[]) => string): string {
  if (one.is === 'each') return `{{#each ${one.path}}}${inside(one.of)}{{/each}}`;
  const name = one.not ? 'unless' : 'if';
  const other = one.otherwise ? `{{else}}${inside(one.otherwise)}` : '';
  return `{{#${name} ${one.path}}}${inside(one.of)}${other}{{/${name}}}`;
}

/** Each on a line of its own, further in than what is around them. */
const stacked =
  <Of>(one: (each: Of, indent: string) => string, indent: string) =>
  (of: readonly Of[]): string =>
    `\n${of.map((each) => `${one(each, `${indent}  `)}\n`).join('')}${indent}`;

function block(one: Block, indent: string): string {
  return `${indent}${(writers[one.is] as (one: Block, indent: string) => string)(one, indent)}`;
}

type Writers = { readonly [Is in Block['is']]: (one: Extract<Block, { is: Is }>, indent: string) => string };

const writers: Writers = {
  heading: (one) => `<h${one.level}${dress(one)}>${phrase(one.of)}</h${one.level}>`,
  paragraph: (one) => `<p${dress(one)}>${phrase(one.of)}</p>`,
  phrase: ({ of }) => phrase(of),
  list: (one, indent) => {
    const tag = one.ordered ? 'ol' : 'ul';
    return `<${tag}${dress(one)}>${stacked(items, indent)(one.of)}</${tag}>`;
  },
  table: (one, indent) => {
    const rows = stacked(lines, `${indent}  `);
    const head = one.head.length > 0 ? `${indent}  <thead>${rows(one.head)}</thead>\n` : '';
    return `<table${dress(one)}>\n${head}${indent}  <tbody>${rows(one.of)}</tbody>\n${indent}</table>`;
  },
  box: (one, indent) => `<${one.tag}${dress(one)}>${stacked(block, indent)(one.of)}</${one.tag}>`,
  when: (one, indent) => around(one, stacked(block, indent)),
  each: (one, indent) => around(one, stacked(block, indent)),
  part: ({ name }) => `{{> ${name}}}`,
  page: () => `<div class="${newPage}"></div>`,
  comment: ({ text }) => text,
  expert: ({ text }) => text,
};

function items(one: Items, indent: string): string {
  if (one.is !== 'item') return `${indent}${around<Items>(one, stacked(items, indent))}`;
  return `${indent}<li${dress(one)}>${phrase(one.of)}</li>`;
}

function lines(one: Lines, indent: string): string {
  if (one.is !== 'row') return `${indent}${around<Lines>(one, stacked(lines, indent))}`;
  const cells = one.cells.map((cell) => {
    const tag = cell.head ? 'th' : 'td';
    return `<${tag}${cell.head ? ` scope="${cell.head}"` : ''}${dress(cell)}>${phrase(cell.of)}</${tag}>`;
  });
  return `${indent}<tr${dress(one)}>${cells.join('')}</tr>`;
}

/** The text of a line. */
export const phrase = (of: Phrase): string => of.map(piece).join('');

function piece(one: Piece): string {
  return (pieceWriters[one.is] as (one: Piece) => string)(one);
}

type PieceWriters = { readonly [Is in Piece['is']]: (one: Extract<Piece, { is: Is }>) => string };

const said = (of: Phrase): string =>
  of.map((one) => (one.is === 'text' ? quoted(one.text) : piece(one))).join('');

const pieceWriters: PieceWriters = {
  text: ({ text }) => plain(text),
  field: ({ path }) => `{{${path}}}`,
  mark: (one) => `<${one.tag}${dress(one)}>${phrase(one.of)}</${one.tag}>`,
  break: () => '<br>',
  place: ({ id, name }) => `{{signature ${id} ${name}}}`,
  picture: (one) => `<img${dress(one)} src="{{${one.path}}}" alt="${said(one.alt)}">`,
  when: (one) => around(one, phrase),
  each: (one) => around(one, phrase),
  expert: ({ text }) => text,
};
