// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import type { Problem } from '../../runtime/problem.ts';
import { fingerprint } from '../seal/certificate.ts';
import type { Register, RegisteredDocument, Verdict, Verification, VerifyOptions } from './contract.ts';
import { readSeal } from './seal-in-file.ts';

function reason(code: string, level: Problem['level'] = 'error'): Problem {
  return { code, at: '', params: {}, level };
}

/** Verdict and reasons for a file whose hash is in the register. */
function registered(
  document: RegisteredDocument,
  sha256: string,
): { readonly verdict: Verdict; readonly reasons: Problem[] } {
  if (document.state === 'withdrawn')
    return { verdict: 'withdrawn', reasons: [reason('document-withdrawn')] };
  if (document.state === 'superseded')
    return { verdict: 'superseded', reasons: [reason('document-superseded')] };
  const is = document.files.find((file) => file.sha256 === sha256)?.is;
  const sealed = document.files.some((file) => file.is === 'sealed');
  if (is === 'issued' && sealed) return { verdict: 'older', reasons: [reason('before-seal')] };
  if (is === 'issued') return { verdict: 'valid', reasons: [reason('not-yet-sealed', 'warning')] };
  return { verdict: 'valid', reasons: [] };
}

function about(document: RegisteredDocument): Partial<Verification> {
  const { number, revision, issuedAt, office, state } = document;
  return { number, revision, issuedAt, office, state };
}

/** The act that a file names in its own metadata. */
async function named(
  bytes: Uint8Array,
  register: Register | undefined,
): Promise<RegisteredDocument | undefined> {
  const code = /urn:patto:([A-Za-z0-9-]{1,64})/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
  return code === undefined ? undefined : register?.byCode(code);
}

/** Is the file a beginning of a registered one, cut where one of its states ends? */
async function earlier(
  bytes: Uint8Array,
  document: RegisteredDocument,
  register: Register,
): Promise<boolean> {
  if (!/%%EOF\s*$/.test(Buffer.from(bytes.subarray(-16)).toString('latin1'))) return false;
  for (const file of document.files) {
    const known = await register.bytes?.(file.sha256);
    if (known && known.length > bytes.length && Buffer.compare(known.subarray(0, bytes.length), bytes) === 0)
      return true;
  }
  return false;
}

/**
 * What a stranger may know about a file: valid, altered, older, superseded, withdrawn or unknown.
 * Total: any bytes give an answer. Nothing personal is in it.
 */
export async function verifyPdf(bytes: Uint8Array, options: VerifyOptions): Promise<Verification> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { register } = options;
  const known = await register?.bySha256(sha256);
  const read = readSeal(bytes);
  const seal =
    read.found === 'whole'
      ? { seal: { certificate: fingerprint(read.certificate), name: read.name, at: read.at } }
      : {};
  if (known) return { ...registered(known, sha256), sha256, ...about(known), ...seal };

  const trusted =
    read.found === 'whole' && options.certificates.some((one) => Buffer.compare(one, read.certificate) === 0);
  if (read.found === 'whole') {
    const reasons = !trusted ? [reason('seal-unknown')] : register ? [reason('not-in-register')] : [];
    return { verdict: reasons.length === 0 ? 'valid' : 'unknown', reasons, sha256, ...seal };
  }
  const document = await named(bytes, register);
  if (document && register && (await earlier(bytes, document, register))) {
    return { verdict: 'older', reasons: [reason('before-seal')], sha256, ...about(document) };
  }
  if (read.found === 'broken') {
    return { verdict: 'altered', reasons: [reason(read.code)], sha256, ...(document ? about(document) : {}) };
  }
  // It names an act of the register, yet it is none of that act's files.
  if (document)
    return { verdict: 'altered', reasons: [reason('not-the-registered-file')], sha256, ...about(document) };
  return { verdict: 'unknown', reasons: [reason(isPdf(bytes) ? 'no-seal' : 'not-a-pdf')], sha256 };
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-');
}
