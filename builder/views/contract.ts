// SPDX-License-Identifier: AGPL-3.0-or-later
// A way to look at the definition other than its questions. A view is one folder or file, plus one line in index.ts.
import type { TemplateResult } from 'lit';
import type { Bench } from '../commands/contract.ts';

export interface View {
  /** `view.<name>` is its name in words, `data-view` its button */
  readonly name: string;
  /** `above` the questions, which stay, or `instead` of them */
  readonly place: 'above' | 'instead';
  /** Fetched when it is first opened; draws what the bench holds now. */
  readonly load: () => Promise<(bench: Bench) => TemplateResult>;
}
