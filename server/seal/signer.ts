// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Outcome } from '../storage/contract.ts';

/** Whoever can sign at once: a key in a file, in a token, or behind a service that asks nobody. */
export interface Signer {
  /** DER */
  readonly certificate: Uint8Array;
  /** certificates (DER) of those who issued it, towards the anchor */
  readonly issuers: readonly Uint8Array[];
  /** the signature over the signed attributes (DER), as its kind of key makes it */
  sign(attributes: Uint8Array): Promise<Outcome<Uint8Array>>;
}
