// SPDX-License-Identifier: AGPL-3.0-or-later
// What every source of an import gives: a definition, what came along, and what did not.
import type { Definition } from '../../schemas/types.ts';

/** One thing that was not carried over. */
export interface Left {
  /** where it stands in the source: `survey!C5`, `#/properties/nome/pattern`, `riga 4` */
  readonly at: string;
  /** other places that went with it */
  readonly also?: readonly string[];
  /** the source's own text */
  readonly what: string;
  /** why: `import.why.<code>` of the builder's words */
  readonly why: string;
}

/** So many of one kind in the new form: `import.what.<code>` of the builder's words. */
export interface Carried {
  readonly what: string;
  readonly count: number;
}

export interface Imported {
  readonly definition: Definition;
  readonly carried: readonly Carried[];
  readonly left: readonly Left[];
  /** places of the source that were used */
  readonly taken: readonly string[];
}

/** The source cannot be read at all: `import.refused.<code>` of the builder's words. */
export interface Unreadable {
  readonly refused: string;
  readonly params: { readonly [name: string]: string | number };
}

/** A file as it was chosen. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Source {
  readonly id: string;
  /** is it this kind of source? Judged by content, the name counts little */
  fits(files: readonly SourceFile[]): boolean;
  read(files: readonly SourceFile[]): Promise<Imported | Unreadable>;
}

export const unreadable = (refused: string, params: Unreadable['params'] = {}): Unreadable => ({
  refused,
  params,
});
