// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../runtime/problem.ts';

export type Verdict = 'valid' | 'altered' | 'older' | 'superseded' | 'withdrawn' | 'unknown';

/** How much a signature proves by itself: B the signer, T the time, LT without its authorities, LTA for long. */
export type Level = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA';

/** A signature of the file; who the person is stands nowhere here. */
export interface VerifiedSignature {
  readonly field: string;
  readonly kind: 'seal' | 'signature' | 'time-stamp';
  /** RFC 3339; proved from level B-T on */
  readonly at?: string;
  readonly level?: Level;
  /** SHA-256 of its certificate */
  readonly certificate?: string;
  /** names of the baseline rules that it does not keep */
  readonly breaks: readonly string[];
}

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
  /** oldest first; empty when the file cannot be read so far */
  readonly signatures: readonly VerifiedSignature[];
}
