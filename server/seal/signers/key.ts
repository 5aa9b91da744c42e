// SPDX-License-Identifier: AGPL-3.0-or-later
import { sign, type KeyObject } from 'node:crypto';
import { mannerOf } from '../cms.ts';
import { problem } from '../prepare.ts';
import type { Signer } from '../signer.ts';

/** Signs with a key that this process holds: RSA, P-256 or P-384. */
export function keySigner(
  key: KeyObject,
  certificate: Uint8Array,
  issuers: readonly Uint8Array[] = [],
): Signer {
  return {
    certificate,
    issuers,
    async sign(attributes) {
      const manner = mannerOf(certificate);
      if (!manner) return problem('key-unfit');
      return { ok: true, value: sign(manner.digest, attributes, { key, dsaEncoding: 'der' }) };
    },
  };
}
