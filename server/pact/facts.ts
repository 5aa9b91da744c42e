// SPDX-License-Identifier: AGPL-3.0-or-later
// What a case tells of its pact: to the desk, and to forms under case:/patto.
import { at as valueAt } from '../../runtime/engine/pointer.ts';
import type { Answers, Case, Document, Submission } from '../../schemas/types.ts';
import { romeDay } from '../clock.ts';
import type { Life } from './life.ts';
import type { Deps } from '../deps.ts';
import { parameterAt, parameterRows } from '../parameters.ts';
import type { KeptCopy } from '../records.ts';
import type { Kept, Scope } from '../storage/contract.ts';
import { checksOf, nextCheck, plannedDays, type Check } from './checks.ts';
import { pactInForce, type PactInForce } from './in-force.ts';

/** Somebody who refused to sign the pact, and whether what follows was taken down. */
export interface Refused {
  readonly document: string;
  readonly signer: string;
  readonly name: string;
  /** RFC 3339 */
  readonly at: string;
  readonly reason?: string;
  /** submission that tells what was said and what comes next */
  readonly heard?: string;
}

export interface PactFacts {
  readonly inForce: PactInForce | undefined;
  /** answers that the pact goes by: of the version in force, else the newest submitted ones */
  readonly pact: Kept<Submission> | undefined;
  /** RFC 3339, when a pact was last submitted; '' where none was */
  readonly submittedAt: string;
  readonly begins: string | undefined;
  readonly ends: string | undefined;
  readonly checks: readonly Check[];
  readonly planned: readonly string[];
  /** ISO date; undefined: none, or the pact is over */
  readonly next: string | undefined;
  readonly every: number | undefined;
  readonly copies: readonly Kept<KeptCopy>[];
  /** the newest act that stands, signed or not */
  readonly act: Kept<Document> | undefined;
  readonly refused: readonly Refused[];
}

/** The answers of a case to a definition that stand, oldest first; one that was replaced is not among them. */
export async function submissionsOf(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  kase: string,
  definition: string | undefined,
): Promise<readonly Kept<Submission>[]> {
  if (definition === undefined) return [];
  const { items } = await deps.store.list(scope, 'submissions', {
    where: { case: kase, definition },
    limit: 200,
  });
  const kept = await Promise.all(items.map(({ id }) => deps.store.get<Submission>(scope, 'submissions', id)));
  return kept
    .filter((one) => one !== undefined)
    .filter(({ value }) => !value.replaced)
    .sort((a, b) => (a.value.submittedAt < b.value.submittedAt ? -1 : 1));
}

/** Drafts of the pact that were printed for the family, oldest first. */
export async function copiesOf(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  kase: string,
  definition: string,
): Promise<readonly Kept<KeptCopy>[]> {
  const { items } = await deps.store.list(scope, 'copies', { where: { case: kase, definition }, limit: 200 });
  const kept = await Promise.all(items.map(({ id }) => deps.store.get<KeptCopy>(scope, 'copies', id)));
  return kept.filter((one) => one !== undefined).sort((a, b) => a.value.number - b.value.number);
}

const dayAt = (answers: Answers | undefined, pointer: string | undefined): string | undefined => {
  const value = pointer === undefined ? undefined : valueAt(answers, pointer);
  return typeof value === 'string' ? value : undefined;
};

