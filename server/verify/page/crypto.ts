// SPDX-License-Identifier: AGPL-3.0-or-later
// What the checker asks of node:crypto, answered by the cryptography of the browser. Bundled in its place.
import { holds, readAlgorithm } from '../../seal/algorithms.ts';
import { body, dotted, parts, same, sequence, wholeNumber } from '../../seal/der.ts';
import { ask, called } from './questions.ts';

const { subtle } = globalThis.crypto;

const hashes: { readonly [digest: string]: { readonly name: string; readonly length: number } } = {
  sha1: { name: 'SHA-1', length: 20 },
  sha256: { name: 'SHA-256', length: 32 },
  sha384: { name: 'SHA-384', length: 48 },
  sha512: { name: 'SHA-512', length: 64 },
};

function hashNamed(digest: string) {
  const found = hashes[digest];
  if (!found) throw new Error(`verify: ${digest}`);
  return found;
}

export function createHash(digest: string) {
  const { name, length } = hashNamed(digest);
  const given: Uint8Array[] = [];
  const running = {
    update(part: Uint8Array) {
      given.push(part);
      return running;
    },
    digest(encoding?: 'hex') {
      const found = ask(`${digest} ${given.map(called).join(' ')}`, new Uint8Array(length), async () => {
        const whole = Buffer.concat(given);
        return new Uint8Array(await subtle.digest(name, whole));
      });
      const bytes = Buffer.from(found);
      return encoding ? bytes.toString(encoding) : bytes;
    },
  };
  return running;
}

export const constants = { RSA_PKCS1_PSS_PADDING: 6, RSA_PKCS1_PADDING: 1, RSA_PSS_SALTLEN_DIGEST: -1 };

interface PublicKey {
  readonly asymmetricKeyType: 'rsa' | 'ec' | 'other';
  readonly spki: Uint8Array;
  readonly curve: Curve | undefined;
}
interface Curve {
  readonly name: string;
  /** bytes of a coordinate */
  readonly size: number;
}
const curves: { readonly [id: string]: Curve } = {
  '1.2.840.10045.3.1.7': { name: 'P-256', size: 32 },
  '1.3.132.0.34': { name: 'P-384', size: 48 },
  '1.3.132.0.35': { name: 'P-521', size: 66 },
};

function readKey(spki: Uint8Array): PublicKey {
  const [algorithm] = parts(spki);
  const [id, parameters] = parts(algorithm);
  const name = dotted(id);
  if (name === '1.2.840.113549.1.1.1') return { asymmetricKeyType: 'rsa', spki, curve: undefined };
  const curve = name === '1.2.840.10045.2.1' ? curves[dotted(parameters)] : undefined;
  return { asymmetricKeyType: curve ? 'ec' : 'other', spki, curve };
}

/** r and s side by side, as the browser wants them; undefined when they are not in DER, or too long. */
function sideBySide(signature: Uint8Array, size: number): Uint8Array<ArrayBuffer> | undefined {
  try {
    const numbers = parts(signature).map((one) => body(one, 0x02));
    const plain = numbers.map((one) => (one[0] === 0 ? one.subarray(1) : one));
    if (numbers.length !== 2 || plain.some((one) => one.length === 0 || one.length > size)) return undefined;
    if (!same(signature, sequence(...plain.map(wholeNumber)))) return undefined;
    const whole = new Uint8Array(size * 2);
    plain.forEach((one, at) => whole.set(one, size * (at + 1) - one.length));
    return whole;
  } catch {
    return undefined;
  }
}

interface Manner {
  readonly key: PublicKey;
  readonly padding?: number;
}

/** Does the signature over these bytes come from the key? */
export function verify(digest: string, data: Uint8Array, manner: Manner, signature: Uint8Array): boolean {
  const { key, padding } = manner;
  const { name: hash, length } = hashNamed(digest);
  const { curve } = key;
  const given = curve ? sideBySide(signature, curve.size) : new Uint8Array(signature);
  if (!given) return false;
  const isPss = padding === constants.RSA_PKCS1_PSS_PADDING;
  const rsa = isPss ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5';
  const question = ['verify', digest, padding, ...[key.spki, signature, data].map(called)].join(' ');
  // Meanwhile it is taken to hold, so that what comes after is asked for too.
  return ask<boolean>(question, true, async () => {
    try {
      const how = curve ? { name: 'ECDSA', namedCurve: curve.name, hash } : { name: rsa, hash };
      const own = await subtle.importKey('spki', new Uint8Array(key.spki), how, false, ['verify']);
      const what = isPss ? { ...how, saltLength: length } : how;
      return await subtle.verify(what, own, given, new Uint8Array(data));
    } catch {
      return false;
    }
  });
}

/** Names of a subject that the checker reads. */
const named: { readonly [id: string]: string } = { '2.5.4.3': 'CN', '2.5.4.10': 'O' };
const encodings: { readonly [tag: number]: string } = { 0x0c: 'utf-8', 0x1e: 'utf-16be' };

function subjectOf(names: Uint8Array): string {
  return parts(names)
    .flatMap((one) => parts(one, 0x31))
    .flatMap((one) => {
      const [id, value] = parts(one);
      const name = named[dotted(id)];
      if (!name || !value) return [];
      const said = new TextDecoder(encodings[value[0] ?? 0] ?? 'latin1').decode(body(value, value[0] ?? 0));
      return [`${name}=${said.replaceAll('\n', ' ')}`];
    })
    .join('\n');
}

export class X509Certificate {
  readonly subject: string;
  readonly publicKey: PublicKey;
  private readonly signed: Uint8Array;
  private readonly algorithm: Uint8Array;
  private readonly signature: Uint8Array;

  /** Throws on what is no certificate. */
  constructor(der: Uint8Array) {
    const [signed, algorithm, bits, more] = parts(der);
    const all = parts(signed);
    const [, inner, , , subject, spki] = all[0]?.[0] === 0xa0 ? all.slice(1) : all;
    const signature = body(bits, 0x03);
    if (!signed || !algorithm || !subject || !spki || more || signature[0] !== 0 || !same(inner, algorithm))
      throw new Error('x509: incomplete');
    this.subject = subjectOf(subject);
    this.publicKey = readKey(spki);
    this.signed = signed;
    this.algorithm = algorithm;
    this.signature = signature.subarray(1);
  }

  verify(key: PublicKey): boolean {
    const algorithm = readAlgorithm(this.algorithm);
    if (!algorithm.digest) return false;
    // The bundle gives `holds` the keys that are made here.
    return holds(algorithm, algorithm.digest, this.signed, key as never, this.signature);
  }
}
