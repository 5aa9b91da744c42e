// SPDX-License-Identifier: AGPL-3.0-or-later
// The shapes that edits share. An edit is a pure function: a definition in, a new one out, the old one untouched.
import type { FieldSettings, FieldType, FieldWords } from '../../runtime/fields/contract.ts';
import type { Definition, FieldSchema } from '../../schemas/types.ts';

// What stands on the canvas, by name: `/casa`, `/nucleo/*/eta` (a field; `*` is a row),
// `page:abitazione`, `section:casa`, `note:avviso`; '' is the whole definition.
export type Handle = string;

/** Where something new goes: right after a thing, right before it, or at the end inside it. */
export type Place = { readonly after: Handle } | { readonly before: Handle } | { readonly into: Handle };

/** What was done, to be said in words: `step.<code>` of the builder's words. */
export interface Step {
  readonly code: string;
  readonly params: { readonly [name: string]: string | number };
}

/** Something that read an answer which goes, and the keyword in which it lets go of it. */
export interface Lost {
  /** the field, page, section or note; 'condition:<name>', 'outcome' or 'gives', '' for the form itself */
  readonly by: Handle;
  readonly word: string;
}

/** A done edit: the new definition, its name in the history, and what to select after it. */
export interface Edited {
  readonly definition: Definition;
  readonly step: Step;
  readonly select: Handle;
  /** all that are to be selected together, `select` among them; none: it alone */
  readonly together?: readonly Handle[];
  /** what lost its way by it, to be named before it is done */
  readonly lost?: readonly Lost[];
}

/** An edit that would break something says what, and does nothing. */
export interface Refused {
  readonly refused: Step;
  /** a move: what was to be moved and what stands against it, to be looked at side by side */
  readonly between?: readonly [moved: Handle, against: Handle];
}

/** What the edits need to know of field types; made from the dictionaries by `builder/catalogue.ts`. */
export interface Catalogue {
  readonly names: readonly string[];
  readonly facts: ReadonlyMap<string, FieldType>;
  readonly settings: ReadonlyMap<string, FieldSettings>;
  readonly words: ReadonlyMap<string, FieldWords>;
  /** the type of a field whose `$ref` is inlined; 'text' where nothing fits */
  typeOf(field: FieldSchema): string;
}
