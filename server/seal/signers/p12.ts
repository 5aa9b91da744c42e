// SPDX-License-Identifier: AGPL-3.0-or-later
// A key with its certificates as one PKCS #12 file, of the kind that is written today: PBES2 with AES.
import { createDecipheriv, createPrivateKey, pbkdf2Sync, X509Certificate, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { body, dotted, parts } from '../der.ts';
import { problem } from '../prepare.ts';
import type { SignerKind } from '../signer.ts';
import { keySigner } from './key.ts';

const ids = {
  data: '1.2.840.113549.1.7.1',
  encrypted: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  pbes2: '1.2.840.113549.1.5.13',
};
const ciphers: { readonly [id: string]: { readonly name: string; readonly bytes: number } } = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', bytes: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', bytes: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', bytes: 32 },
};
const hashes: { readonly [id: string]: string } = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
const mostRounds = 10_000_000;

/** AlgorithmIdentifier of PBES2 with PBKDF2, and what it hides. */
function opened(algorithm: Uint8Array | undefined, hidden: Uint8Array, password: string): Buffer {
  const [id, parameters] = parts(algorithm);
  if (dotted(id) !== ids.pbes2) throw new Error('p12: cipher');
  const [derivation, encryption] = parts(parameters);
  const [salt, count, ...rest] = parts(parts(derivation)[1]);
  const prf = rest.find(([tag]) => tag === 0x30);
  const [cipherId, vector] = parts(encryption);
  const cipher = ciphers[dotted(cipherId)];
  const hash = prf ? hashes[dotted(parts(prf)[0])] : 'sha1';
  const rounds = Number.parseInt(Buffer.from(body(count, 0x02)).toString('hex'), 16);
  if (!cipher || !hash || !(rounds > 0 && rounds <= mostRounds)) throw new Error('p12: cipher');
  const key = pbkdf2Sync(password, body(salt, 0x04), rounds, cipher.bytes, hash);
  const plain = createDecipheriv(cipher.name, key, body(vector, 0x04));
  return Buffer.concat([plain.update(hidden), plain.final()]);
}

/** The bags of a file: the key, and every certificate. */
function read(
  file: Uint8Array,
  password: string,
): { key: KeyObject | undefined; certificates: Uint8Array[] } {
  const found: { key: KeyObject | undefined; certificates: Uint8Array[] } = {
    key: undefined,
    certificates: [],
  };
  const [, safe] = parts(file);
  const [type, wrapped] = parts(safe);
  if (dotted(type) !== ids.data) throw new Error('p12: kind');
  for (const info of parts(body(parts(wrapped, 0xa0)[0], 0x04))) {
    const [kind, content] = parts(info);
    let bags: Uint8Array;
    if (dotted(kind) === ids.data) bags = body(parts(content, 0xa0)[0], 0x04);
    else if (dotted(kind) === ids.encrypted) {
      const [, algorithm, hidden] = parts(parts(parts(content, 0xa0)[0])[1]);
      bags = opened(algorithm, body(hidden, 0x80), password);
    } else throw new Error('p12: kind');
    for (const bag of parts(bags)) {
      const [bagId, held] = parts(bag);
      const inside = parts(held, 0xa0)[0];
      if (dotted(bagId) === ids.keyBag) {
        const [algorithm, hidden] = parts(inside);
        const der = opened(algorithm, body(hidden, 0x04), password);
        found.key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
      }
      if (dotted(bagId) === ids.certificateBag)
        found.certificates.push(Buffer.from(body(parts(parts(inside)[1], 0xa0)[0], 0x04)));
    }
  }
  return found;
}

/** `file`, and `passwordFile`: a file that holds the password alone. */
export const p12: SignerKind = {
  kind: 'p12',
  async open(settings, home) {
    try {
      const file = await readFile(resolve(home, settings['file'] ?? 'seal.p12'));
      const secret = settings['passwordFile'];
      const password = secret ? (await readFile(resolve(home, secret), 'utf8')).trim() : '';
      const { key, certificates } = read(file, password);
      const own = certificates.find((one) => key && new X509Certificate(one).checkPrivateKey(key));
      if (!key || !own) return problem('signer-refused');
      return {
        ok: true,
        value: keySigner(
          key,
          own,
          certificates.filter((one) => one !== own),
        ),
      };
    } catch (error) {
      const absent = (error as NodeJS.ErrnoException).code === 'ENOENT';
      return problem(absent ? 'signer-unreachable' : 'signer-refused');
    }
  },
};
