// SPDX-License-Identifier: AGPL-3.0-or-later
// A key that never leaves its token (smart card, HSM), reached through OpenSC's pkcs11-tool.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Outcome } from '../../storage/contract.ts';
import { digestAlgorithm, hash } from '../algorithms.ts';
import { mannerOf } from '../cms.ts';
import { octets, sequence } from '../der.ts';
import { problem } from '../prepare.ts';
import type { SignerKind } from '../signer.ts';
import { certificatesIn } from './certificates.ts';

const seconds = 30;

/** Runs the tool; the PIN travels in its environment, where a list of processes does not show it. */
function tool(args: readonly string[], pin: string): Promise<'done' | 'refused' | 'absent'> {
  return new Promise((done) => {
    const child = spawn('pkcs11-tool', args, {
      stdio: 'ignore',
      env: { ...process.env, PATTO_TOKEN_PIN: pin },
      timeout: seconds * 1000,
    });
    child.on('error', () => done('absent'));
    child.on('close', (code) => done(code === 0 ? 'done' : 'refused'));
  });
}

/**
 * `module`: the library of the token; `token`: its label; `id`: of the key, hexadecimal; `certificates`: PEM file,
 * the signer's first; `pinFile`: where a PIN stands that nobody types.
 */
export const pkcs11: SignerKind = {
  kind: 'pkcs11',
  asks: ({ pinFile }) => (pinFile ? [] : ['pin']),
  async open(settings, home) {
    const { module, token, id, certificates: file, pinFile } = settings;
    if (!module || !token || !id || !file) return problem('signer-refused');
    let certificate: Uint8Array | undefined;
    let issuers: Uint8Array[];
    let kept: string | undefined;
    try {
      [certificate, ...issuers] = certificatesIn(await readFile(resolve(home, file), 'utf8'));
      kept = pinFile && (await readFile(resolve(home, pinFile), 'utf8')).trim();
    } catch {
      return problem('signer-unreachable');
    }
    const manner = certificate && mannerOf(certificate);
    if (!certificate || !manner) return problem('key-unfit');
    const way = manner.key === 'rsa' ? ['-m', 'RSA-PKCS'] : ['-m', 'ECDSA', '--signature-format', 'openssl'];
    return {
      ok: true,
      value: {
        certificate,
        issuers,
        async sign(attributes, secret): Promise<Outcome<Uint8Array>> {
          const digest = hash(manner.digest, attributes);
          // With RSA a token signs what PKCS #1 calls the DigestInfo, with a curve the digest itself.
          const given =
            manner.key === 'rsa' ? sequence(digestAlgorithm(manner.digest), octets(digest)) : digest;
          const folder = await mkdtemp(join(tmpdir(), 'patto-token-'));
          const [input, output] = [join(folder, 'in'), join(folder, 'out')];
          try {
            await writeFile(input, given);
            const args = [
              '--module',
              module,
              '--token-label',
              token,
              '--login',
              '--pin',
              'env:PATTO_TOKEN_PIN',
            ];
            const told = await tool(
              [...args, '--sign', '--id', id, ...way, '-i', input, '-o', output],
              secret?.pin ?? kept ?? '',
            );
            if (told !== 'done') return problem(told === 'absent' ? 'signer-unreachable' : 'signer-refused');
            return { ok: true, value: await readFile(output) };
          } finally {
            await rm(folder, { recursive: true, force: true });
          }
        },
      },
    };
  },
};
