// SPDX-License-Identifier: BSD-3-Clause
// What `runtime/fields/<type>/input.ts` exports, and what it is given. An input is a plain function, no element:
// label, hint, error and the "non so" buttons are drawn once, by <patto-field>, around whatever it returns.
import type { TemplateResult } from 'lit';
import type { FieldSchema, ListRow } from '../../schemas/types.ts';
import type { Speaker } from '../fields/numbers.ts';
import type { FieldPaper, FieldType, FieldWords } from '../fields/contract.ts';
import type { ChromeKey } from '../words/index.ts';

/** One thing that may be chosen. */
export interface Option {
  /** what is stored */
  readonly value: unknown;
  readonly title: string;
  readonly hint?: string;
  /** of a list or register: the whole row */
  readonly row?: ListRow;
}

/** One field at one place, as its input sees it. */
export interface InputContext {
  /** id of the control that label and error links point to; other ids of the input begin with it */
  readonly id: string;
  readonly field: FieldSchema;
  readonly title: string;
  /** undefined: not answered, or declined */
  readonly value: unknown;
  /** what stands in a text input: the text as typed, else the value written for editing */
  readonly text: string;
  /** the same at this very moment: a browser that fills in several controls at once waits for no drawing */
  now(): string;
  /** ids for aria-describedby; '' for none */
  readonly describedby: string;
  readonly invalid: boolean;
  readonly required: boolean;
  readonly locked: boolean;
  /** the form's today, ISO date */
  readonly today: string;
  readonly locale: string;
  /** what may be chosen now: oneOf, enum, a list, or the rows that an x-ref points to */
  readonly options: readonly Option[];
  /** rows of every list and register that the form reads */
  readonly lists: { readonly [name: string]: readonly ListRow[] };
  /** of a list that is too long to be here: the best options for what is typed; rejects without a network */
  look?(text: string, signal: AbortSignal): Promise<readonly Option[]>;
  /** title of the question that decides what may be chosen here and has no answer yet */
  readonly waits?: string;
  /** the question that belongs beside a choice ("altro, specificare"), when that is chosen */
  beside?(value: unknown): unknown;
  /** the type's own texts first, then the form's */
  say(key: ChromeKey | (string & {}), params?: { readonly [name: string]: unknown }): string;
  /** text → value through the type's `read`; text that is no value yet is kept beside the answers */
  type(text: string): void;
  /** a value as it is; undefined: nothing answered */
  answer(value: unknown): void;
  /** title of the list that an x-ref points to */
  readonly listTitle: string;
  /** for types that nest: what stands in the group, or in each row */
  nested(): unknown;
}

/** An answer that is only read. */
export interface Shown {
  readonly field: FieldSchema;
  /** the value in words, as on paper */
  readonly words: string;
  readonly locale: string;
  say(key: string, params?: { readonly [name: string]: unknown }): string;
  fileAddress(id: string): string | undefined;
}

/** How a type is drawn. The commonest ones have it in a file of its own, `control.ts`: all that a page begins with. */
export interface Control {
  /** one control with a label, or several in a fieldset with a legend; absent: a control */
  group?(context: InputContext): boolean;
  render(context: InputContext): TemplateResult | unknown;
  /**
   * A copy of one drawn field may stand for another until somebody turns to it: what is drawn is native, without
   * directives, and depends on nothing but its schema and answer. `text`: nor on that, but for `context.text` as the
   * value of a text input.
   */
  readonly copies?: 'value' | 'text';
  /** how a value is shown where answers are only read; absent: its words */
  shown?(value: unknown, shown: Shown): TemplateResult;
}

/** Everything that a page needs of one type, in one file, so that a type used late costs one request. */
export interface FieldInput extends Control {
  readonly facts: FieldType;
  /** sentences of its problems; the commonest types have them fetched once the page is idle */
  readonly words: FieldWords | (() => Promise<{ readonly words: FieldWords }>);
  // each type's paper takes its own value
  readonly paper: FieldPaper<never>;
  /** what the field's settings have said below its label, after the form's own hint */
  hint?(field: FieldSchema, sayings: Speaker): string | undefined;
  /** of a type that nests: its answers are read as one table */
  readonly tabular?: true;
}
