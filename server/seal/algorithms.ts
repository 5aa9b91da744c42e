// SPDX-License-Identifier: AGPL-3.0-or-later
// The signature algorithms that are made and read, each by the exact encoding of its identifier.
import { constants, createHash, verify, type KeyObject } from 'node:crypto';
import { integer, node, nothing, oid, same, sequence } from './der.ts';

export type Digest = 'sha1' | 'sha256' | 'sha384' | 'sha512';

const digestIds: { readonly [digest in Digest]: Buffer } = {
  sha1: oid('1.3.14.3.2.26'),
  sha256: oid('2.16.840.1.101.3.4.2.1'),
  sha384: oid('2.16.840.1.101.3.4.2.2'),
  sha512: oid('2.16.840.1.101.3.4.2.3'),
};

export const hash = (digest: Digest, ...parts: readonly Uint8Array[]): Buffer => {
  const running = createHash(digest);
  for (const part of parts) running.update(part);
  return running.digest();
};

/** SHA-256 of a certificate, hexadecimal. */
export const fingerprint = (certificate: Uint8Array): string => hash('sha256', certificate).toString('hex');

/** Identifier of a hash with the empty parameters that RFC 5754 advises to write. */
export const digestAlgorithm = (digest: Digest): Buffer => sequence(digestIds[digest], nothing);

/** Which hash an identifier names, with or without its empty parameters; SHA-1 only where it is asked for. */
export function readDigest(one: Uint8Array | undefined, old = false): Digest {
  for (const digest of Object.keys(digestIds) as Digest[]) {
    if (digest === 'sha1' && !old) continue;
    if (same(one, digestAlgorithm(digest)) || same(one, sequence(digestIds[digest]))) return digest;
  }
  throw new Error('cms: unknown hash');
}

export interface SignatureAlgorithm {
  readonly name: string;
  /** the identifier, encoded */
  readonly encoded: Buffer;
  /** undefined: named elsewhere in the message */
  readonly digest?: Digest;
  readonly key: 'rsa' | 'ec';
  readonly pss?: true;
}

/** RSASSA-PSS with one hash throughout and a salt as long as it. */
function pss(digest: Digest, salt: number): Buffer {
  const hashed = digestAlgorithm(digest);
  const mask = sequence(oid('1.2.840.113549.1.1.8'), hashed);
  const parameters = sequence(node(0xa0, hashed), node(0xa1, mask), node(0xa2, integer(salt)));
  return sequence(oid('1.2.840.113549.1.1.10'), parameters);
}

const rsa = (last: number): Buffer => sequence(oid(`1.2.840.113549.1.1.${last}`), nothing);
const ec = (last: number): Buffer => sequence(oid(`1.2.840.10045.4.3.${last}`));

export const algorithms: readonly SignatureAlgorithm[] = [
  { name: 'rsa', encoded: rsa(1), key: 'rsa' },
  { name: 'rsa-sha256', encoded: rsa(11), digest: 'sha256', key: 'rsa' },
  { name: 'rsa-sha384', encoded: rsa(12), digest: 'sha384', key: 'rsa' },
  { name: 'rsa-sha512', encoded: rsa(13), digest: 'sha512', key: 'rsa' },
  { name: 'rsa-pss-sha256', encoded: pss('sha256', 32), digest: 'sha256', key: 'rsa', pss: true },
  { name: 'rsa-pss-sha384', encoded: pss('sha384', 48), digest: 'sha384', key: 'rsa', pss: true },
  { name: 'rsa-pss-sha512', encoded: pss('sha512', 64), digest: 'sha512', key: 'rsa', pss: true },
  { name: 'ecdsa-sha256', encoded: ec(2), digest: 'sha256', key: 'ec' },
  { name: 'ecdsa-sha384', encoded: ec(3), digest: 'sha384', key: 'ec' },
  { name: 'ecdsa-sha512', encoded: ec(4), digest: 'sha512', key: 'ec' },
];

export function readAlgorithm(one: Uint8Array | undefined): SignatureAlgorithm {
  const found = algorithms.find(({ encoded }) => same(encoded, one));
  if (!found) throw new Error('cms: unknown algorithm');
  return found;
}

/** How a key signs here: RSA (PKCS #1) with SHA-256, P-256 with SHA-256, P-384 with SHA-384; undefined: not with this key. */
export function algorithmOf(key: KeyObject): (SignatureAlgorithm & { readonly digest: Digest }) | undefined {
  const curve = key.asymmetricKeyDetails?.namedCurve;
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType === 'rsa' && bits >= 2048) return { ...named('rsa'), digest: 'sha256' };
  if (curve === 'prime256v1') return { ...named('ecdsa-sha256'), digest: 'sha256' };
  if (curve === 'secp384r1') return { ...named('ecdsa-sha384'), digest: 'sha384' };
  return undefined;
}

function named(name: string): SignatureAlgorithm {
  const found = algorithms.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
}

/** Does the signature over these bytes come from the key? `digest` where the algorithm does not name one. */
export function holds(
  algorithm: SignatureAlgorithm,
  digest: Digest,
  data: Uint8Array,
  key: KeyObject,
  signature: Uint8Array,
): boolean {
  if (algorithm.digest !== undefined && algorithm.digest !== digest) return false;
  if (key.asymmetricKeyType !== algorithm.key) return false;
  const padding = algorithm.pss ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  const salt = algorithm.pss ? { saltLength: constants.RSA_PSS_SALTLEN_DIGEST } : {};
  return algorithm.key === 'rsa'
    ? verify(digest, data, { key, padding, ...salt }, signature)
    : verify(digest, data, { key, dsaEncoding: 'der' }, signature);
}
