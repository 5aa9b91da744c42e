// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import type { Problem } from '../../runtime/problem.ts';
import { fingerprint } from '../seal/certificate.ts';
import type { Verification } from './contract.ts';
import { readSeal } from './seal-in-file.ts';

function reason(code: string): Problem {
  return { code, at: '', params: {}, level: 'error' };
}

/**
 * What a file says of itself: valid, altered or unknown. Total: any bytes give an answer.
 * `certificates` (DER) are the districts'; a whole file with another seal is unknown, and says so.
 */
export function verifyPdf(bytes: Uint8Array, certificates: readonly Uint8Array[]): Verification {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const code = /urn:patto:([A-Za-z0-9-]{1,64})/.exec(text)?.[1];
  const facts = {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...(code === undefined ? {} : { code }),
  };
  const read = readSeal(bytes);
  if (read.found === 'broken') return { verdict: 'altered', reasons: [reason(read.code)], ...facts };
  if (read.found === 'none') {
    const why = text.slice(0, 1024).includes('%PDF-') ? 'no-seal' : 'not-a-pdf';
    return { verdict: 'unknown', reasons: [reason(why)], ...facts };
  }
  const seal = { certificate: fingerprint(read.certificate), name: read.name, at: read.at };
  const trusted = certificates.some((one) => Buffer.compare(one, read.certificate) === 0);
  return trusted
    ? { verdict: 'valid', reasons: [], ...facts, seal }
    : { verdict: 'unknown', reasons: [reason('seal-unknown')], ...facts, seal };
}
