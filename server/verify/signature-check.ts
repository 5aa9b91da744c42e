// SPDX-License-Identifier: AGPL-3.0-or-later
// One signature of a file: whole or not, whose, of which moment.
import { hash } from '../seal/algorithms.ts';
import { pathTo } from '../seal/chain.ts';
import { ids } from '../seal/cms.ts';
import { same } from '../seal/der.ts';
import { standing, type Evidence } from '../seal/evidence.ts';
import { signatureHolds, type SignedMessage } from '../seal/signed-message.ts';
import { readToken, type Token } from '../seal/token.ts';
import { readCertificate, type Certificate } from '../seal/x509.ts';
import { brokenRules, readMessage } from './baseline.ts';
import { subFilter, type SignatureInFile } from './signatures-in-file.ts';

export interface Trust {
  /** certificates (DER) that districts seal with */
  readonly seals: readonly Uint8Array[];
  /** authorities (DER) that the certificates of people and of time-stamps must lead to */
  readonly authorities: readonly Uint8Array[];
}

/** `broken`: what it signs or itself was changed. `stranger`: whole, but by somebody that nobody here knows. */
export interface Checked {
  readonly kind: 'signature' | 'time-stamp';
  readonly broken?: string;
  readonly stranger?: string;
  readonly certificate?: Certificate;
  readonly isSeal: boolean;
  /** proved where there is a token, else as the signer says */
  readonly at?: Date;
  readonly isStamped: boolean;
  /** does the file itself hold what later checks will ask the authorities for? */
  readonly hasEvidence: boolean;
}

const none = { isSeal: false, isStamped: false, hasEvidence: false } as const;

/** Each certificate of a message leads to an anchor, so that none of its bytes is anybody's own. */
function strangeCertificate(
  message: SignedMessage,
  pool: readonly Uint8Array[],
  anchors: readonly Uint8Array[],
  at: Date,
): string | undefined {
  for (const one of message.certificates) {
    const path = pathTo(one, [...message.certificates, ...pool], anchors, at, 'any');
    if (!path.ok) return path.code;
  }
  return undefined;
}

function checkToken(token: Token, evidence: Evidence, trust: Trust) {
  const { certificate, certificates } = token.message;
  if (!certificate) return { stranger: 'stamp-unknown', path: [] };
  const pool = [...certificates, ...evidence.certificates];
  const path = pathTo(certificate, pool, trust.authorities, token.at, 'stamp');
  if (!path.ok || strangeCertificate(token.message, evidence.certificates, trust.authorities, token.at))
    return { stranger: 'stamp-unknown', path: [] };
  return { path: path.path };
}

/** Is there good word of each certificate but the anchor? */
function proven(path: readonly Certificate[], evidence: Evidence, at: Date): 'good' | 'revoked' | 'unknown' {
  const said = path
    .slice(0, -1)
    .map((one, index) => standing(evidence, one, path[index + 1] as Certificate, at));
  return said.includes('revoked') ? 'revoked' : said.every((one) => one === 'good') ? 'good' : 'unknown';
}

/** Never throws: whatever stands in the file gives an answer. */
export function checkSignature(file: SignatureInFile, evidence: Evidence, trust: Trust): Checked {
  try {
    return subFilter(file.dictionary) === 'ETSI.RFC3161'
      ? checkStamp(file, evidence, trust)
      : checkPersonal(file, evidence, trust);
  } catch {
    return { kind: 'signature', broken: 'seal-damaged', ...none };
  }
}

function checkStamp(file: SignatureInFile, evidence: Evidence, trust: Trust): Checked {
  const kind = 'time-stamp';
  if (!file.padding) return { kind, broken: 'seal-damaged', ...none };
  let token: Token;
  try {
    token = readToken(file.message, ...file.around);
  } catch (error) {
    const changed = error instanceof Error && error.message === 'stamp: imprint';
    return { kind, broken: changed ? 'content-changed' : 'seal-damaged', ...none };
  }
  const { stranger, path } = checkToken(token, evidence, trust);
  const certificate = token.message.certificate ? readCertificate(token.message.certificate) : undefined;
  return {
    kind,
    ...none,
    ...(certificate ? { certificate } : {}),
    ...(stranger === undefined ? {} : { stranger }),
    at: token.at,
    isStamped: true,
    hasEvidence: proven(path, evidence, token.at) === 'good',
  };
}

function checkPersonal(file: SignatureInFile, evidence: Evidence, trust: Trust): Checked {
  const kind = 'signature';
  const message = readMessage(file);
  if (!message?.certificate) return { kind, broken: 'seal-damaged', ...none };
  const digest = hash(message.digest, ...file.around);
  // A changed document changes the digest; anything else that fails is damage to the signature itself.
  const faults = brokenRules(file);
  if (faults.includes('message-digest')) return { kind, broken: 'content-changed', ...none };
  if (faults.length > 0) return { kind, broken: 'seal-damaged', ...none };
  if (!signatureHolds(message, digest)) return { kind, broken: 'seal-false', ...none };

  const tokens = message.unsigned.get(ids.timeStamp) ?? [];
  if (message.unsigned.size > tokens.length || tokens.length > 1)
    return { kind, broken: 'seal-damaged', ...none };
  let token: Token | undefined;
  try {
    token = tokens[0] && readToken(tokens[0], message.signature);
  } catch {
    return { kind, broken: 'seal-damaged', ...none };
  }
  const at = token?.at ?? file.at ?? new Date(Number.NaN);
  const certificate = readCertificate(message.certificate);
  const isSeal = trust.seals.some((one) => same(one, certificate.der));
  if (isSeal && !file.small) return { kind, broken: 'seal-damaged', ...none };
  const anchors = [...trust.seals, ...trust.authorities];
  const pool = [...message.certificates, ...evidence.certificates];
  const path = pathTo(certificate.der, pool, anchors, at, 'sign');
  const stamped = token ? checkToken(token, evidence, trust) : undefined;
  const word = path.ok ? proven(path.path, evidence, at) : 'unknown';
  const stamper = token && stamped ? proven(stamped.path, evidence, token.at) : 'unknown';
  const strange = path.ok ? strangeCertificate(message, evidence.certificates, anchors, at) : path.code;
  const stranger = word === 'revoked' ? 'certificate-revoked' : (strange ?? stamped?.stranger);
  return {
    kind,
    certificate,
    isSeal,
    at,
    isStamped: token !== undefined && stamped?.stranger === undefined,
    hasEvidence: word === 'good' && (token === undefined || stamper === 'good'),
    ...(stranger === undefined ? {} : { stranger }),
  };
}
