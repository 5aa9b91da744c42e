// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Outcome } from '../storage/contract.ts';
import { Revisions } from '../pdf/revisions.ts';
import { verifyPdf } from '../verify/verify.ts';
import { complete, prepare, problem, type Prepared, type SealFacts, type Signing } from './prepare.ts';
import { signatureFields } from './signature-field.ts';
import type { Signer } from './signer.ts';
import { stamp, type Stamper } from './time-stamp.ts';

/** Name of the field that holds a district's seal. */
export const sealField = 'sigillo';

export interface Sealed {
  readonly pdf: Uint8Array;
  /** why there is no proof of time, where one was wanted: to be added later */
  readonly unstamped?: string;
}

/** One signature at once: prepared, signed, stamped where a stamper is given, completed. */
export async function sign(
  pdf: Uint8Array,
  signer: Signer,
  signing: Signing,
  stamper?: Stamper,
): Promise<Outcome<Sealed>> {
  const prepared = prepare(
    pdf,
    stamper ? signing : { ...signing, stamped: false },
    signer.certificate,
    signer.issuers,
  );
  if (!prepared.ok) return prepared;
  const signature = await signer.sign(prepared.value.attributes);
  return signature.ok ? finishSigning(prepared.value, signature.value, stamper) : signature;
}

/** The second half, whenever the signature came: a token where one can be had, and the whole checked. */
export async function finishSigning(
  prepared: Prepared,
  signature: Uint8Array,
  stamper?: Stamper,
): Promise<Outcome<Sealed>> {
  const token = stamper ? await stamp(stamper, signature) : undefined;
  const done = complete(prepared, signature, token?.ok ? token.value : undefined);
  if (!done.ok) return done;
  // The result is opened and checked before it is handed out. Earlier signatures are their own affair here.
  const { certificate, issuers } = prepared;
  const told = verifyPdf(done.value, [certificate, ...issuers], stamper?.anchors ?? []);
  const own = told.signatures.at(-1);
  if (told.verdict === 'altered' || own?.kind !== 'seal' || own.breaks.length > 0)
    return problem('seal-failed');
  return {
    ok: true,
    value: { pdf: done.value, ...(token && !token.ok ? { unstamped: token.problem.code } : {}) },
  };
}

/**
 * Adds the district's seal to a finished file as an incremental update: an invisible PAdES baseline signature that
 * covers the whole file. As the first signature it certifies: `open` lets people sign after it, else nothing may follow.
 */
export async function seal(
  pdf: Uint8Array,
  signer: Signer,
  facts: SealFacts,
  more: { readonly open?: boolean; readonly stamper?: Stamper } = {},
): Promise<Outcome<Sealed>> {
  let signed: readonly string[];
  try {
    const fields = signatureFields(new Revisions(pdf).state());
    signed = fields.filter(({ value }) => value !== undefined).map(({ name }) => name);
  } catch {
    return problem('not-our-file');
  }
  if (signed.includes(sealField)) return problem('already-sealed');
  const certify = signed.length > 0 ? {} : { certify: more.open ? (2 as const) : (1 as const) };
  return sign(pdf, signer, { field: sealField, facts, ...certify }, more.stamper);
}
