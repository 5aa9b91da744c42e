// SPDX-License-Identifier: AGPL-3.0-or-later

/** What one person did with a case on one day. */
export interface AccessRow {
  /** ISO date of Europe/Rome */
  readonly day: string;
  readonly name: string;
  readonly profile: string;
  /** how many times */
  readonly saw: number;
  readonly printed: number;
  readonly exported: number;
  readonly wrote: number;
  /** in words, once each */
  readonly what: readonly string[];
  /** written reasons and purposes */
  readonly reasons: readonly string[];
}

/** Who saw, printed or exported a case between two dates. */
export interface Accesses {
  /** number of the case */
  readonly case: string;
  readonly comune: string;
  /** ISO dates, both included */
  readonly from: string;
  readonly to: string;
  /** latest day first */
  readonly rows: readonly AccessRow[];
}

/** The same as a document. */
export interface CaseAccess extends Accesses {
  /** of the audit of the district when it was asked */
  readonly chain: { readonly ok: boolean; readonly entries: number; readonly firstBad?: number };
}
