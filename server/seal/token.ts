// SPDX-License-Identifier: AGPL-3.0-or-later
// Time-stamp tokens (RFC 3161): asked for, read, checked.
import { digestAlgorithm, hash, readDigest } from './algorithms.ts';
import { ids } from './cms.ts';
import { body, dotted, integer, octets, parts, readTime, same, sequence, wholeNumber, yes } from './der.ts';
import {
  namesItsCertificate,
  only,
  readSignedMessage,
  signatureHolds,
  type SignedMessage,
} from './signed-message.ts';

export interface Token {
  readonly message: SignedMessage;
  readonly at: Date;
  readonly nonce: Uint8Array | undefined;
}

/** The request for a token over a SHA-256 digest, with the authority's certificate in the answer. */
export function tokenRequest(imprint: Uint8Array, nonce: Uint8Array): Buffer {
  return sequence(integer(1), sequence(digestAlgorithm('sha256'), octets(imprint)), wholeNumber(nonce), yes);
}

/** The token of an answer; throws on an answer that grants none. */
export function tokenIn(answer: Uint8Array): Uint8Array {
  const [status, token] = parts(answer);
  const granted = body(parts(status)[0], 0x02)[0] ?? 9;
  if (granted > 1 || !token) throw new Error('stamp: refused');
  return token;
}

/** Reads a token over these bytes; throws when it is not one, or not over them, or not signed by who it says. */
export function readToken(der: Uint8Array, ...over: readonly Uint8Array[]): Token {
  const message = readSignedMessage(der);
  const { content } = message;
  if (message.contentType !== ids.timeStampInfo || !content) throw new Error('stamp: content');
  const [version, , imprint, , at, ...rest] = parts(content);
  const [algorithm, digest, more] = parts(imprint);
  const stamped = hash(readDigest(algorithm), ...over);
  if (!same(version, integer(1)) || more || !same(digest, octets(stamped))) throw new Error('stamp: imprint');
  const type = only(message, ids.contentType);
  if (message.signers !== 1 || !type || dotted(type) !== ids.timeStampInfo) throw new Error('stamp: signer');
  if (message.unsigned.size > 0) throw new Error('stamp: unsigned part');
  if (!signatureHolds(message, hash(message.digest, content))) throw new Error('stamp: false');
  if (!namesItsCertificate(message)) throw new Error('stamp: certificate');
  return { message, at: readTime(at), nonce: rest.find(([tag]) => tag === 0x02) };
}
