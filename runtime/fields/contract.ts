// SPDX-License-Identifier: BSD-3-Clause
import type { Definition, FieldSchema, ListRow } from '../../schemas/types.ts';
import type { Problem, Words } from '../problem.ts';

/** A JSON Schema 2020-12 as published. */
export type ClosedSchema = { [keyword: string]: unknown };

/** What the engine hands to a type with each call: recursion and choices come in as arguments. */
export interface FieldHelp {
  /** closed schema of a nested field, its `$ref` inlined, `id` of rows added */
  answer(field: FieldSchema): ClosedSchema;
  /** rows of `x-choices` that are offered now; undefined when they are not known here (publishing time) */
  choices?(field: FieldSchema): readonly ListRow[] | undefined;
  /** a pattern as the side at hand runs it: RegExp in the browser, a linear-time engine on the server */
  pattern(source: string): { test(text: string): boolean };
}

/** A kept file as an answer names it. `size` in bytes, `sha256` in hexadecimal. */
export interface FileRef {
  readonly id: string;
  readonly name: string;
  /** media type, as the content tells it */
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}

/** How the value at hand is written for a person: on screen read-only, in the summary, on paper. */
export interface Writing {
  readonly locale: string;
  /** text of a choice, translated when the form is */
  choice(field: FieldSchema, value: string): string;
  /** label of the row that an `x-ref` value names */
  row(pointer: string, id: string): string;
}

/** What a value may be judged by beside itself; absent where only the value is known, as while it is typed. */
export interface Around {
  /** ISO dates */
  readonly context: { readonly today: string; readonly referenceDate: string };
  /** the answer at a pointer, from the row that the field is in; undefined: not answered */
  get(pointer: string): unknown;
}

/**
 * Everything the engine knows about one kind of field: `runtime/fields/<type>/facts.ts`.
 * Pure: no DOM, no Node, no import of the engine or of another type.
 * Members that take the value are methods, so that a heterogeneous list type-checks.
 */
export interface FieldType<Value = unknown> {
  readonly type: string;
  /** 0: this schema is not of this type; the highest number wins where `x-type` is absent */
  fits(field: FieldSchema): number;
  /** the closed JSON Schema of one answer: type, bounds, pattern, frozen choices, closedness; every text and list bounded */
  answer(field: FieldSchema, help: FieldHelp): ClosedSchema;
  /** shape problems of one present value, in agreement with `answer` (`at` is relative, '' = the value itself) */
  check(value: unknown, field: FieldSchema, help: FieldHelp): readonly Problem[];
  /** problems of a well-shaped value that no JSON Schema can say (check letters, relative dates…); engine only in the version */
  deep?(value: Value, field: FieldSchema, around?: Around): readonly Problem[];
  /** pointers that `deep` reads, as the field's settings name them */
  reads?(field: FieldSchema): readonly string[];
  /** what a person typed → value; undefined: nothing answered */
  read(
    typed: string,
    field: FieldSchema,
    locale: string,
  ): { readonly value: Value | undefined } | { readonly problem: Problem };
  /** value → text in an input */
  edit(value: Value, field: FieldSchema, locale: string): string;
  /** is this stored value the same as no answer (empty text, empty several)? */
  empty(value: unknown): boolean;
  /** files that a value refers to, for types whose answers do: who keeps them checks that they are of this draft */
  files?(value: Value): readonly FileRef[];
  /** what is wrong or doubtful in the type's own settings; `at` is relative to the field, codes are lint's */
  lint?(field: FieldSchema): readonly Problem[];
  /** true for repeat and group: `children` are fields of their own */
  readonly nests?: 'rows' | 'group';
  /** codes of `problems` in words are in words.ts; this is the list of them */
  readonly codes: readonly string[];
}

/** `runtime/fields/<type>/words.ts`: the builder's names and the sentences of the type's problem codes. */
export interface FieldWords {
  readonly name: Words;
  /** one line in the builder's menu of types */
  readonly about: Words;
  readonly problems: { readonly [code: string]: Words };
  /** other texts of its input */
  readonly texts?: { readonly [key: string]: Words };
}

/** `runtime/fields/<type>/paper.ts`: the value in words, for read-only view, summary and paper. */
export interface FieldPaper<Value = unknown> {
  text(value: Value, field: FieldSchema, writing: Writing): string;
  /** text that is no value yet, as a person reads it; absent: as it was typed */
  typed?(text: string): string;
  /** what of the value is drawn beside its words: an SVG path in a box of 1000 by 300; undefined: nothing */
  drawing?(value: Value): string | undefined;
  /** room for an answer written by hand; absent: a line, or what the JSON Schema tells */
  readonly blank?: 'lines' | 'box';
}

/**
 * `runtime/fields/<type>/settings.ts`: a type's settings are a definition of kind form, drawn and checked by <patto-form>.
 * `get` shows a field's schema as answers to it, `set` gives the schema back; both total, `set(f, get(f))` equals f.
 */
export interface FieldSettings {
  readonly definition: Definition;
  /** schema of a new question of this type; its title comes from the person */
  readonly blank: FieldSchema;
  get(field: FieldSchema): { [key: string]: unknown };
  set(field: FieldSchema, answers: { [key: string]: unknown }): FieldSchema;
}

/** `runtime/fields/<type>/samples.ts`: they are the tests, the gallery and the documentation. */
export interface FieldSamples {
  /** schemas worth showing, by a word for what they show */
  readonly fields: readonly {
    readonly about: string;
    readonly field: FieldSchema;
    readonly good: readonly unknown[];
    readonly bad: readonly unknown[];
  }[];
  /** typed text → value, or the code of the problem; first field, locale it */
  readonly typed: readonly (readonly [string, { readonly value: unknown } | { readonly code: string }])[];
  /**
   * Keys pressed from the first control of the first field, empty → its value (ids of rows left out). A name of a key
   * (Tab, Space, ArrowDown…) is pressed, any other text typed.
   */
  readonly keys?: readonly (readonly [readonly string[], unknown])[];
  /** value → words on paper; first field, locale it */
  readonly paper: readonly (readonly [unknown, string])[];
}
