// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Case, District, Document } from '../../../schemas/types.ts';
import { standing } from '../../../templates/acts.ts';
import { digest, romeDay } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { refusal } from '../../keep.ts';
import { oneAtATime } from '../../mutexes.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { Kept, Scope, Write } from '../../storage/contract.ts';
import { changeWith, withEvent } from '../cases/change-case.ts';
import { namesOf } from '../../names.ts';
import { documentEvents } from './document-events.ts';
import { documentsOf } from './issue-document.ts';
import { blobId, putAnew, type Marks } from './print-acts.ts';
import { stateAfter } from '../cases/states.ts';

type Sealed = { readonly ok: true; readonly value: Document } | Refusal;

/** A document that can be sealed, or closed, now. */
interface Sealable {
  readonly ok: true;
  readonly kept: Kept<Document>;
  readonly district: District;
  /** the seal comes first: people sign afterwards */
  readonly opens: boolean;
  readonly agreed: boolean;
}

/** May it be sealed now, once all who must have signed or refused to? `sealed`: it was already. */
export async function readyToSeal(
  deps: Deps,
  scope: Scope,
  id: string,
): Promise<Sealable | { readonly ok: true; readonly sealed: Document } | Refusal> {
  const kept = await deps.store.get<Document>(scope, 'documents', id);
  const district = deps.catalogue.districts.get(scope.district);
  if (!kept || !district || kept.value.copy !== 'family') return refuse('not-found');
  const { value } = kept;
  if (value.state === 'sealed') return { ok: true, sealed: value };
  if (value.state !== 'issued') return refuse('wrong-state', { state: value.state });
  if (value.signing) return refuse('signing-under-way');
  const opens = sealsFirst(district, value);
  // A refusal is a registered act like a signature: the sheet says it, with its reason.
  const { awaited, agreed } = standing(value);
  if (awaited.length > 0 && !opens)
    return refuse('signatures-missing', { names: awaited.map(({ name }) => name).join(', ') });
  return { ok: true, kept, district, opens, agreed };
}

/** When it is sealed (RFC 3339), the same however often it is begun; asked once the file is made, may it be kept? */
export type Sealing = Pick<Marks, 'issuedAt' | 'mayKeep'>;

/** Seals an act, or closes one that was sealed first: from then on any change to the file shows. */
export function sealDocument(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case> | undefined,
  id: string,
  { issuedAt: at, mayKeep }: Sealing,
): Promise<Sealed> {
  return oneAtATime.alone(`${scope.district} document ${id}`, async () => {
    const ready = await readyToSeal(deps, scope, id);
    if (!ready.ok) return ready;
    if ('sealed' in ready) return { ok: true, value: ready.sealed };
    const { kept, district, opens, agreed } = ready;
    const { value } = kept;
    // It has its seal already: now it is only closed.
    if (value.seal) return closeDocument(deps, scope, kase, kept, agreed);
    const newest = value.files.at(-1);
    const signed = newest?.is === 'signed';
    const file = await deps.store.getBytes(scope, signed ? newest.blob : blobId(id));
    if (!file) return refuse('damaged');
    const registrars = value.signatures.map(({ registeredBy }) => registeredBy);
    const nameOf = await namesOf(deps, scope, registrars);
    const sealed = await deps.papers.seal({
      district,
      document: value,
      file,
      at,
      names: Object.fromEntries(registrars.map((by) => [by, nameOf(by)])),
      events: (await documentEvents(deps, scope, id)).filter(({ aborted }) => !aborted),
      ...(signed ? { signed } : {}),
      ...(opens ? { open: true } : {}),
    });
    if (!sealed.ok) return sealed;
    if (!mayKeep()) return refuse('printing-took-too-long');
    const { bytes, certificate, unstamped } = sealed.value;
    const sha256 = digest(bytes);
    // Named by its content: what an attempt left that could not be registered does not stand in the way of the next one.
    const blob = `${id}.sealed.${sha256.slice(0, 16)}.pdf`;
    const put = await putAnew(deps, scope, blob, bytes);
    if (!put.ok) return refusal(put);
    const next: Document = {
      ...value,
      state: opens ? 'issued' : 'sealed',
      // The document is sealed all the same; what is missing is added as soon as it can be had.
      seal: { at, certificate, ...(unstamped ? { awaits: 'time-stamp' as const } : {}) },
      files: [...value.files, { blob, sha256, bytes: bytes.length, at, is: 'sealed' }],
    };
    const entry = { action: 'document.seal', object: id, hash: sha256 };
    const event = { at, by: scope.actor, what: 'sealed', document: id } as const;
    const superseded = kase && !opens ? await supersededBy(deps, scope, kase.id, kept) : [];
    const done = await changeWith(
      deps,
      scope,
      kase,
      entry,
      [{ do: 'replace', collection: 'documents', id, value: next, rev: kept.rev }, ...superseded],
      (before) =>
        withEvent(opens ? before : afterSealing(deps, scope.district, before, value, agreed), event),
    );
    return done.ok ? { ok: true, value: next } : done;
  });
}

