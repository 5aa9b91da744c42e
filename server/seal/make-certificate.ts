// SPDX-License-Identifier: AGPL-3.0-or-later
import { generateKeyPair, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { bits, integer, node, nothing, octets, oid, sequence, set, time, yes } from './der.ts';

const years = 10;
const pair = promisify(generateKeyPair);
const sha256WithRsa = sequence(oid('1.2.840.113549.1.1.11'), nothing);

function name(parts: readonly (readonly [string, string])[]): Buffer {
  return sequence(
    ...parts.map(([type, value]) => set(sequence(oid(type), node(0x0c, Buffer.from(value, 'utf8'))))),
  );
}

function extension(id: string, value: Uint8Array): Buffer {
  return sequence(oid(id), yes, octets(value));
}

/** A key and a self-signed certificate for an organisation's integrity seal: RSA-3072, SHA-256. */
export async function makeCertificate(
  organisation: string,
  from: Date,
): Promise<{ readonly pem: string; readonly certificate: Uint8Array }> {
  const { publicKey, privateKey } = await pair('rsa', { modulusLength: 3072 });
  const subject = name([
    ['2.5.4.10', organisation],
    ['2.5.4.3', `Sigillo di integrità · ${organisation}`],
  ]);
  // Positive and without a leading zero, so that the number reads the same everywhere.
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const until = new Date(Date.UTC(from.getUTCFullYear() + years, from.getUTCMonth(), from.getUTCDate()));
  const content = sequence(
    node(0xa0, integer(2)),
    node(0x02, serial),
    sha256WithRsa,
    subject,
    sequence(time(from), time(until)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    node(
      0xa3,
      sequence(
        extension('2.5.29.19', sequence()),
        // digitalSignature and contentCommitment
        extension('2.5.29.15', bits(Buffer.from([0xc0]), 6)),
      ),
    ),
  );
  return {
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: sequence(content, sha256WithRsa, bits(sign('sha256', content, privateKey))),
  };
}
