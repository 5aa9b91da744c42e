// SPDX-License-Identifier: BSD-3-Clause
// Types of <patto-form> for pages and frameworks; served at /embed/runtime/patto-form.d.ts. The answers of one form have
// types of their own: /embed/<district>/<form>@<n>.d.ts.

export type PattoAnswers = { [question: string]: unknown };

export interface PattoDraft {
  readonly definition: string;
  readonly version: number;
  readonly answers: PattoAnswers;
  /** by pointer, what was typed and is not a value yet */
  readonly typed: { readonly [pointer: string]: string };
  readonly parked: { readonly [pointer: string]: unknown };
  readonly from: { readonly [pointer: string]: unknown };
}

export interface PattoProblem {
  readonly code: string;
  /** JSON Pointer of the question, rows by number */
  readonly at: string;
  readonly params: { readonly [name: string]: unknown };
  readonly level: 'error' | 'warning';
}

export interface PattoEvents {
  'patto-answer': CustomEvent<{ readonly changed: ReadonlySet<string>; readonly answers: PattoAnswers }>;
  'patto-save': CustomEvent<PattoDraft>;
  'patto-submit': CustomEvent<{ readonly answers: PattoAnswers; readonly draft: PattoDraft }>;
  'patto-problem': CustomEvent<{ readonly problems: readonly PattoProblem[] }>;
}

export interface PattoFormElement extends HTMLElement {
  /** `<district>/<form>`, or `<district>/<form>@<n>` where several versions are on the page */
  form: string | undefined;
  value: PattoAnswers;
  draft: PattoDraft | undefined;
  readonly: boolean;
  locale: string | undefined;
  view: 'fill' | 'review' | 'read';
  bare: boolean;
  titleErrors: boolean;
  /** `titillium` fetches that face */
  font: string | undefined;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  checkValidity(): boolean;
  reportValidity(): boolean;
  /** checks everything and shows what is wrong */
  validate(): Promise<boolean>;
  /** leads to a question, by its pointer */
  go(pointer: string): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    'patto-form': PattoFormElement;
  }
  interface HTMLElementEventMap extends PattoEvents {}
}
