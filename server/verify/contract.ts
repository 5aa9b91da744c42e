// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../runtime/problem.ts';

export type Verdict = 'valid' | 'altered' | 'older' | 'superseded' | 'withdrawn' | 'unknown';

/** What a file says of itself; what the register says of it is the server's to add. No personal datum is in it. */
export interface Verification {
  /** of the file alone: valid, altered or unknown */
  readonly verdict: Verdict;
  /** why, in codes; sentences in server/verify/words.ts */
  readonly reasons: readonly Problem[];
  readonly sha256: string;
  /** of the act that the file names: what a stranger would type */
  readonly code?: string;
  /** of the seal in the file: SHA-256 of its certificate, its owner and its time, where the file has one */
  readonly seal?: { readonly certificate: string; readonly name: string; readonly at: string };
}
