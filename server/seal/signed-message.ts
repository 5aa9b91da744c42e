// SPDX-License-Identifier: AGPL-3.0-or-later
// A signed message (CMS) as it is read: strictly, so that each byte is signed, compared, or part of a certificate.
import {
  hash,
  holds,
  readAlgorithm,
  readDigest,
  type Digest,
  type SignatureAlgorithm,
} from './algorithms.ts';
import { ids } from './cms.ts';
import { body, dotted, integer, octets, parts, same, sequence } from './der.ts';
import { readCertificate } from './x509.ts';

export interface SignedMessage {
  /** whole encoding */
  readonly der: Uint8Array;
  /** dotted: what kind of content was signed */
  readonly contentType: string;
  /** content that the message brings along */
  readonly content: Uint8Array | undefined;
  readonly certificates: readonly Uint8Array[];
  /** how many signers it has; the others below are of the first */
  readonly signers: number;
  /** of the signer, where it is among `certificates` */
  readonly certificate: Uint8Array | undefined;
  readonly digest: Digest;
  readonly algorithm: SignatureAlgorithm;
  /** as the SET that was signed */
  readonly signed: Uint8Array;
  readonly attributes: ReadonlyMap<string, readonly Uint8Array[]>;
  /** is the SET of attributes in DER order? */
  readonly inOrder: boolean;
  readonly signature: Uint8Array;
  readonly unsigned: ReadonlyMap<string, readonly Uint8Array[]>;
}

/** Attributes by dotted name; throws when one stands there twice. */
function attributesIn(set: Uint8Array): ReadonlyMap<string, readonly Uint8Array[]> {
  const found = new Map<string, readonly Uint8Array[]>();
  for (const one of parts(set, 0x31)) {
    const [id, values, more] = parts(one);
    const name = dotted(id);
    if (more || found.has(name)) throw new Error('cms: attribute');
    found.set(name, parts(values, 0x31));
  }
  return found;
}

function asSet(one: Uint8Array): Buffer {
  const copy = Buffer.from(one);
  copy[0] = 0x31;
  return copy;
}

function ordered(set: Uint8Array): boolean {
  const all = parts(set, 0x31);
  return all.every((one, at) => at === 0 || Buffer.compare(all[at - 1] as Uint8Array, one) < 0);
}

/** Reads a message with one signer who signed attributes; throws on anything else that is not DER or not expected. */
export function readSignedMessage(der: Uint8Array): SignedMessage {
  const [type, wrapped, more] = parts(der);
  const [data, second] = parts(wrapped, 0xa0);
  if (dotted(type) !== ids.signedData || more || second) throw new Error('cms: not signed data');
  const [version, digests, encapsulated, ...rest] = parts(data);
  const [contentId, inner, third] = parts(encapsulated);
  const contentType = dotted(contentId);
  const [octetString, fourth] = inner ? parts(inner, 0xa0) : [];
  if (third || fourth) throw new Error('cms: content');
  // CMS version 3 whenever the content is not plain data.
  if (!same(version, integer(contentType === ids.data ? 1 : 3))) throw new Error('cms: version');
  const certificateSet = rest[0]?.[0] === 0xa0 ? rest.shift() : undefined;
  const [signers, tooMuch] = rest;
  if (tooMuch) throw new Error('cms: unexpected part');
  const certificates = certificateSet ? parts(certificateSet, 0xa0) : [];
  for (const one of certificates) readCertificate(one);
  const infos = parts(signers, 0x31);
  const info = parts(infos[0]);
  const [infoVersion, sid, digestId, signed, algorithmId, signature, unsigned, extra] = info;
  if (!same(infoVersion, integer(1)) || extra || !signed || signed[0] !== 0xa0)
    throw new Error('cms: signer');
  const digest = readDigest(digestId);
  const [one, another] = parts(digests, 0x31);
  if (!one || another || readDigest(one) !== digest) throw new Error('cms: hashes');
  const set = asSet(signed);
  if (unsigned && unsigned[0] !== 0xa1) throw new Error('cms: unsigned part');
  return {
    der,
    contentType,
    content: octetString ? body(octetString, 0x04) : undefined,
    certificates,
    signers: infos.length,
    certificate: certificates.find((each) => {
      const { issuer, serial } = readCertificate(each);
      return same(sid, sequence(issuer, serial));
    }),
    digest,
    algorithm: readAlgorithm(algorithmId),
    signed: set,
    attributes: attributesIn(set),
    inOrder: ordered(set),
    signature: body(signature, 0x04),
    unsigned: unsigned ? attributesIn(asSet(unsigned)) : new Map(),
  };
}

/** The one value of an attribute; undefined when there is none or more than one. */
export function only(message: SignedMessage, name: string): Uint8Array | undefined {
  const values = message.attributes.get(name);
  return values?.length === 1 ? values[0] : undefined;
}

/** Is the signature the key's, over attributes that name this digest? */
export function signatureHolds(message: SignedMessage, digest: Uint8Array): boolean {
  if (!message.certificate || !same(only(message, ids.messageDigest), octets(digest))) return false;
  const { key } = readCertificate(message.certificate);
  return holds(message.algorithm, message.digest, message.signed, key, message.signature);
}

/** Does the signed reference to the signer's certificate name the certificate that is there? */
export function namesItsCertificate(message: SignedMessage): boolean {
  const certificate = message.certificate;
  if (!certificate) return false;
  const old = only(message, ids.signingCertificate);
  const value = old ?? only(message, ids.signingCertificateV2);
  try {
    const [first] = parts(parts(value)[0]);
    const members = parts(first);
    // ESSCertIDv2 names its hash unless it is SHA-256; the old form is always SHA-1.
    const named = !old && members[0]?.[0] === 0x30 ? readDigest(members.shift()) : old ? 'sha1' : 'sha256';
    const [hashed, issuerSerial, more] = members;
    if (more || !same(hashed, octets(hash(named, certificate)))) return false;
    if (!issuerSerial) return true;
    const { issuer, serial } = readCertificate(certificate);
    const [names, number] = parts(issuerSerial);
    return same(parts(parts(names)[0], 0xa4)[0], issuer) && same(number, serial);
  } catch {
    return false;
  }
}
