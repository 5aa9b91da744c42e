// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../runtime/problem.ts';
import { Revisions } from '../pdf/revisions.ts';
import { fingerprint, hash } from '../seal/algorithms.ts';
import { evidenceIn, isSound, withEvidence } from '../seal/evidence.ts';
import { brokenRules } from './baseline.ts';
import { compare } from './changes.ts';
import type { Level, Verification, VerifiedSignature } from './contract.ts';
import { checkSignature, type Checked, type Trust } from './signature-check.ts';
import { readSignatures, type SignatureInFile } from './signatures-in-file.ts';

/** Marks that a signature leaves in a file; damage to one leaves the others. */
const marks = ['/ETSI.CAdES.detached', '/ByteRange[0 ', '/SigRef', '/TransformMethod'];

function reason(code: string, params: Problem['params'] = {}): Problem {
  return { code, at: '', params, level: 'error' };
}

const instant = (at: Date): string => at.toISOString().replace('.000Z', 'Z');

/**
 * What a file says of itself: valid, altered or unknown. Total: any bytes give an answer.
 * Valid is a file whose every signature is whole and by somebody known, one of them a district's seal, with nothing
 * after the first but further signatures and proofs. `seals` and `authorities` are DER.
 */
export function verifyPdf(
  bytes: Uint8Array,
  seals: readonly Uint8Array[],
  authorities: readonly Uint8Array[] = [],
): Verification {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const code = /urn:patto:([A-Za-z0-9-]{1,64})/.exec(text)?.[1];
  const facts = {
    sha256: hash('sha256', bytes).toString('hex'),
    ...(code === undefined ? {} : { code }),
  };
  const answer: Answer = (verdict, why, more = {}) => ({
    verdict,
    reasons: why === undefined ? [] : [typeof why === 'string' ? reason(why) : why],
    signatures: [],
    ...facts,
    ...more,
  });
  const isMarked = marks.some((mark) => text.includes(mark));
  if (!isMarked && !text.slice(0, 1024).includes('%PDF-')) return answer('unknown', 'not-a-pdf');

  let file: Revisions;
  try {
    file = new Revisions(bytes);
  } catch {
    return isMarked ? answer('altered', whyUnreadable(text)) : answer('unknown', 'no-seal');
  }
  try {
    return judge(file, text, { seals, authorities }, answer, isMarked);
  } catch {
    // A part that nothing led to so far, and that cannot be read.
    return answer('altered', 'structure-damaged');
  }
}

type Answer = (
  verdict: Verification['verdict'],
  why: string | Problem | undefined,
  more?: Partial<Verification>,
) => Verification;

/** The verdict on a file whose structure can be read. */
function judge(file: Revisions, text: string, trust: Trust, answer: Answer, isMarked: boolean): Verification {
  const found = readSignatures(file);
  if (!found.ok) return answer('altered', found.code);
  const { signatures } = found;
  if (signatures.length === 0)
    return isMarked ? answer('altered', 'seal-missing') : answer('unknown', 'no-seal');
  if (text.split('/ByteRange').length - 1 !== signatures.length) return answer('altered', 'seal-repeated');

  const evidence = evidenceIn(file.state());
  const checked = signatures.map((one) => checkSignature(one, evidence, trust));
  const told = signatures.map((one, at) =>
    tell(one, checked[at] as Checked, levelOf(at, signatures, checked, file)),
  );
  const seal = sealOf(checked);
  const more = { signatures: told, ...(seal ? { seal } : {}) };
  const broken = checked.find((one) => one.broken !== undefined)?.broken;
  if (broken !== undefined) return answer('altered', broken, more);
  const changed = changedAfter(file, signatures, checked, [...trust.seals, ...trust.authorities]);
  if (changed) return answer('altered', changed, more);
  const stranger = checked.find((one) => one.stranger !== undefined);
  if (!checked.some(({ isSeal }) => isSeal)) return answer('unknown', 'seal-unknown', more);
  if (stranger?.stranger !== undefined)
    return answer('unknown', strangers[stranger.stranger] ?? 'signer-unknown', more);
  return answer('valid', undefined, more);
}

