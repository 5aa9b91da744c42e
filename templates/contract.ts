// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../runtime/problem.ts';

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
  /** file of each copy, beside facts.ts */
  readonly files: { readonly [copy in Copy]: string };
  /** names of the partials (templates/partials/<name>.hbs) that its files may use */
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
  /** number of pages of the act; absent: as many as are printed */
  readonly pages?: number;
  /** foot of the appended register of signatures */
  readonly register?: string;
}
