// SPDX-License-Identifier: AGPL-3.0-or-later
// What each invented family comes to: what its case shows, what its documents say, and what they must never say.

export interface CaseSeen {
  readonly case: { readonly route?: { readonly queue?: string }; readonly measure: string };
  readonly terms: readonly {
    readonly id: string;
    readonly due: string;
    readonly met?: string;
  }[];
  readonly documents: readonly { readonly id: string; readonly kind: string; readonly copy: string }[];
}

export interface Expected {
  /** queue that the table of routing names */
  readonly queue: string;
  /** term → day on which it is due */
  readonly due: { readonly [term: string]: string };
  /** on the page of the case */
  readonly text: readonly string[];
  /** `<kind> <copy>` → what stands in its file */
  readonly documents: { readonly [file: string]: readonly RegExp[] };
  readonly never: { readonly [file: string]: readonly RegExp[] };
}

/** What the law says to who may lose the benefit. */
export const sanctions = /perde il beneficio|obbligo di legge|decadenza|decad|sospes/i;
