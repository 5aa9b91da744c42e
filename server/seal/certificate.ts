// SPDX-License-Identifier: AGPL-3.0-or-later
import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outcome } from '../storage/contract.ts';
import { fingerprint } from './algorithms.ts';
import { makeCertificate } from './make-certificate.ts';
import { problem } from './prepare.ts';
import type { Settings, Signer } from './signer.ts';
import { certificatesIn } from './signers/certificates.ts';
import { signerKinds } from './signers/index.ts';
import { keySigner } from './signers/key.ts';

/** The district's key for sealing, with its certificate. */
export interface SealKey extends Signer {
  /** SHA-256 of the certificate, hexadecimal */
  readonly fingerprint: string;
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

const asPem = (der: Uint8Array): string => new X509Certificate(der).toString();

/** The seal that <folder>/<district>/seal.json names: `{ "signer": "pkcs11", … }`; undefined where there is none. */
async function chosen(home: string): Promise<Outcome<SealKey> | undefined> {
  const text = await readFile(join(home, 'seal.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  let settings: Settings;
  try {
    settings = JSON.parse(text) as Settings;
  } catch {
    return problem('signer-refused');
  }
  const kind = signerKinds.find((one) => one.kind === settings['signer']);
  const opened = await kind?.open(settings, home);
  if (!opened) return problem('signer-refused');
  if (!opened.ok) return opened;
  const { certificate, issuers } = opened.value;
  // What anyone checks with: an earlier one may stand there, of documents that were sealed with it.
  const shown = join(home, 'seal.crt');
  const known = await readFile(shown, 'utf8').catch(() => '');
  const fresh = [certificate, ...issuers].map(asPem).filter((one) => !known.includes(one.trim()));
  if (fresh.length > 0) await writeFile(shown, known + fresh.join(''), { mode: 0o644 });
  return { ok: true, value: { ...opened.value, fingerprint: fingerprint(certificate) } };
}

/** The district's seal: the one that its seal.json names, else a key of its own. */
export async function openSeal(
  folder: string,
  district: { readonly id: string; readonly name: string },
  now: Date,
): Promise<Outcome<SealKey>> {
  return (
    (await chosen(join(folder, district.id))) ?? { ok: true, value: await openSealKey(folder, district, now) }
  );
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
  return { ...keySigner(createPrivateKey(pem), certificate.raw), fingerprint: fingerprint(certificate.raw) };
}

/** Certificates of every district under a folder of keys: what an offline check may trust. */
export async function knownCertificates(folder: string, districts: readonly string[]): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  for (const district of districts) {
    const file = await readFile(join(folder, district, 'seal.crt'), 'utf8').catch(() => undefined);
    if (file !== undefined) found.push(...certificatesIn(file));
  }
  return found;
}

/** Authorities that people's certificates and time-stamps may lead to: <folder>/authorities/*.crt, given by who installs. */
export async function knownAuthorities(folder: string): Promise<Uint8Array[]> {
  const home = join(folder, 'authorities');
  const names = await readdir(home).catch(() => []);
  const texts = names
    .filter((one) => /\.(crt|pem)$/.test(one))
    .map((one) => readFile(join(home, one), 'utf8'));
  return (await Promise.all(texts)).flatMap(certificatesIn);
}
