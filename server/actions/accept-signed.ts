// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Case, Document, Signature } from '../../schemas/types.ts';
import { digest } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { refusal } from '../keep.ts';
import { oneAtATime } from '../mutexes.ts';
import { refuse, type Refusal } from '../problems.ts';
import type { Kept, Scope } from '../storage/contract.ts';
import { changeCase, withEvent } from './change-case.ts';

/** A document that a signer signed with a program of their own and brings back: its newest file and one signature. */
export function acceptSigned(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  id: string,
  signer: string,
  theirs: Uint8Array,
): Promise<{ readonly ok: true; readonly value: Document } | Refusal> {
  return oneAtATime.alone(`${scope.district} document ${id}`, async () => {
    const kept = await deps.store.get<Document>(scope, 'documents', id);
    const newest = kept?.value.files.at(-1);
    if (!kept || !newest || kept.value.copy !== 'family') return refuse('not-found');
    const { value } = kept;
    const sha256 = digest(theirs);
    if (newest.sha256 === sha256 && newest.is === 'signed') return { ok: true, value };
    if (value.state !== 'issued') return refuse('wrong-state', { state: value.state });
    const expected = value.signers.find((one) => one.id === signer);
    if (!expected) return refuse('unknown-signer', {}, '/signer');
    const before = value.signatures.find((one) => one.signer === signer);
    if (before && before.mode !== 'refused') return refuse('already-signed', {}, '/signer');
    if (value.signatures.some(({ mode }) => mode === 'paper' || mode === 'drawn'))
      return refuse('signed-on-paper', {}, '/signer');
    const ours = await deps.store.getBytes(scope, newest.blob);
    if (!ours) return refuse('damaged');
    const accepted = await deps.papers.accept(ours, theirs, signer);
    if (!accepted.ok) return accepted;
    const blob = `${id}.signed.${sha256.slice(0, 16)}.pdf`;
    const put = await deps.store.putBytes(scope, blob, theirs);
    if (!put.ok) return refusal(put);
    const at = deps.clock.instant();
    const signature: Signature = {
      signer,
      mode: 'electronic',
      at: accepted.value.at,
      registeredBy: scope.actor,
      identified: accepted.value.name,
      sha256: newest.sha256,
    };
    const next: Document = {
      ...value,
      signatures: [...value.signatures.filter((one) => one !== before), signature],
      files: [...value.files, { blob, sha256, bytes: theirs.length, at, is: 'signed' }],
    };
    const event = { at, by: scope.actor, what: 'signed', document: id, note: expected.name } as const;
    const done = await changeCase(
      deps,
      scope,
      kase.id,
      { action: 'document.signed', object: id, hash: sha256 },
      (now) => ({
        value: withEvent(now, event),
        writes: [{ do: 'replace', collection: 'documents', id, value: next, rev: kept.rev }],
      }),
    );
    return done.ok ? { ok: true, value: next } : done;
  });
}
