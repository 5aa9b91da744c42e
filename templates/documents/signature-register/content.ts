// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signature } from '../../../schemas/types.ts';

/** One act on one document of the case. */
export interface RegisteredSignature {
  readonly name: string;
  readonly role: string;
  readonly mode: Signature['mode'] | 'awaited';
  /** RFC 3339; '' while it is awaited */
  readonly at: string;
  readonly place: string;
  /** how the signer was identified, and by whom it was registered */
  readonly identified: string;
  readonly by: string;
  /** why somebody refused, or where the original is */
  readonly note: string;
  /** SHA-256 of the file that was signed */
  readonly sha256: string;
}

/** Who signed what in a case, over all its documents. */
export interface SignatureRegister {
  readonly case: string;
  readonly documents: readonly {
    readonly title: string;
    readonly number: string;
    readonly revision: number;
    /** RFC 3339 */
    readonly issuedAt: string;
    /** RFC 3339; '' where it is not sealed */
    readonly sealedAt: string;
    readonly signatures: readonly RegisteredSignature[];
  }[];
}
