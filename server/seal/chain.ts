// SPDX-License-Identifier: AGPL-3.0-or-later
import { readCertificate, type Certificate } from './x509.ts';
import { same } from './der.ts';

export type Purpose = 'sign' | 'stamp' | 'ocsp' | 'any';

/** May this certificate do that? */
const purposes: { readonly [purpose in Purpose]: (one: Certificate) => boolean } = {
  sign: ({ usages }) => !usages || usages.has('digitalSignature') || usages.has('contentCommitment'),
  stamp: ({ purposes: named }) => named?.size === 1 && named.has('1.3.6.1.5.5.7.3.8'),
  ocsp: ({ purposes: named }) => named?.has('1.3.6.1.5.5.7.3.9') === true,
  any: () => true,
};

export type Path =
  | {
      readonly ok: true;
      /** the certificate, its issuers, the anchor */ readonly path: readonly Certificate[];
    }
  | {
      readonly ok: false;
      readonly code: 'certificate-expired' | 'certificate-unfit' | 'certificate-unknown';
    };

const longest = 8;

/**
 * The way from a certificate to one of the anchors, every step signed, in force at the time and allowed to issue.
 * An anchor itself is trusted as it is, for its time. `pool`: certificates that came with the message.
 */
export function pathTo(
  leaf: Uint8Array,
  pool: readonly Uint8Array[],
  anchors: readonly Uint8Array[],
  at: Date,
  purpose: Purpose,
): Path {
  const first = readCertificate(leaf);
  if (!purposes[purpose](first)) return { ok: false, code: 'certificate-unfit' };
  const candidates = [...anchors, ...pool].map(readCertificate);
  let worst: 'certificate-expired' | 'certificate-unfit' | 'certificate-unknown' = 'certificate-unknown';
  const walk = (path: readonly Certificate[]): readonly Certificate[] | undefined => {
    const last = path.at(-1) as Certificate;
    if (at < last.from || at > last.until) {
      worst = 'certificate-expired';
      return undefined;
    }
    if (last.strange.length > 0) {
      worst = 'certificate-unfit';
      return undefined;
    }
    if (anchors.some((one) => same(one, last.der))) return path;
    if (path.length >= longest) return undefined;
    for (const issuer of candidates) {
      if (path.some((one) => same(one.der, issuer.der)) || !issued(issuer, last)) continue;
      if (issuer.below !== undefined && path.length - 1 > issuer.below) continue;
      const whole = walk([...path, issuer]);
      if (whole) return whole;
    }
    return undefined;
  };
  const path = walk([first]);
  return path ? { ok: true, path } : { ok: false, code: worst };
}

/** Has this authority signed that certificate? */
export function issued(issuer: Certificate, one: Certificate): boolean {
  if (!issuer.ca || !same(issuer.subject, one.issuer)) return false;
  if (issuer.usages && !issuer.usages.has('keyCertSign')) return false;
  return one.signedBy(issuer.key);
}
