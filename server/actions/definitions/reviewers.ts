// SPDX-License-Identifier: AGPL-3.0-or-later
// Who can look at a draft of a form: administrators of forms and coordinators that may sign in.
import type { Account } from '../../../schemas/types.ts';
import { rules } from '../../access.ts';
import type { Deps } from '../../deps.ts';
import type { Scope } from '../../storage/contract.ts';
import { listAll } from '../../storage/list-all.ts';

const fits = ({ state, roles, until }: Account, today: string): boolean =>
  state === 'active' &&
  (until === undefined || until >= today) &&
  roles.some((role) => (rules['definitions: discuss'].who as readonly string[]).includes(role));

export async function isReviewer(deps: Deps, scope: Scope, account: string): Promise<boolean> {
  const kept = await deps.store.get<Account>(scope, 'accounts', account);
  return kept !== undefined && fits(kept.value, deps.clock.today());
}

/** All of them, by name. */
export async function reviewers(
  deps: Deps,
  scope: Scope,
): Promise<readonly { readonly id: string; readonly name: string; readonly profile: string }[]> {
  const found = [];
  for (const { id } of await listAll(deps, scope, 'accounts', { where: { state: 'active' } })) {
    const kept = await deps.store.get<Account>(scope, 'accounts', id);
    if (kept && fits(kept.value, deps.clock.today()))
      found.push({ id, name: kept.value.name, profile: kept.value.profile });
  }
  return found.sort((a, b) => a.name.localeCompare(b.name, 'it'));
}
