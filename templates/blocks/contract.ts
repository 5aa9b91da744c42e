// SPDX-License-Identifier: AGPL-3.0-or-later
// A template as people see it: blocks of a page. Plain JSON; the same thing as the text, said otherwise.

/** What stands inside a line, in order. */
export type Phrase = readonly Piece[];

/** A condition of the template language: there is something at a path, or (`not`) there is nothing. */
export interface When<Of> {
  readonly is: 'when';
  readonly path: string;
  readonly not: boolean;
  readonly of: readonly Of[];
  readonly otherwise?: readonly Of[];
}

/** Once for each row of a list. */
export interface Each<Of> {
  readonly is: 'each';
  readonly path: string;
  readonly of: readonly Of[];
}

/** What is no block keeps its text, byte for byte. */
export interface Expert {
  readonly is: 'expert';
  readonly text: string;
}

export type Piece =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'field'; readonly path: string }
  | { readonly is: 'mark'; readonly tag: string; readonly look?: string; readonly of: Phrase }
  | { readonly is: 'break' }
  /** a place to sign: paths of its id and of its name for who cannot see it */
  | { readonly is: 'place'; readonly id: string; readonly name: string }
  | { readonly is: 'picture'; readonly path: string; readonly alt: Phrase; readonly look?: string }
  | When<Piece>
  | Each<Piece>
  | Expert;

/** `look`: the class that print.css knows. */
interface Looks {
  readonly look?: string;
}

export interface Item extends Looks {
  readonly is: 'item';
  readonly of: Phrase;
}
export type Items = Item | When<Items> | Each<Items>;

export interface Cell extends Looks {
  /** heading of its column or of its row */
  readonly head?: 'col' | 'row';
  readonly of: Phrase;
}
export interface Line extends Looks {
  readonly is: 'row';
  readonly cells: readonly Cell[];
}
export type Lines = Line | When<Lines> | Each<Lines>;

export interface Heading extends Looks {
  readonly is: 'heading';
  /** 1 to 6 */
  readonly level: number;
  readonly of: Phrase;
}
export interface Paragraph extends Looks {
  readonly is: 'paragraph';
  readonly of: Phrase;
}
export interface Listing extends Looks {
  readonly is: 'list';
  readonly ordered: boolean;
  readonly of: readonly Items[];
}
export interface Table extends Looks {
  readonly is: 'table';
  readonly head: readonly Lines[];
  readonly of: readonly Lines[];
}
export interface Box extends Looks {
  readonly is: 'box';
  readonly tag: string;
  readonly of: readonly Block[];
}

export type Block =
  | Heading
  | Paragraph
  /** a line of its own, without a paragraph around it */
  | { readonly is: 'phrase'; readonly of: Phrase }
  | Listing
  | Table
  | Box
  | When<Block>
  | Each<Block>
  /** a ready-made part, by its name */
  | { readonly is: 'part'; readonly name: string }
  | { readonly is: 'page' }
  /** for who reads the text; `text` with its braces */
  | { readonly is: 'comment'; readonly text: string }
  | Expert;

/** Class of an empty element after which a new page begins. */
export const newPage = 'new-page';
/** Elements that may stand around blocks. */
export const boxes: readonly string[] = ['main', 'header', 'footer', 'section', 'div', 'aside', 'article'];
/** Elements that may stand in a line. */
export const marks: readonly string[] = ['strong', 'em', 'b', 'i', 'u', 'small', 'sup', 'sub', 'span'];
/** A path that a block may say. */
export const plainPath = /^(?:\.\.\/)*[a-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)*$/;
