// SPDX-License-Identifier: AGPL-3.0-or-later
// The signed message (CMS) of a PAdES signature, as it is written.
import type { KeyObject } from 'node:crypto';
import { algorithmOf, digestAlgorithm, hash, type Digest, type SignatureAlgorithm } from './algorithms.ts';
import { integer, node, octets, oid, sequence, set } from './der.ts';
import { readCertificate } from './x509.ts';

export const ids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  commitment: '1.2.840.113549.1.9.16.2.16',
  policy: '1.2.840.113549.1.9.16.2.15',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStamp: '1.2.840.113549.1.9.16.2.14',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
} as const;

/** How one certificate signs. */
export interface Manner extends SignatureAlgorithm {
  readonly digest: Digest;
}

/** How the key of a certificate signs; undefined: with no algorithm that is made here. */
export function mannerOf(certificate: Uint8Array | KeyObject): Manner | undefined {
  return algorithmOf(certificate instanceof Uint8Array ? readCertificate(certificate).key : certificate);
}

/**
 * The signed attributes of a PAdES baseline signature, as the SET that is signed: content type, digest of the
 * document and the certificate that signs (ESS v2). No signing time: that stands in the PDF.
 */
export function signedAttributes(digest: Uint8Array, certificate: Uint8Array): Buffer {
  // SHA-256 is the default hash of ESSCertIDv2, and DER leaves defaults out.
  const essCertId = sequence(octets(hash('sha256', certificate)));
  return set(
    sequence(oid(ids.contentType), set(oid(ids.data))),
    sequence(oid(ids.messageDigest), set(octets(digest))),
    sequence(oid(ids.signingCertificateV2), set(sequence(sequence(essCertId)))),
  );
}

export interface Message {
  readonly digest: Uint8Array;
  readonly manner: Manner;
  /** of the signer */
  readonly certificate: Uint8Array;
  /** of those who issued it, towards the anchor */
  readonly issuers: readonly Uint8Array[];
  readonly signature: Uint8Array;
  /** RFC 3161 token over the signature */
  readonly token?: Uint8Array;
}

/** SignedData with one signer, its certificates and no content of its own. */
export function signedData(message: Message): Buffer {
  const { digest, manner, certificate, issuers, signature, token } = message;
  const { issuer, serial } = readCertificate(certificate);
  // Inside the message a set stands under a tag of its place.
  const under = (tag: number, whole: Buffer): Buffer => {
    const copy = Buffer.from(whole);
    copy[0] = tag;
    return copy;
  };
  const digestId = digestAlgorithm(manner.digest);
  const signer = sequence(
    integer(1),
    sequence(issuer, serial),
    digestId,
    under(0xa0, signedAttributes(digest, certificate)),
    manner.encoded,
    octets(signature),
    ...(token ? [under(0xa1, set(sequence(oid(ids.timeStamp), set(token))))] : []),
  );
  const content = sequence(
    integer(1),
    set(digestId),
    sequence(oid(ids.data)),
    under(0xa0, set(certificate, ...issuers)),
    set(signer),
  );
  return sequence(oid(ids.signedData), node(0xa0, content));
}
