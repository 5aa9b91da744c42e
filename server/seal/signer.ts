// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Outcome } from '../storage/contract.ts';

/** What the person types at the moment of signing, where the adapter asks for it. */
export interface Secret {
  readonly pin?: string;
  /** one-time password */
  readonly otp?: string;
}

/** What a person may be asked for at that moment. */
export type Consent = keyof Secret;

/** Whoever can sign: a key in a file or a token, or a service that holds it. */
export interface Signer {
  /** DER */
  readonly certificate: Uint8Array;
  /** certificates (DER) of those who issued it, towards the anchor */
  readonly issuers: readonly Uint8Array[];
  /** sends the person a one-time password, where that is how they consent */
  readonly ask?: () => Promise<Outcome<undefined>>;
  /** the signature over the signed attributes (DER), as its kind of key makes it */
  sign(attributes: Uint8Array, secret?: Secret): Promise<Outcome<Uint8Array>>;
}

/** Settings of an adapter, as they stand in a district's seal.json: plain texts. */
export type Settings = { readonly [setting: string]: string | undefined };

/** `server/seal/signers/<kind>.ts` exports it, one line in index.ts names it. */
export interface SignerKind {
  readonly kind: string;
  /** what the person types each time; absent: nothing */
  asks?(settings: Settings): readonly Consent[];
  /** `home`: folder that file names are relative to */
  open(settings: Settings, home: string): Promise<Outcome<Signer>>;
}
