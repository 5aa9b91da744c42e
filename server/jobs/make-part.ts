// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Account, Case, Document } from '../../schemas/types.ts';
import type { Marks } from '../actions/documents/print-acts.ts';
import type { Deps } from '../deps.ts';
import { refuse } from '../problems.ts';
import type { JobPart } from '../records.ts';
import { mayWork, type Person } from '../sessions.ts';
import type { Scope } from '../storage/contract.ts';
import { makerOf, type Made } from './makers.ts';

/** Is the document of a part there, as it was asked for? */
export async function isMade(deps: Deps, scope: Scope, part: JobPart): Promise<boolean> {
  const document = await deps.store.get<Document>(scope, 'documents', part.act);
  return document !== undefined && makerOf(part).isThere(document.value, part);
}

/** Does a part under the name of who asked for it. What is done already is not done again. */
export async function makePart(
  deps: Deps,
  scope: Scope,
  part: JobPart,
  { number, mayKeep }: Pick<Marks, 'number' | 'mayKeep'>,
): Promise<Made> {
  if (await isMade(deps, scope, part)) return { ok: true, act: part.act };
  const [account, kase] = await Promise.all([
    deps.store.get<Account>(scope, 'accounts', scope.actor),
    part.case === undefined ? undefined : deps.store.get<Case>(scope, 'cases', part.case),
  ]);
  if (!account || (part.case !== undefined && !kase)) return refuse('not-found');
  const person: Person = { district: scope.district, account, session: '', endsAt: 0 };
  if (!mayWork(deps, account.value)) return refuse('forbidden');
  const known = part.number === undefined ? {} : { known: part.number };
  const marks = { issuedAt: part.issuedAt ?? deps.clock.instant(), number, mayKeep, ...known };
  return makerOf(part).make({ deps, scope, person, part, kase, marks });
}
