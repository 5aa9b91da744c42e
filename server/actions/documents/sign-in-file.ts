// SPDX-License-Identifier: AGPL-3.0-or-later
// An electronic signature in two steps: the file is prepared and kept, then whoever holds the key signs. A restart
// between the two loses nothing.
import type { Case, Document, Signing } from '../../../schemas/types.ts';
import { digest, newId } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { refusal } from '../../keep.ts';
import { oneAtATime } from '../../mutexes.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { mayHold, registerInFile } from './accept-signed.ts';
import { changeCase } from '../cases/change-case.ts';

type Done = { readonly ok: true; readonly value: Document } | Refusal;

const alone = (scope: Scope, id: string, work: () => Promise<Done>): Promise<Done> =>
  oneAtATime.alone(`${scope.district} document ${id}`, work);

/** Prepares the newest file for the signature of one signer, in one of the ways of whoever asks. */
export function beginSigning(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  id: string,
  given: { readonly signer: string; readonly way: string; readonly place?: string },
): Promise<Done> {
  return alone(scope, id, async () => {
    const kept = await deps.store.get<Document>(scope, 'documents', id);
    const held = kept && mayHold(kept.value, given.signer);
    if (!kept || !held) return refuse('not-found');
    if (!held.ok) return held;
    const file = await deps.store.getBytes(scope, held.newest.blob);
    if (!file) return refuse('damaged');
    const district = deps.catalogue.districts.get(scope.district);
    const lead = district?.comuni.find((one) => one.id === district.lead)?.name;
    const prepared = await deps.papers.prepare({
      district: scope.district,
      account: scope.actor,
      way: given.way,
      file,
      signer: held.signer.id,
      name: held.signer.name,
      reason: `${held.signer.role}: documento ${kept.value.number}, versione ${kept.value.revision}`,
      place: given.place?.trim() || lead || '',
      at: new Date(deps.clock.now()),
    });
    if (!prepared.ok) return prepared;
    const { title, asks, pending } = prepared.value;
    const blob = `${id}.signing.${newId()}`;
    const put = await deps.store.putBytes(scope, blob, pending);
    if (!put.ok) return refusal(put);
    const at = deps.clock.instant();
    const { signer, way } = given;
    const signing: Signing = { signer, way, title, asks: [...asks], blob, at, by: scope.actor };
    return replace(deps, scope, kase, kept, { ...kept.value, signing }, 'document.signing');
  });
}

/** The second step: signed, checked, registered. A refusal of the key leaves all as it was, to be tried again. */
export function completeSigning(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  id: string,
  secret: { readonly pin?: string; readonly otp?: string },
): Promise<Done> {
  return alone(scope, id, async () => {
    const kept = await deps.store.get<Document>(scope, 'documents', id);
    const signing = kept?.value.signing;
    if (!kept || !signing) return refuse('no-signing');
    // The key is for the account that began.
    if (signing.by !== scope.actor) return refuse('signing-under-way');
    const { signing: _, ...bare } = kept.value;
    const held = mayHold(bare, signing.signer);
    if (!held.ok) return held;
    const [file, pending] = await Promise.all([
      deps.store.getBytes(scope, held.newest.blob),
      deps.store.getBytes(scope, signing.blob),
    ]);
    if (!file || !pending) return refuse('damaged');
    const done = await deps.papers.complete({
      district: scope.district,
      account: scope.actor,
      way: signing.way,
      file,
      signer: signing.signer,
      pending,
      secret,
    });
    if (!done.ok) return done;
    const { bytes, name, at } = done.value;
    const facts = { bytes, sha256: digest(bytes), name, at };
    const registered = await registerInFile(deps, scope, kase, { ...kept, value: bare }, held, facts);
    if (registered.ok) await deps.store.removeBytes(scope, signing.blob);
    return registered;
  });
}

/** Gives up what is under way; the document stays as it was. */
export function giveUpSigning(deps: Deps, scope: Scope, kase: Kept<Case>, id: string): Promise<Done> {
  return alone(scope, id, async () => {
    const kept = await deps.store.get<Document>(scope, 'documents', id);
    if (!kept) return refuse('not-found');
    const { signing, ...value } = kept.value;
    if (!signing) return { ok: true, value };
    const done = await replace(deps, scope, kase, kept, value, 'document.signing-ended');
    if (done.ok) await deps.store.removeBytes(scope, signing.blob);
    return done;
  });
}

async function replace(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  kept: Kept<Document>,
  value: Document,
  action: string,
): Promise<Done> {
  const entry = { action, object: kept.id };
  const done = await changeCase(deps, scope, kase.id, entry, (now) => ({
    value: now,
    writes: [{ do: 'replace', collection: 'documents', id: kept.id, value, rev: kept.rev }],
  }));
  return done.ok ? { ok: true, value } : done;
}
