// SPDX-License-Identifier: AGPL-3.0-or-later
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { problem } from '../prepare.ts';
import type { SignerKind } from '../signer.ts';
import { certificatesIn } from './certificates.ts';
import { keySigner } from './key.ts';

/** `file`: the key, its certificate and those of its issuers as PEM, in this order. */
export const pem: SignerKind = {
  kind: 'pem',
  async open(settings, home) {
    try {
      const text = await readFile(resolve(home, settings['file'] ?? 'seal.key'), 'utf8');
      const [certificate, ...issuers] = certificatesIn(text);
      if (!certificate) return problem('signer-refused');
      return { ok: true, value: keySigner(createPrivateKey(text), certificate, issuers) };
    } catch {
      return problem('signer-unreachable');
    }
  },
};