/** Does the seal come first here? Where somebody has signed by hand, the sheet and the seal follow. */
const sealsFirst = (district: District, { seal, signatures, files }: Document): boolean =>
  district.sealing === 'first' &&
  seal === undefined &&
  files.every(({ is }) => is === 'issued') &&
  signatures.every(({ mode }) => mode === 'refused' || mode === 'impeded');

/** The case once an act is sealed or closed. A pact that somebody refused is not agreed to: its term stays open. */
function afterSealing(
  deps: Pick<Deps, 'catalogue'>,
  district: string,
  before: Case,
  value: Document,
  agreed: boolean,
): Case {
  const isAgreed = value.kind === 'pact' && agreed;
  const signedOn = value.signatures
    .filter(({ mode }) => mode !== 'refused')
    .map((one) => romeDay(one.at))
    .sort()
    .at(-1);
  return {
    ...before,
    state: isAgreed ? stateAfter(deps, district, before.state, 'pact sealed') : before.state,
    // The term of the pact is met on the day of its last signature.
    dates: isAgreed && signedOn ? { patto: signedOn, ...before.dates } : before.dates,
  };
}

/** Earlier revisions of an act, which it takes the place of. */
async function supersededBy(
  deps: Deps,
  scope: Scope,
  kase: string,
  { id, value }: Kept<Document>,
): Promise<Write[]> {
  const others = await documentsOf(deps, scope, kase, value.kind);
  return others
    .filter(
      (one) =>
        one.id !== id &&
        one.value.number === value.number &&
        ['issued', 'sealed'].includes(one.value.state) &&
        one.value.revision < value.revision,
    )
    .map((one): Write => ({
      do: 'replace',
      collection: 'documents',
      id: one.id,
      value: { ...one.value, state: 'superseded', supersededBy: id },
      rev: one.rev,
    }));
}

/** Closes an act that was sealed first and that everybody has signed since; its file stays as it is. */
async function closeDocument(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case> | undefined,
  kept: Kept<Document>,
  agreed: boolean,
): Promise<Sealed> {
  const { id, value } = kept;
  const next: Document = { ...value, state: 'sealed' };
  const event = { at: deps.clock.instant(), by: scope.actor, what: 'closed', document: id } as const;
  const superseded = kase ? await supersededBy(deps, scope, kase.id, kept) : [];
  const done = await changeWith(
    deps,
    scope,
    kase,
    { action: 'document.close', object: id, hash: value.files.at(-1)?.sha256 ?? '' },
    [{ do: 'replace', collection: 'documents', id, value: next, rev: kept.rev }, ...superseded],
    (before) => withEvent(afterSealing(deps, scope.district, before, value, agreed), event),
  );
  return done.ok ? { ok: true, value: next } : done;
}
