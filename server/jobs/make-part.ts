// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Account, Case } from '../../schemas/types.ts';
import { issueDocument, type Marks } from '../actions/issue-document.ts';
import type { Deps } from '../deps.ts';
import { refuse, type Refusal } from '../problems.ts';
import type { JobPart } from '../records.ts';
import { mayWork, type Person } from '../sessions.ts';
import type { Scope } from '../storage/contract.ts';

export type Made = { readonly ok: true; readonly act: string; readonly internal: string } | Refusal;

/**
 * Makes the document of a part, under the name of who asked for it: what the person may do is looked at again, for a
 * job may have waited. A part whose document is there already is done.
 */
export async function makePart(
  deps: Deps,
  scope: Scope,
  part: JobPart,
  { number, mayKeep }: Pick<Marks, 'number' | 'mayKeep'>,
): Promise<Made> {
  const { act, internal, code } = part;
  if (await deps.store.get(scope, 'documents', act)) return { ok: true, act, internal };
  const [account, kase] = await Promise.all([
    deps.store.get<Account>(scope, 'accounts', scope.actor),
    deps.store.get<Case>(scope, 'cases', part.case),
  ]);
  if (!account || !kase) return refuse('not-found');
  const person: Person = { district: scope.district, account, session: '', endsAt: 0 };
  if (!mayWork(deps, account.value)) return refuse('forbidden');
  const known = part.number === undefined ? {} : { known: part.number };
  const made = await issueDocument(deps, person, kase, part.kind, part.submission, {
    act,
    internal,
    code,
    issuedAt: part.issuedAt ?? deps.clock.instant(),
    number,
    mayKeep,
    ...known,
  });
  return made.ok ? { ok: true, act: made.act.id, internal: made.internal } : made;
}
