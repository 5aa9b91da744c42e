// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';
import type { Pdf } from './pdf.ts';

/** What a file may claim beside PDF/UA-1: PDF/A-2a, or PDF/A-3a with its data inside. */
export type Profile = '2a' | '3a';

/** One place where a rule is not kept. */
export interface Breach {
  /** from 1; absent where the whole file is meant */
  readonly page?: number;
  /** for engineers, in English: object, entry, figure */
  readonly what: string;
}

/** One machine-checkable demand of PDF/A or PDF/UA that a document of ours could break. */
export interface Rule {
  readonly id: string;
  /** standard and clause, with the Matterhorn number where there is one */
  readonly clause: string;
  /** where only one of the profiles asks for it */
  readonly profile?: Profile;
  /** what the author of a template did wrong, and what to do; no parameters */
  readonly words: Words;
  check(pdf: Pdf): Iterable<Breach>;
}

/** A breach with the rule it breaks. */
export interface Finding extends Breach {
  readonly rule: string;
  readonly clause: string;
}
