// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Answers, Context, Signer } from '../schemas/types.ts';
import type { Words } from '../runtime/problem.ts';
import type { Shape } from './fields.ts';
import type { DocumentInput } from './input.ts';

/** The act that people sign, or the separate unsigned copy for the file. */
export type Copy = 'family' | 'internal';

/** Plain JSON: what a template may read. No function, no getter, no prototype but Object's own. */
export type Data = null | boolean | number | string | readonly Data[] | { readonly [key: string]: Data };

/** `templates/documents/<kind>/facts.ts`: one kind of document. */
export interface DocumentKind {
  readonly kind: string;
  readonly words: Words;
  /** kind of the definitions that it prints */
  readonly prints: 'form' | 'grid' | 'pact';
  /**
   * What later answers of the same case make: the next version of the one act, which takes the place of the last; absent:
   * another document, with a number of its own.
   */
  readonly versions?: true;
  /** it prints answers given before to the same definition beside those that it is made from */
  readonly waves?: true;
  /**
   * Without `internal` there is no copy for the file. Without `family` the act itself is for offices: it says what an
   * internal copy may say, is signed and sealed, and has no second copy.
   */
  readonly files: { readonly [copy in Copy]?: TemplateFiles };
  /** what its data hold beyond what its own template names, for texts of a district */
  readonly says?: Shape;
  /** everything that its template and its margins say */
  view(input: DocumentInput): { readonly data: Data; readonly margin: Margin };
  /** its signers sign one after the other, also where a district does not ask for it */
  readonly inOrder?: true;
  /** who is expected to sign, in order */
  signers(input: SignersInput): Signer[];
}

/** Whose copy the act is: what it may say follows from that. */
export const actCopy = ({ files }: Pick<DocumentKind, 'files'>): Copy =>
  files.family ? 'family' : 'internal';

/** Where the act of a kind has its text. */
export function actFiles({ kind, files }: Pick<DocumentKind, 'kind' | 'files'>): TemplateFiles {
  const found = files.family ?? files.internal;
  if (!found) throw new Error(`the kind ${kind} has no template`);
  return found;
}

/** What a kind of document needs to know who signs it. */
export interface SignersInput {
  readonly answers: Answers;
  readonly context: Context;
  readonly issuedBy: { readonly name: string; readonly profile: string };
  /** ISO date of issue */
  readonly day: string;
}

/** Where the text of a template is: templates/documents/<folder>/<file> and templates/partials/<name>.hbs. */
export interface TemplateFiles {
  readonly folder: string;
  readonly file: string;
  /** the partials that it may use, and no other */
  readonly partials: readonly string[];
}

/** The text of a template with all that it needs; `css` includes the fonts' rules. */
export interface TemplateText {
  readonly source: string;
  readonly partials: { readonly [name: string]: string };
  readonly css: string;
}

/** What stands in the margin of every page. */
export interface Margin {
  readonly language: string;
  readonly title: string;
  /** left and right line of the foot */
  readonly left: string;
  readonly right: string;
  /** words around the page numbers: [before, between], e.g. ["pagina ", " di "] */
  readonly page: readonly [string, string];
}
