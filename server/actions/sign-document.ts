// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Case, Document, Signature } from '../../schemas/types.ts';
import { romeDay } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { oneAtATime } from '../mutexes.ts';
import { refuse, type Refusal } from '../problems.ts';
import { same } from '../../runtime/engine/pointer.ts';
import type { Kept, Scope } from '../storage/contract.ts';
import { changeCase, withEvent } from './change-case.ts';

export type GivenSignature = Omit<Signature, 'registeredBy' | 'sha256'>;
type Signed = { readonly ok: true; readonly value: Document } | Refusal;

/** Registers that a person signed this very file, on paper or by hand on a screen, or refused to. */
export function registerSignature(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  id: string,
  given: GivenSignature,
): Promise<Signed> {
  return oneAtATime.alone(`${scope.district} document ${id}`, async () => {
    const kept = await deps.store.get<Document>(scope, 'documents', id);
    const file = kept?.value.files.find(({ is }) => is === 'issued');
    if (!kept || !file) return refuse('not-found');
    const { value } = kept;
    if (!value.signers.some((signer) => signer.id === given.signer))
      return refuse('unknown-signer', {}, '/signer');
    if (given.mode === 'refused' && !given.reason?.trim()) return refuse('reason-missing', {}, '/reason');
    if (Number.isNaN(Date.parse(given.at)))
      return refuse('bad-request', { detail: `/at ${given.at}` }, '/at');
    if (romeDay(given.at) > deps.clock.today()) return refuse('signed-in-future', {}, '/at');
    if (given.mode === 'drawn' && !given.strokes) return refuse('strokes-missing', {}, '/strokes');
    const signature: Signature = { ...given, registeredBy: scope.actor, sha256: file.sha256 };
    const before = value.signatures.find((one) => one.signer === given.signer);
    if (before && same(before, signature)) return { ok: true, value };
    if (value.state !== 'issued') return refuse('wrong-state', { state: value.state });
    // Who refused may still sign; who signed has signed.
    if (before && before.mode !== 'refused') return refuse('already-signed', {}, '/signer');
    // What is written on paper could not be told on the file's last page any more.
    if (given.mode !== 'refused' && value.files.some(({ is }) => is === 'signed'))
      return refuse('signed-in-file', {}, '/mode');
    const next: Document = {
      ...value,
      signatures: [...value.signatures.filter((one) => one !== before), signature],
    };
    const name = value.signers.find((signer) => signer.id === given.signer)?.name ?? '';
    const what = given.mode === 'refused' ? 'refused' : 'signed';
    const event = { at: deps.clock.instant(), by: scope.actor, what, document: id, note: name } as const;
    const done = await changeCase(
      deps,
      scope,
      kase.id,
      { action: `document.${what}`, object: id, hash: file.sha256 },
      (now) => ({
        value: withEvent(now, event),
        writes: [{ do: 'replace', collection: 'documents', id, value: next, rev: kept.rev }],
      }),
    );
    return done.ok ? { ok: true, value: next } : done;
  });
}
