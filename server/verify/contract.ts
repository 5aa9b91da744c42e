// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../runtime/problem.ts';

export type Verdict = 'valid' | 'altered' | 'older' | 'superseded' | 'withdrawn' | 'unknown';

/** What the register of documents says about one act. No personal datum is in it. */
export interface RegisteredDocument {
  readonly number: string;
  readonly revision: number;
  readonly code: string;
  readonly state: 'queued' | 'failed' | 'issued' | 'sealed' | 'superseded' | 'withdrawn';
  /** RFC 3339 */
  readonly issuedAt: string;
  /** name of the district or office */
  readonly office: string;
  /** each state of the file, oldest first, SHA-256 in hexadecimal */
  readonly files: readonly { readonly sha256: string; readonly is: 'issued' | 'sealed' }[];
}

/** How the check asks the register; both answers may be missing. */
export interface Register {
  bySha256(sha256: string): Promise<RegisteredDocument | undefined>;
  byCode(code: string): Promise<RegisteredDocument | undefined>;
  /** bytes of a registered file, to recognise one that was cut */
  bytes?(sha256: string): Promise<Uint8Array | undefined>;
}

export interface VerifyOptions {
  /** certificates (DER) of the districts' seals */
  readonly certificates: readonly Uint8Array[];
  /** absent: offline, only the file itself can be checked */
  readonly register?: Register;
}

/** The answer to a stranger. */
export interface Verification {
  readonly verdict: Verdict;
  /** why, in codes; sentences in server/verify/words.ts */
  readonly reasons: readonly Problem[];
  readonly sha256: string;
  readonly number?: string;
  readonly revision?: number;
  readonly issuedAt?: string;
  readonly office?: string;
  readonly state?: RegisteredDocument['state'];
  /** of the seal in the file: SHA-256 of its certificate, its owner and its time, where the file has one */
  readonly seal?: { readonly certificate: string; readonly name: string; readonly at: string };
}
