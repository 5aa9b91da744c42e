// SPDX-License-Identifier: AGPL-3.0-or-later
// A signature that is under way: kept as bytes between its two halves, so that a restart loses nothing.
import type { Outcome } from '../storage/contract.ts';
import { mannerOf, signedAttributes } from './cms.ts';
import { same } from './der.ts';
import { digestAround, problem, type Prepared } from './prepare.ts';

interface Head {
  readonly hole: readonly [number, number];
  readonly certificates: readonly string[];
  readonly digest: string;
}

/** One line of JSON, then the file. */
export function packed(prepared: Prepared): Buffer {
  const { hole, certificate, issuers, digest, file } = prepared;
  const head: Head = {
    hole,
    certificates: [certificate, ...issuers].map((one) => Buffer.from(one).toString('base64')),
    digest: Buffer.from(digest).toString('hex'),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), file]);
}

/** The same again; a file that is not the one that was prepared is refused. */
export function unpacked(bytes: Uint8Array): Outcome<Prepared> {
  const all = Buffer.from(bytes);
  try {
    const line = all.indexOf(10);
    const head = JSON.parse(all.toString('utf8', 0, line)) as Head;
    const [certificate, ...issuers] = head.certificates.map((one) => Buffer.from(one, 'base64'));
    const manner = certificate && mannerOf(certificate);
    if (!certificate || !manner) return problem('not-our-file');
    const file = all.subarray(line + 1);
    const digest = digestAround(manner.digest, file, head.hole);
    if (!same(digest, Buffer.from(head.digest, 'hex'))) return problem('not-our-file');
    const attributes = signedAttributes(digest, certificate);
    return { ok: true, value: { file, hole: head.hole, digest, certificate, issuers, attributes } };
  } catch {
    return problem('not-our-file');
  }
}
