// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, createPrivateKey, randomBytes, X509Certificate, type KeyObject } from 'node:crypto';
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCertificate } from './make-certificate.ts';

/** The district's key for sealing, with its certificate (DER). */
export interface SealKey {
  readonly key: KeyObject;
  readonly certificate: Uint8Array;
  /** SHA-256 of the certificate, hexadecimal */
  readonly fingerprint: string;
}

export function fingerprint(certificate: Uint8Array): string {
  return createHash('sha256').update(certificate).digest('hex');
}

/** A whole new file; false when another was there first. */
async function place(file: string, content: string, mode: number): Promise<boolean> {
  const part = `${file}.${randomBytes(6).toString('hex')}.part`;
  const handle = await open(part, 'wx', mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(part, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    await unlink(part);
  }
}

/**
 * The district's seal, made on first use: <folder>/<district>/seal.key (key and certificate in one file, mode 600)
 * and seal.crt, the certificate alone, to be given to anyone.
 * The folder of keys is no part of the records: exports of records leave it out.
 */
export async function openSealKey(
  folder: string,
  district: { readonly id: string; readonly name: string },
  now: Date,
): Promise<SealKey> {
  const home = join(folder, district.id);
  const [secret, shown] = [join(home, 'seal.key'), join(home, 'seal.crt')];
  let pem = await readFile(secret, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (pem === undefined) {
    await mkdir(home, { recursive: true, mode: 0o700 });
    const made = await makeCertificate(district.name, now);
    // One file, so that a key never stands beside another's certificate; whoever is first, both read the same.
    await place(secret, `${made.pem}${new X509Certificate(made.certificate).toString()}`, 0o600);
    pem = await readFile(secret, 'utf8');
  }
  const certificate = new X509Certificate(pem);
  await stat(shown).catch(() => place(shown, certificate.toString(), 0o644));
  return {
    key: createPrivateKey(pem),
    certificate: certificate.raw,
    fingerprint: fingerprint(certificate.raw),
  };
}

/** Certificates of every district under a folder of keys: what an offline check may trust. */
export async function knownCertificates(folder: string, districts: readonly string[]): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  for (const district of districts) {
    const file = await readFile(join(folder, district, 'seal.crt')).catch(() => undefined);
    if (file) found.push(new X509Certificate(file).raw);
  }
  return found;
}