export async function pactFacts(
  deps: Pick<Deps, 'store' | 'catalogue' | 'clock'>,
  scope: Scope,
  kase: { readonly id: string; readonly value: Case },
  life: Life,
): Promise<PactFacts> {
  const { monitoring, refusal } = life;
  const [inForce, act, given, monitored, heard, copies] = await Promise.all([
    pactInForce(deps, scope, kase.id, life),
    newestAct(deps, scope, kase.id, life),
    submissionsOf(deps, scope, kase.id, life.definition),
    submissionsOf(deps, scope, kase.id, monitoring?.definition),
    submissionsOf(deps, scope, kase.id, refusal?.definition),
    copiesOf(deps, scope, kase.id, life.definition),
  ]);
  const pact = inForce?.submission ?? given.at(-1);
  const begins = dayAt(pact?.value.answers, life.starts);
  const sent = monitored.map(({ id, value }) => ({ id, ...value }));
  const checks = monitoring ? checksOf(monitoring, sent) : [];
  const all = parameterRows(deps.catalogue, scope.district, kase.value.measure);
  const value = monitoring && parameterAt(all, monitoring.every, deps.clock.today())?.value;
  const every = typeof value === 'number' ? value : undefined;
  const isOver = life.states.find(({ id }) => id === kase.value.pact?.state)?.final ?? false;
  const answers = pact?.value.answers ?? {};
  return {
    inForce,
    pact,
    submittedAt: given.at(-1)?.value.submittedAt ?? '',
    begins,
    ends: dayAt(pact?.value.answers, life.ends),
    checks,
    planned: monitoring ? plannedDays(monitoring, answers) : [],
    next: monitoring && pact && !isOver ? nextCheck(monitoring, answers, checks, begins, every) : undefined,
    every,
    copies,
    act,
    refused: refusedIn(act, life, heard),
  };
}

/** The newest act of the pact that was not taken back. */
async function newestAct(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  kase: string,
  { document: kind }: Life,
): Promise<Kept<Document> | undefined> {
  const where = { case: kase, kind, copy: 'family' };
  const { items } = await deps.store.list(scope, 'documents', { where, limit: 200 });
  const [newest] = items
    .filter(({ fields }) => fields['state'] === 'issued' || fields['state'] === 'sealed')
    .sort((a, b) => Number(b.fields['revision']) - Number(a.fields['revision']));
  return newest && deps.store.get<Document>(scope, 'documents', newest.id);
}

/** Who refused to sign an act, and whether what follows was taken down. */
function refusedIn(
  act: Kept<Document> | undefined,
  { refusal }: Life,
  heard: readonly Kept<Submission>[],
): readonly Refused[] {
  const isAbout = ({ value }: Kept<Submission>, signer: string, at: string): boolean =>
    refusal !== undefined &&
    valueAt(value.answers, refusal.who) === signer &&
    romeDay(value.submittedAt) >= romeDay(at);
  return (act?.value.signatures ?? [])
    .filter(({ mode }) => mode === 'refused')
    .map(({ signer, at, reason }) => {
      const told = heard.findLast((one) => isAbout(one, signer, at));
      return {
        document: act?.id ?? '',
        signer,
        name: act?.value.signers.find(({ id }) => id === signer)?.name ?? '',
        at,
        ...(reason === undefined ? {} : { reason }),
        ...(told ? { heard: told.id } : {}),
      };
    });
}

/** The same for forms: words of ours, plain values; what is not known is not there. */
export function told(facts: PactFacts, kase: Case, life: Life): Answers {
  const { inForce, copies } = facts;
  // Until all have signed one: what is before them.
  const act = inForce?.document ?? facts.act;
  const copy = copies.at(-1)?.value;
  const refused = facts.refused.find(({ heard }) => heard === undefined);
  const signedOn = inForce?.document.value.signatures
    .map(({ at }) => romeDay(at))
    .sort()
    .at(-1);
  const all: Answers = {
    stato: kase.pact?.state,
    numero: act?.value.number,
    versione: act?.value.revision,
    firmato_il: signedOn ?? dayAt(facts.pact?.value.answers, life.signed),
    dal: facts.begins,
    al: facts.ends,
    prossima: facts.next,
    copia: copy?.number,
    copia_il: copy && romeDay(copy.at),
    rifiuto: refused && {
      chi: refused.signer,
      il: romeDay(refused.at),
      motivo: refused.reason,
      conta: life.refusal?.matters,
    },
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
