// SPDX-License-Identifier: AGPL-3.0-or-later
// A document that somebody signed with a program of their own and brings back.
import { Revisions } from '../pdf/revisions.ts';
import type { Outcome } from '../storage/contract.ts';
import { compare } from '../verify/changes.ts';
import { brokenRules } from '../verify/baseline.ts';
import { evidenceIn } from './evidence.ts';
import { checkSignature, type Checked } from '../verify/signature-check.ts';
import { readSignatures } from '../verify/signatures-in-file.ts';
import { problem } from './prepare.ts';

/**
 * Accepts a file only when it begins with our bytes and adds one increment that holds one signature and nothing else:
 * baseline B, over the whole file, by a certificate that leads to an authority. `field`: where the signer had to sign.
 */
export function acceptUploaded(
  ours: Uint8Array,
  theirs: Uint8Array,
  authorities: readonly Uint8Array[],
  field?: string,
): Outcome<Checked> {
  const refused = (why: string, what = '') => problem(`upload-${why}`, { what });
  if (theirs.length <= ours.length || Buffer.compare(theirs.subarray(0, ours.length), ours) !== 0)
    return refused('prefix');
  let before: Revisions;
  let after: Revisions;
  try {
    before = new Revisions(ours);
    after = new Revisions(theirs);
  } catch {
    return refused('structure');
  }
  if (after.list.length !== before.list.length + 1) return refused('increments');
  const compared = compare(before.state(), after.state());
  if (!compared.ok) return refused('changed', compared.what);
  if (compared.changes.signed.length !== 1) return refused('signatures');
  if (compared.changes.certified) return refused('certified');
  const found = readSignatures(after);
  const own = found.ok ? found.signatures.at(-1) : undefined;
  if (!own || own.revision !== after.list.length - 1) return refused('signatures');
  if (field !== undefined && own.field !== field) return refused('place', own.field);
  const [rule] = brokenRules(own);
  if (rule !== undefined) return refused('baseline', rule);
  const checked = checkSignature(own, evidenceIn(after.state()), { seals: [], authorities });
  if (checked.broken !== undefined) return refused('broken', checked.broken);
  if (checked.stranger !== undefined) return refused('stranger');
  return { ok: true, value: checked };
}
