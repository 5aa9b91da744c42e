// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, verify, X509Certificate } from 'node:crypto';
import { publicKey, readSignedData, signedAttributes, signedData } from '../seal/cms.ts';

/** A seal as it stands in a file, every byte of the file accounted for. */
export type SealInFile =
  | { readonly found: 'none' }
  /** code of the reason, see words.ts */
  | { readonly found: 'broken'; readonly code: string }
  | { readonly found: 'whole'; readonly certificate: Uint8Array; readonly name: string; readonly at: string };

const shape = /\/ByteRange\[0 +(\d{1,10}) +(\d{1,10}) +(\d{1,10})\]\/Contents</g;

/** Marks that a seal leaves in a file; damage to one leaves the others. */
const marks = ['/ETSI.CAdES.detached', '/ByteRange[0 ', '/SigRef', '/TransformMethod'];

/**
 * Reads the seal strictly. The range must run from the first byte to the last with one hole, the hole must hold
 * exactly `<`, lower-case hexadecimal, zeros to its end and `>`, and the CMS must be, byte for byte, the one that
 * follows from digest, certificate and signature. So no byte of the file can change unseen.
 */
export function readSeal(bytes: Uint8Array): SealInFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = file.toString('latin1');
  const seals = [...text.matchAll(shape)];
  if (seals.length === 0)
    return marks.some((mark) => text.includes(mark))
      ? { found: 'broken', code: 'seal-missing' }
      : { found: 'none' };
  if (seals.length > 1) return { found: 'broken', code: 'seal-repeated' };
  const [match = '', before, from, length] = seals[0] as RegExpExecArray;
  const [hole, after, rest] = [Number(before), Number(from), Number(length)];
  const start = (seals[0]?.index ?? 0) + match.length - 1;
  if (hole !== start || after <= hole + 2) return { found: 'broken', code: 'seal-range' };
  if (after + rest < file.length) return { found: 'broken', code: 'seal-appended' };
  if (after + rest > file.length) return { found: 'broken', code: 'seal-cut' };

  const contents = text.slice(hole, after);
  const hex = /^<((?:[0-9a-f]{2})+)>$/.exec(contents)?.[1];
  if (hex === undefined) return { found: 'broken', code: 'seal-damaged' };
  const filled = Buffer.from(hex, 'hex');
  const parts = readSignedData(filled);
  if (!parts) return { found: 'broken', code: 'seal-damaged' };
  const digest = createHash('sha256').update(file.subarray(0, hole)).update(file.subarray(after)).digest();
  let expected: Buffer;
  try {
    expected = signedData(digest, parts.certificate, parts.signature);
  } catch {
    return { found: 'broken', code: 'seal-damaged' };
  }
  const padded = Buffer.concat([expected, Buffer.alloc(Math.max(0, filled.length - expected.length))]);
  // A changed document changes the digest; anything else that differs is damage to the seal itself.
  if (!padded.equals(filled)) {
    return { found: 'broken', code: filled.includes(digest) ? 'seal-damaged' : 'content-changed' };
  }
  const key = publicKey(parts.certificate);
  if (!key || key.asymmetricKeyType !== 'rsa') return { found: 'broken', code: 'seal-damaged' };
  if (!verify('sha256', signedAttributes(digest, parts.certificate), key, parts.signature)) {
    return { found: 'broken', code: 'seal-false' };
  }
  const subject = new X509Certificate(parts.certificate).subject;
  const name = /(?:^|\n)O=(.*)/.exec(subject)?.[1] ?? '';
  return { found: 'whole', certificate: parts.certificate, name, at: sealTime(text, start) };
}

/** /M of the signature, D:YYYYMMDDHHmmSSZ → RFC 3339. */
function sealTime(text: string, before: number): string {
  const found = /\/M\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/.exec(
    text.slice(text.lastIndexOf('/Type/Sig/', before), before),
  );
  return found ? `${found[1]}-${found[2]}-${found[3]}T${found[4]}:${found[5]}:${found[6]}Z` : '';
}
