// SPDX-License-Identifier: AGPL-3.0-or-later
// Proofs of time (RFC 3161): over a signature (B-T), and over a whole file with its evidence (B-LTA).
import { randomBytes } from 'node:crypto';
import type { Outcome } from '../storage/contract.ts';
import { hash } from './algorithms.ts';
import { pathTo } from './chain.ts';
import { body, same, wholeNumber } from './der.ts';
import { digestAround, filled, problem, withHole } from './prepare.ts';
import { reach, type Reach } from './reach.ts';
import { placed } from './signature-field.ts';
import { readToken, tokenIn, tokenRequest, type Token } from './token.ts';

/** A time-stamp authority. */
export interface Stamper {
  readonly address: string;
  /** certificates (DER) that its own must lead to */
  readonly anchors: readonly Uint8Array[];
  readonly reach?: Reach;
}

/** A token over bytes, checked before it is used: granted, over these bytes, this request, by a known authority. */
export async function stamp(stamper: Stamper, ...over: readonly Uint8Array[]): Promise<Outcome<Uint8Array>> {
  const ask = stamper.reach ?? reach;
  return stampDigest(stamper, ask, hash('sha256', ...over), (der) => readToken(der, ...over));
}

async function stampDigest(
  stamper: Stamper,
  ask: Reach,
  imprint: Uint8Array,
  read: (der: Uint8Array) => Token,
): Promise<Outcome<Uint8Array>> {
  const nonce = randomBytes(8);
  // Positive and without a leading zero: its number has one encoding.
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  const answer = await ask(stamper.address, 'application/timestamp-query', tokenRequest(imprint, nonce));
  if (!answer.ok) return problem('stamp-unreachable', { address: stamper.address });
  try {
    const der = tokenIn(answer.value);
    const token = read(der);
    const { certificate, certificates } = token.message;
    if (!certificate || !token.nonce || !same(body(token.nonce, 0x02), body(wholeNumber(nonce), 0x02)))
      return problem('stamp-wrong', { address: stamper.address });
    const path = pathTo(certificate, certificates, stamper.anchors, token.at, 'stamp');
    return path.ok ? { ok: true, value: der } : problem('stamp-wrong', { address: stamper.address });
  } catch {
    return problem('stamp-wrong', { address: stamper.address });
  }
}

/** Bytes that a token with its authority's certificates may take. */
const room = 10_240;

/** The file with a time-stamp over all of it, as one more increment. */
export async function stampFile(
  pdf: Uint8Array,
  stamper: Stamper,
  field: string,
): Promise<Outcome<Uint8Array>> {
  const made = withHole(
    pdf,
    (state, signature, free) => placed(state, { field, tooltip: 'Marca temporale', signature, free }),
    '/Type/DocTimeStamp/Filter/Adobe.PPKLite/SubFilter/ETSI.RFC3161',
    room,
  );
  if (!made.ok) return made;
  const { file, hole } = made.value;
  const token = await stampDigest(
    stamper,
    stamper.reach ?? reach,
    digestAround('sha256', file, hole),
    (der) => readToken(der, file.subarray(0, hole[0]), file.subarray(hole[1])),
  );
  return token.ok ? filled(made.value, token.value) : token;
}
