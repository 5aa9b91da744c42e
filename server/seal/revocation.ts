// SPDX-License-Identifier: AGPL-3.0-or-later
// Is a certificate still good? OCSP answers and revocation lists: asked for, read, checked.
import { digestAlgorithm, hash, holds, readAlgorithm, readDigest, type Digest } from './algorithms.ts';
import { pathTo } from './chain.ts';
import { body, dotted, octets, parts, readTime, same, sequence } from './der.ts';
import { readCertificate, type Certificate } from './x509.ts';

export type Standing = 'good' | 'revoked' | 'unknown';

const basic = '1.3.6.1.5.5.7.48.1.1';

/** The name that OCSP has for a certificate: hashes of its issuer's name and key, its number. */
function certificateId(one: Certificate, issuer: Certificate, digest: Digest): Buffer {
  return sequence(
    digestAlgorithm(digest),
    octets(hash(digest, issuer.subject)),
    octets(hash(digest, issuer.keyBits)),
    one.serial,
  );
}

/** Responders know certificates by SHA-1 of their issuer: an identifier, not a proof. */
export function ocspRequest(one: Certificate, issuer: Certificate): Buffer {
  return sequence(sequence(sequence(sequence(certificateId(one, issuer, 'sha1')))));
}

interface Signed {
  readonly content: Uint8Array;
  readonly algorithm: Uint8Array | undefined;
  readonly signature: Uint8Array;
}

function isSignedBy({ content, algorithm, signature }: Signed, signer: Certificate): boolean {
  const read = readAlgorithm(algorithm);
  return read.digest !== undefined && holds(read, read.digest, content, signer.key, signature);
}

/** The bytes of a signature: a BIT STRING without unused bits. */
function signatureIn(bits: Uint8Array | undefined): Uint8Array {
  const found = body(bits, 0x03);
  if (found[0] !== 0) throw new Error('x509: bits');
  return found.subarray(1);
}

/** Does an answer speak of that moment: given after it, or still to be believed then? */
function speaksOf(at: Date, from: Date, until: Date | undefined): boolean {
  const earliest = at.valueOf() - 5 * 60_000;
  return from.valueOf() >= earliest || (until !== undefined && until.valueOf() >= earliest);
}

/** What an OCSP answer says of a certificate, signed by its issuer or by whom the issuer named for that; throws on no answer. */
export function ocspSays(answer: Uint8Array, one: Certificate, issuer: Certificate, at: Date): Standing {
  const [status, wrapped] = parts(answer);
  if (!same(body(status, 0x0a), Buffer.from([0]))) return 'unknown';
  const [type, content] = parts(parts(wrapped, 0xa0)[0]);
  if (dotted(type) !== basic) throw new Error('ocsp: type');
  const [data, algorithm, bits, given] = parts(body(content, 0x04));
  if (!data) throw new Error('ocsp: empty');
  const signed: Signed = { content: data, algorithm, signature: signatureIn(bits) };
  const extra = given ? parts(parts(given, 0xa0)[0]) : [];
  const responders = extra
    .map(readCertificate)
    .filter((each) => pathTo(each.der, [], [issuer.der], at, 'ocsp').ok);
  // A certificate that came along and is not a responder's is nobody's word.
  if (responders.length !== extra.filter((each) => !same(each, issuer.der)).length) return 'unknown';
  if (![issuer, ...responders].some((each) => isSignedBy(signed, each))) return 'unknown';
  const responses = parts(data).find(([tag]) => tag === 0x30);
  for (const response of parts(responses)) {
    const [id, standing, from, next] = parts(response);
    const [algorithmId] = parts(id);
    if (!same(id, withParameters(certificateId(one, issuer, readDigest(algorithmId, true)), id))) continue;
    const until = next?.[0] === 0xa0 ? readTime(parts(next, 0xa0)[0]) : undefined;
    if (!speaksOf(at, readTime(from), until)) return 'unknown';
    return standing?.[0] === 0x80 ? 'good' : standing?.[0] === 0xa1 ? 'revoked' : 'unknown';
  }
  return 'unknown';
}

/** The same identifier with the parameters of its hash written as the other writes them. */
function withParameters(mine: Buffer, theirs: Uint8Array | undefined): Buffer {
  const [algorithm] = parts(theirs);
  const [, ...rest] = parts(mine);
  return sequence(algorithm ?? Buffer.alloc(0), ...rest);
}

/** What a revocation list says of a certificate of the authority that signed it; throws on what is no list. */
export function crlSays(list: Uint8Array, one: Certificate, issuer: Certificate, at: Date): Standing {
  const [content, algorithm, bits] = parts(list);
  if (!content || !isSignedBy({ content, algorithm, signature: signatureIn(bits) }, issuer)) return 'unknown';
  const fields = parts(content);
  const [, name, from, ...rest] = fields[0]?.[0] === 0x02 ? fields.slice(1) : fields;
  if (!same(name, issuer.subject)) return 'unknown';
  const isTime = (each: Uint8Array | undefined): boolean => each?.[0] === 0x17 || each?.[0] === 0x18;
  const until = isTime(rest[0]) ? readTime(rest.shift()) : undefined;
  if (!speaksOf(at, readTime(from), until)) return 'unknown';
  const revoked = rest[0]?.[0] === 0x30 ? parts(rest[0]) : [];
  return revoked.some((entry) => same(parts(entry)[0], one.serial)) ? 'revoked' : 'good';
}

/** A PEM or DER file from a responder's or authority's address, as DER. */
export function derOf(bytes: Uint8Array): Uint8Array {
  const said = Buffer.from(bytes).toString('latin1');
  const found = /-----BEGIN [A-Z0-9 ]+-----([A-Za-z0-9+/=\s]+)-----END/.exec(said)?.[1];
  return found === undefined ? bytes : Buffer.from(found, 'base64');
}
