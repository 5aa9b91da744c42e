// SPDX-License-Identifier: BSD-3-Clause

/** An expected failure as a value. Sentences are looked up by `code` in words, never thrown. */
export interface Problem {
  /** stable code in kebab-case, e.g. `required`, `too-small`, `not-a-date` */
  readonly code: string;
  /** JSON Pointer (RFC 6901, rows by index) into the answers or the document concerned; '' is the whole */
  readonly at: string;
  /** what the sentence needs to be precise: limits, names, texts */
  readonly params: { readonly [name: string]: string | number | boolean };
  readonly level: 'error' | 'warning';
}

/** Words by language; Italian is never missing. `{name}` is replaced by the parameter, escaped by whoever renders. */
export interface Words {
  readonly it: string;
  readonly en: string;
  readonly [language: string]: string;
}
