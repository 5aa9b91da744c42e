// SPDX-License-Identifier: AGPL-3.0-or-later
// What an UI schema says of single questions, whichever its grammar.

export interface Hint {
  readonly title?: string;
  readonly hint?: string;
  readonly example?: string;
  readonly long?: boolean;
  readonly readOnly?: boolean;
  readonly choiceTitles?: readonly unknown[];
  /** a working value, never drawn */
  readonly hidden?: boolean;
  /** of an object: names in the order in which they stand */
  readonly order?: readonly string[];
}

/** By the names that lead to a property from the form: `['nucleo', 'eta']`; rows have no name of their own. */
export type Hints = (names: readonly string[]) => Hint;

export const noHints: Hints = () => ({});
