// SPDX-License-Identifier: AGPL-3.0-or-later
// From a signed file to one that can be checked when its authorities are gone: evidence (B-LT), stamped (B-LTA).
import { Revisions } from '../pdf/revisions.ts';
import type { Outcome } from '../storage/contract.ts';
import { readMessage } from '../verify/baseline.ts';
import { readSignatures } from '../verify/signatures-in-file.ts';
import { pathTo, type Purpose } from './chain.ts';
import { ids } from './cms.ts';
import { evidenceIn, gather, withEvidence } from './evidence.ts';
import { problem } from './prepare.ts';
import type { Reach } from './reach.ts';
import { signatureFields } from './signature-field.ts';
import type { SignedMessage } from './signed-message.ts';
import { stampFile, type Stamper } from './time-stamp.ts';
import { readToken } from './token.ts';
import type { Certificate } from './x509.ts';

export interface Archiving {
  /** certificates (DER) that the file's own must lead to: districts' and authorities' */
  readonly anchors: readonly Uint8Array[];
  /** when it is done: answers must be of this moment */
  readonly at: Date;
  /** without it the file ends as B-LT, its evidence stamped by nobody */
  readonly stamper?: Stamper;
  readonly reach?: Reach;
}

/** The file with evidence for every signature and time-stamp in it, and a time-stamp over all of that. */
export async function archive(pdf: Uint8Array, archiving: Archiving): Promise<Outcome<Uint8Array>> {
  const { anchors, at, stamper } = archiving;
  let file: Revisions;
  try {
    file = new Revisions(pdf);
  } catch {
    return problem('not-our-file');
  }
  const found = readSignatures(file);
  if (!found.ok || found.signatures.length === 0) return problem('not-our-file');
  const known = evidenceIn(file.state());
  const paths: (readonly Certificate[])[] = [];
  /** false when a certificate leads nowhere */
  const add = (message: SignedMessage, when: Date, purpose: Purpose): boolean => {
    const pool = [...message.certificates, ...known.certificates];
    const path = message.certificate && pathTo(message.certificate, pool, anchors, when, purpose);
    if (path?.ok) paths.push(path.path);
    return path?.ok === true;
  };
  for (const one of found.signatures) {
    const message = readMessage(one);
    if (!message) return problem('not-our-file');
    const own = message.contentType === ids.timeStampInfo;
    const [held] = own ? [message.der] : (message.unsigned.get(ids.timeStamp) ?? []);
    const token = held && readToken(held, ...(own ? one.around : [message.signature]));
    const when = token?.at ?? one.at ?? at;
    const whole = (own || add(message, when, 'sign')) && (!token || add(token.message, when, 'stamp'));
    if (!whole) return problem('signer-unknown');
  }
  const evidence = await gather(paths, at, archiving.reach);
  if (!evidence.ok) return evidence;
  const kept = withEvidence(pdf, evidence.value);
  if (!kept.ok || !stamper) return kept;
  const stamps = signatureFields(file.state()).filter(({ name }) => name.startsWith('marca-')).length;
  return stampFile(kept.value, stamper, `marca-${stamps + 1}`);
}
