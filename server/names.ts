// SPDX-License-Identifier: AGPL-3.0-or-later
// Who has an account, and how they are called.
import type { Account } from '../schemas/types.ts';
import type { Deps } from './deps.ts';
import type { Scope } from './storage/contract.ts';

type Stored = Pick<Deps, 'store'>;

/** The accounts with these ids, each read once; an id that is nobody's is not among them. */
export async function accountsOf(
  deps: Stored,
  scope: Scope,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Account>> {
  const found = await Promise.all(
    [...new Set(ids)].map(async (id) => [id, await deps.store.get<Account>(scope, 'accounts', id)] as const),
  );
  return new Map(found.flatMap(([id, kept]) => (kept ? [[id, kept.value] as const] : [])));
}

/** Account id → name; the id itself where it is nobody's. */
export async function namesOf(
  deps: Stored,
  scope: Scope,
  ids: Iterable<string>,
): Promise<(id: string) => string> {
  const accounts = await accountsOf(deps, scope, ids);
  return (id) => accounts.get(id)?.name ?? id;
}

export async function nameOf(deps: Stored, scope: Scope, account: string): Promise<string | undefined> {
  return (await deps.store.get<Account>(scope, 'accounts', account))?.value.name;
}
