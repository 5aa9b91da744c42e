// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, sign, X509Certificate } from 'node:crypto';
import type { SealKey } from './certificate.ts';
import { children, element, integer, node, nothing, octets, oid, sequence, set } from './der.ts';

const ids = {
  data: oid('1.2.840.113549.1.7.1'),
  signedData: oid('1.2.840.113549.1.7.2'),
  contentType: oid('1.2.840.113549.1.9.3'),
  messageDigest: oid('1.2.840.113549.1.9.4'),
  signingCertificateV2: oid('1.2.840.113549.1.9.16.2.47'),
  sha256: oid('2.16.840.1.101.3.4.2.1'),
  rsa: oid('1.2.840.113549.1.1.1'),
};
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/**
 * The signed attributes of a PAdES baseline signature, as the SET that is signed: content type, digest of the
 * document and the certificate that signs (ESS v2). No signing time: that stands in the PDF.
 */
export function signedAttributes(digest: Uint8Array, certificate: Uint8Array): Buffer {
  // SHA-256 is the default hash of ESSCertIDv2, and DER leaves defaults out.
  const essCertId = sequence(octets(sha256(certificate)));
  return set(
    sequence(ids.contentType, set(ids.data)),
    sequence(ids.messageDigest, set(octets(digest))),
    sequence(ids.signingCertificateV2, set(sequence(sequence(essCertId)))),
  );
}

/** Issuer and serial number of a certificate, as they stand in it. */
function issuerAndSerial(certificate: Uint8Array): Buffer {
  const [tbs] = children(certificate, 0);
  if (!tbs) throw new Error('certificate without content');
  const parts = children(tbs, 0);
  // [0] version, serial number, algorithm, issuer
  const offset = element(parts[0] ?? new Uint8Array(), 0).tag === 0xa0 ? 1 : 0;
  const [serial, issuer] = [parts[offset], parts[offset + 2]];
  if (!serial || !issuer) throw new Error('certificate without issuer');
  return sequence(issuer, serial);
}

/**
 * SignedData (CMS) with one signer, its certificate and no content of its own.
 * Every byte follows from the three arguments: the check rebuilds it and compares.
 */
export function signedData(digest: Uint8Array, certificate: Uint8Array, signature: Uint8Array): Buffer {
  const attributes = Buffer.from(signedAttributes(digest, certificate));
  // In the message the set stands under the tag [0].
  attributes[0] = 0xa0;
  const digestAlgorithm = sequence(ids.sha256, nothing);
  const signer = sequence(
    integer(1),
    issuerAndSerial(certificate),
    digestAlgorithm,
    attributes,
    sequence(ids.rsa, nothing),
    octets(signature),
  );
  const content = sequence(
    integer(1),
    set(digestAlgorithm),
    sequence(ids.data),
    node(0xa0, certificate),
    set(signer),
  );
  return sequence(ids.signedData, node(0xa0, content));
}

export function signDigest(digest: Uint8Array, signer: SealKey): Buffer {
  const signature = sign('sha256', signedAttributes(digest, signer.certificate), signer.key);
  return signedData(digest, signer.certificate, signature);
}

/** What stands in the CMS of a seal, as found; undefined when it is not of this shape. */
export function readSignedData(
  cms: Uint8Array,
): { readonly certificate: Uint8Array; readonly signature: Uint8Array } | undefined {
  try {
    const content = children(children(cms, 0)[1] ?? cms, 0)[0];
    if (!content) return undefined;
    const parts = children(content, 0);
    const [certificate, second] = children(parts[3] ?? cms, 0);
    const signer = children(parts[4] ?? cms, 0)[0];
    const signature = signer && children(signer, 0)[5];
    if (!certificate || second || !signature) return undefined;
    const { tag, start, end } = element(signature, 0);
    return tag === 0x04 ? { certificate, signature: signature.subarray(start, end) } : undefined;
  } catch {
    return undefined;
  }
}

/** The public key of a certificate; undefined when it cannot be read. */
export function publicKey(certificate: Uint8Array): X509Certificate['publicKey'] | undefined {
  try {
    return new X509Certificate(certificate).publicKey;
  } catch {
    return undefined;
  }
}