/** Reasons of which the file's reader can make something; of the others the certificate is simply not known. */
const strangers: { readonly [code: string]: string } = {
  'certificate-expired': 'certificate-expired',
  'certificate-revoked': 'certificate-revoked',
  'stamp-unknown': 'stamp-unknown',
};

/** What stands behind the last end of the file tells whether something is missing or too much. */
function whyUnreadable(text: string): string {
  const rest = text.slice(text.lastIndexOf('%%EOF') + '%%EOF'.length);
  if (!text.includes('%%EOF') || / obj|\/ByteRange|startxref/.test(rest)) return 'seal-cut';
  return rest.trim() === '' ? 'structure-damaged' : 'seal-appended';
}

/** What the increments after the first signature did that they may not; undefined: nothing. */
function changedAfter(
  file: Revisions,
  signatures: readonly SignatureInFile[],
  checked: readonly Checked[],
  anchors: readonly Uint8Array[],
): Problem | undefined {
  const [first] = signatures;
  if (signatures.slice(1).some(({ certifies }) => certifies !== undefined)) return reason('seal-damaged');
  const last = signatures.at(-1)?.revision ?? 0;
  for (let at = (first?.revision ?? 0) + 1; at < file.list.length; at += 1) {
    const compared = compare(file.state(at - 1), file.state(at));
    if (!compared.ok) return reason('changed-after', { what: compared.what });
    const { signed, certified } = compared.changes;
    const closing = signatures.findIndex(({ revision }) => revision === at);
    if (certified || signed.length !== (closing < 0 ? 0 : 1)) return reason('seal-appended');
    if (first?.certifies === 1 && closing >= 0 && checked[closing]?.kind === 'signature')
      return reason('seal-appended');
    // Nobody signed what stands behind the last signature: each of its bytes has to follow from what it says.
    if (at > last && !isEvidenceOnly(file, at, anchors)) return reason('seal-appended');
  }
  return undefined;
}

function isEvidenceOnly(file: Revisions, at: number, anchors: readonly Uint8Array[]): boolean {
  const { start, end } = file.list[at] as { readonly start: number; readonly end: number };
  const evidence = evidenceIn(file.state(at));
  const again = withEvidence(file.bytes.subarray(0, start), evidence);
  return again.ok && again.value.equals(file.bytes.subarray(0, end)) && isSound(evidence, anchors);
}

function sealOf(checked: readonly Checked[]): Verification['seal'] {
  const signed = checked.filter(({ kind, broken }) => kind === 'signature' && broken === undefined);
  const one = signed.findLast(({ isSeal }) => isSeal) ?? signed.at(-1);
  if (!one?.certificate || !one.at || Number.isNaN(one.at.valueOf())) return undefined;
  const { der, organisation } = one.certificate;
  // Only an organisation is named; a person is nobody's to show.
  return { certificate: fingerprint(der), name: organisation, at: instant(one.at) };
}

function levelOf(
  at: number,
  signatures: readonly SignatureInFile[],
  checked: readonly Checked[],
  file: Revisions,
): Level | undefined {
  const own = checked[at];
  if (!own || own.broken !== undefined || own.kind === 'time-stamp') return undefined;
  const revision = signatures[at]?.revision ?? 0;
  const stamps = signatures.filter(
    (one, place) =>
      one.revision > revision &&
      checked[place]?.kind === 'time-stamp' &&
      checked[place]?.stranger === undefined,
  );
  if (!own.isStamped && stamps.length === 0) return 'B-B';
  if (!own.hasEvidence) return 'B-T';
  const kept = file.list.findIndex((_one, place) => file.state(place).root.entries.has('DSS'));
  return stamps.some((one) => one.revision >= kept) ? 'B-LTA' : 'B-LT';
}

function tell(one: SignatureInFile, checked: Checked, level: Level | undefined): VerifiedSignature {
  const { kind, isSeal, certificate, at } = checked;
  return {
    field: one.field,
    kind: isSeal ? 'seal' : kind,
    ...(at && !Number.isNaN(at.valueOf()) ? { at: instant(at) } : {}),
    ...(level ? { level } : {}),
    ...(certificate ? { certificate: fingerprint(certificate.der) } : {}),
    breaks: kind === 'time-stamp' ? [] : brokenRules(one),
  };
}
