// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Account, Case } from '../../schemas/types.ts';
import { may } from '../access.ts';
import type { Deps } from '../deps.ts';
import { refuse, type Refusal } from '../problems.ts';
import { mayWork } from '../sessions.ts';
import type { Kept, Scope } from '../storage/contract.ts';
import { changeCase, withEvent } from './change-case.ts';
import { stateAfter } from './states.ts';

/** Gives a person of the district a title to the case; who has one already keeps it. */
export async function assignCase(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  account: string,
): Promise<{ readonly ok: true; readonly value: Case } | Refusal> {
  const person = await deps.store.get<Account>(scope, 'accounts', account);
  const unassigned = { ...kase.value, assigned: [] };
  const fits =
    person &&
    mayWork(deps, person.value) &&
    ['yes', 'reason'].includes(may(person.value, account, unassigned, 'case', 'v'));
  if (!fits) return refuse('unknown-account', {}, '/account');
  if (kase.value.assigned.includes(account)) return { ok: true, value: kase.value };
  const event = {
    at: deps.clock.instant(),
    by: scope.actor,
    what: 'assigned',
    note: person.value.name,
  } as const;
  return changeCase(deps, scope, kase.id, { action: 'case.assign', object: kase.id }, (before) => ({
    value: withEvent(
      {
        ...before,
        assigned: [...new Set([...before.assigned, account])],
        state: stateAfter(before.state, 'assigned'),
      },
      event,
    ),
    writes: [],
  }));
}
