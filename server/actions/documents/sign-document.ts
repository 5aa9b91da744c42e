// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Account, Case, Document, Signature, Signer } from '../../../schemas/types.ts';
import { declared, impediment, modesOf, waitsFor } from '../../../templates/acts.ts';
import { romeDay } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { oneAtATime } from '../../mutexes.ts';
import { refuse, type Refusal } from '../../problems.ts';
import { same } from '../../../runtime/engine/pointer.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { afterHappening, atSigning, pactLifeOf } from '../../pact/life.ts';
import { changeCase, withEvent } from '../cases/change-case.ts';

/** What an operator says of a signature; the rest the register knows. */
export type GivenSignature = Omit<Signature, 'registeredBy' | 'sha256' | 'declaration'>;
type Signed = { readonly ok: true; readonly value: Document } | Refusal;

/** How the audit and the case call it. */
const events: { readonly [mode in Signature['mode']]: 'signed' | 'refused' | 'impeded' } = {
  paper: 'signed',
  drawn: 'signed',
  electronic: 'signed',
  refused: 'refused',
  impeded: 'impeded',
};

/** What is missing or wrong in what was said; undefined: nothing. */
function wrong(deps: Deps, value: Document, given: GivenSignature): Refusal | undefined {
  const { mode } = given;
  const signer = value.signers.find(({ id }) => id === given.signer);
  if (!signer) return refuse('unknown-signer', {}, '/signer');
  if (!modesOf(signer).includes(mode)) return refuse('mode-unfit', { name: signer.name }, '/mode');
  const first = waitsFor(value, signer);
  // Who will not sign may say so at any time.
  if (mode !== 'refused' && first.length > 0)
    return refuse('not-your-turn', turnOf(signer, first), '/signer');
  if ((mode === 'refused' || mode === 'impeded') && !given.reason?.trim())
    return refuse('reason-missing', {}, '/reason');
  if (Number.isNaN(Date.parse(given.at))) return refuse('bad-request', { detail: `/at ${given.at}` }, '/at');
  if (romeDay(given.at) > deps.clock.today()) return refuse('signed-in-future', {}, '/at');
  if (mode === 'drawn' && !given.strokes) return refuse('strokes-missing', {}, '/strokes');
  const isScanned = value.scans?.some(({ sha256 }) => sha256 === given.scan);
  return given.scan !== undefined && !isScanned ? refuse('scan-unknown', {}, '/scan') : undefined;
}

/** For the sentence about whose turn it is. */
export const turnOf = ({ name }: Signer, first: readonly Signer[]) => ({
  name,
  first: first.map((one) => one.name).join(', '),
});

/** Registers what a person did with this very file: signed on paper or on a screen, refused to, could not. */
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
    const refused = wrong(deps, value, given);
    if (refused) return refused;
    const signature = await whole(deps, scope, value, given, file.sha256);
    const before = value.signatures.find((one) => one.signer === given.signer);
    if (before && same(before, signature)) return { ok: true, value };
    if (value.state !== 'issued') return refuse('wrong-state', { state: value.state });
    // Who refused may still sign; who signed has signed.
    if (before && before.mode !== 'refused') return refuse('already-signed', {}, '/signer');
    // What is written on paper could not be told on the file's last page any more.
    const isHand = given.mode === 'paper' || given.mode === 'drawn';
    if (isHand && value.files.some(({ is }) => is !== 'issued')) return refuse('signed-in-file', {}, '/mode');
    if (isHand && value.signing) return refuse('signing-under-way', {}, '/mode');
    const next: Document = {
      ...value,
      signatures: [...value.signatures.filter((one) => one !== before), signature],
    };
    const name = value.signers.find((signer) => signer.id === given.signer)?.name ?? '';
    const what = events[given.mode];
    const event = { at: deps.clock.instant(), by: scope.actor, what, document: id, note: name } as const;
    const done = await changeCase(
      deps,
      scope,
      kase.id,
      { action: `document.${what}`, object: id, hash: file.sha256 },
      (now) => ({
        value: withEvent(pactAfterSigning(deps, scope, now, value, next), event),
        writes: [{ do: 'replace', collection: 'documents', id, value: next, rev: kept.rev }],
      }),
    );
    return done.ok ? { ok: true, value: next } : done;
  });
}

/** The case whose pact this signature may have completed. */
export function pactAfterSigning(
  deps: Pick<Deps, 'catalogue' | 'clock'>,
  scope: Scope,
  kase: Case,
  before: Document,
  after: Document,
): Case {
  const life = pactLifeOf(deps.catalogue, scope.district, kase.measure);
  const step = { at: deps.clock.instant(), by: scope.actor };
  return afterHappening(life, kase, atSigning(life, kase, before, after), step);
}

/** With who identified the person, the file's hash, and the declaration of who cannot sign, in the district's words. */
async function whole(
  deps: Deps,
  scope: Scope,
  value: Document,
  given: GivenSignature,
  sha256: string,
): Promise<Signature> {
  const account = await deps.store.get<Account>(scope, 'accounts', scope.actor);
  const officer = given.identifiedBy?.trim() || account?.value.name || scope.actor;
  const signature: Signature = { ...given, identifiedBy: officer, registeredBy: scope.actor, sha256 };
  if (given.mode !== 'impeded') return signature;
  const own = deps.catalogue.districts.get(scope.district)?.declarations?.impediment;
  const said = {
    officer,
    document: value.number,
    name: value.signers.find(({ id }) => id === given.signer)?.name ?? '',
    cause: given.reason?.trim().replace(/\.$/, '') ?? '',
  };
  return { ...signature, declaration: declared(own ?? impediment.it, said) };
}
