// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, createPrivateKey, randomBytes, X509Certificate, type KeyObject } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
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

function sealKey(pem: string, certificate: Uint8Array): SealKey {
  return { key: createPrivateKey(pem), certificate, fingerprint: fingerprint(certificate) };
}

/** Writes a new file whole or not at all; an existing one stays. */
async function place(file: string, content: string | Uint8Array, mode: number): Promise<void> {
  const part = `${file}.${randomBytes(6).toString('hex')}.part`;
  const handle = await open(part, 'wx', mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await chmod(part, mode);
  await rename(part, file);
}

/**
 * The district's seal, made on first use: <folder>/<district>/seal.key (mode 600) and seal.crt.
 * The folder of keys is no part of the records: exports and backups of records leave it out.
 */
export async function openSealKey(
  folder: string,
  district: { readonly id: string; readonly name: string },
  now: Date,
): Promise<SealKey> {
  const home = join(folder, district.id);
  const [keyFile, certificateFile] = [join(home, 'seal.key'), join(home, 'seal.crt')];
  const read = async (): Promise<SealKey> =>
    sealKey(await readFile(keyFile, 'utf8'), new X509Certificate(await readFile(certificateFile)).raw);
  try {
    return await read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await mkdir(home, { recursive: true, mode: 0o700 });
  const lock = join(home, 'making');
  const made = await makeCertificate(district.name, now);
  const handle = await open(lock, 'wx', 0o600);
  try {
    // The certificate first: a key without it is made anew, a certificate without its key seals nothing.
    await place(certificateFile, `${new X509Certificate(made.certificate).toString()}`, 0o644);
    await place(keyFile, made.pem, 0o600);
  } finally {
    await handle.close();
    await unlink(lock).catch(() => undefined);
  }
  return read();
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
