// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Case, Document, DocumentFile, Signature, Signer } from '../../../schemas/types.ts';
import { waitsFor } from '../../../templates/acts.ts';
import { digest } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { refusal } from '../../keep.ts';
import { oneAtATime } from '../../mutexes.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { changeCase, withEvent } from '../cases/change-case.ts';
import { pactAfterSigning, turnOf } from './sign-document.ts';

type Accepted = { readonly ok: true; readonly value: Document } | Refusal;

interface Held {
  readonly ok: true;
  readonly signer: Signer;
  readonly newest: DocumentFile;
}

/** May this signer's signature be added to the newest file? */
export function mayHold(value: Document, signer: string): Held | Refusal {
  const newest = value.files.at(-1);
  if (!newest || value.copy !== 'family') return refuse('not-found');
  if (value.state !== 'issued') return refuse('wrong-state', { state: value.state });
  if (value.signing) return refuse('signing-under-way');
  const expected = value.signers.find((one) => one.id === signer);
  if (!expected) return refuse('unknown-signer', {}, '/signer');
  const before = value.signatures.find((one) => one.signer === signer);
  if (before && before.mode !== 'refused') return refuse('already-signed', {}, '/signer');
  if (value.signatures.some(({ mode }) => mode === 'paper' || mode === 'drawn'))
    return refuse('signed-on-paper', {}, '/signer');
  const first = waitsFor(value, expected);
  if (first.length > 0) return refuse('not-your-turn', turnOf(expected, first), '/signer');
  return { ok: true, signer: expected, newest };
}

/** A document that a signer signed with a program of their own and brings back: its newest file and one signature. */
export function acceptSigned(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  id: string,
  signer: string,
  theirs: Uint8Array,
): Promise<Accepted> {
  return oneAtATime.alone(`${scope.district} document ${id}`, async () => {
    const kept = await deps.store.get<Document>(scope, 'documents', id);
    if (!kept) return refuse('not-found');
    const sha256 = digest(theirs);
    const last = kept.value.files.at(-1);
    if (last?.sha256 === sha256 && last.is === 'signed') return { ok: true, value: kept.value };
    const held = mayHold(kept.value, signer);
    if (!held.ok) return held;
    const ours = await deps.store.getBytes(scope, held.newest.blob);
    if (!ours) return refuse('damaged');
    const accepted = await deps.papers.accept(ours, theirs, signer);
    if (!accepted.ok) return accepted;
    return registerInFile(deps, scope, kase, kept, held, { bytes: theirs, sha256, ...accepted.value });
  });
}

/** Registers a file that holds one signature more than the newest one. `name`: of the certificate; `at`: as it says. */
export async function registerInFile(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  kept: Kept<Document>,
  { signer, newest }: Held,
  signed: {
    readonly bytes: Uint8Array;
    readonly sha256: string;
    readonly name: string;
    readonly at: string;
  },
): Promise<Accepted> {
  const { id, value } = kept;
  const { bytes, sha256 } = signed;
  const blob = `${id}.signed.${sha256.slice(0, 16)}.pdf`;
  const put = await deps.store.putBytes(scope, blob, bytes);
  if (!put.ok) return refusal(put);
  const at = deps.clock.instant();
  const signature: Signature = {
    signer: signer.id,
    mode: 'electronic',
    at: signed.at,
    registeredBy: scope.actor,
    identified: signed.name,
    sha256: newest.sha256,
  };
  const next: Document = {
    ...value,
    signatures: [...value.signatures.filter((one) => one.signer !== signer.id), signature],
    files: [...value.files, { blob, sha256, bytes: bytes.length, at, is: 'signed' }],
  };
  const event = { at, by: scope.actor, what: 'signed', document: id, note: signer.name } as const;
  const done = await changeCase(
    deps,
    scope,
    kase.id,
    { action: 'document.signed', object: id, hash: sha256 },
    (now) => ({
      value: withEvent(pactAfterSigning(deps, scope, now, value, next), event),
      writes: [{ do: 'replace', collection: 'documents', id, value: next, rev: kept.rev }],
    }),
  );
  return done.ok ? { ok: true, value: next } : done;
}
