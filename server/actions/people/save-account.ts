// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Account } from '../../../schemas/types.ts';
import { newId } from '../../clock.ts';
import { canonical } from '../../compile/freeze.ts';
import type { Deps } from '../../deps.ts';
import { keepNew, recorded, refusal } from '../../keep.ts';
import { oneAtATime } from '../../mutexes.ts';
import { refuse, type Refusal } from '../../problems.ts';
import { endAll, mayWork } from '../../sessions.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { accountByEmail } from './sign-in.ts';

type Saved = { readonly ok: true; readonly value: Kept<Account> } | Refusal;
/** One address is one account of all districts, and one administrator must stay: both are looked at, then written. */
const accounts = 'accounts';

/** A new account, always by invitation: nobody but its person ever sets its password. */
export const createAccount = (
  deps: Deps,
  scope: Scope,
  given: Account,
  key: string | undefined,
): Promise<Saved> => oneAtATime.alone(accounts, () => create(deps, scope, given, key));

async function create(deps: Deps, scope: Scope, given: Account, key: string | undefined): Promise<Saved> {
  const account: Account = { ...given, state: 'invited' };
  const wrong = await accountProblem(deps, scope, account, undefined, key !== undefined);
  if (wrong) return wrong;
  const id = newId();
  const made = await keepNew(
    deps,
    scope,
    { action: 'account.create', object: id },
    'accounts',
    () => account,
    key === undefined ? undefined : { key, of: canonical(account) },
  );
  return made.ok ? { ok: true, value: made.value } : refusal(made);
}

/** Profile, roles, comuni, end date and block; whoever may no longer work is signed out at once. */
export const replaceAccount = (
  deps: Deps,
  scope: Scope,
  id: string,
  account: Account,
  rev: number,
): Promise<Saved> => oneAtATime.alone(accounts, () => replace(deps, scope, id, account, rev));

async function replace(deps: Deps, scope: Scope, id: string, account: Account, rev: number): Promise<Saved> {
  const before = await deps.store.get<Account>(scope, 'accounts', id);
  if (!before) return refuse('not-found');
  const wrong =
    (await accountProblem(deps, scope, account, id, false)) ??
    (await lastAdmin(deps, scope, before, account));
  if (wrong) return wrong;
  // An invited person becomes active by choosing a password, and by nothing else.
  if (account.state === 'active' && before.value.state === 'invited')
    return refuse('wrong-state', { state: 'invited' });
  const credential = await deps.store.get(scope, 'credentials', id);
  const state =
    account.state === 'invited' && before.value.state !== 'invited' ? before.value.state : account.state;
  const back = state === 'active' && !credential && !deps.config.demo ? ('invited' as const) : state;
  const saved = await recorded(deps, scope, { action: 'account.replace', object: id, rev: rev + 1 }, () =>
    deps.store.replace(scope, 'accounts', id, { ...account, state: back }, rev),
  );
  if (!saved.ok) return refusal(saved);
  const roles = (value: Account) => [...value.roles].sort().join();
  if (!mayWork(deps, saved.value.value) || roles(before.value) !== roles(account))
    await endAll(deps, scope.district, id);
  return { ok: true, value: saved.value };
}

async function accountProblem(
  deps: Deps,
  scope: Scope,
  account: Account,
  id: string | undefined,
  again: boolean,
): Promise<Refusal | undefined> {
  const comuni = new Set(deps.catalogue.districts.get(scope.district)?.comuni.map((comune) => comune.id));
  const unknown = account.comuni.find((comune) => !comuni.has(comune));
  if (unknown !== undefined) return refuse('unknown-comune', { id: unknown }, '/comuni');
  const known = await accountByEmail(deps, account.email);
  // The same request sent twice finds its own first one; the store tells them apart by the key.
  if (known && known.account.id !== id && !(again && known.district === scope.district))
    return refuse('email-taken', {}, '/email');
  return undefined;
}

/** A district is never left without somebody who can let others in. */
async function lastAdmin(
  deps: Deps,
  scope: Scope,
  before: Kept<Account>,
  after: Account,
): Promise<Refusal | undefined> {
  const counts = (account: Account) => account.roles.includes('admin') && mayWork(deps, account);
  if (!counts(before.value) || counts(after)) return undefined;
  for (let cursor: string | undefined; ;) {
    const page = await deps.store.list(scope, 'accounts', {
      where: { state: 'active' },
      limit: 200,
      ...(cursor ? { cursor } : {}),
    });
    for (const item of page.items) {
      if (item.id === before.id) continue;
      const other = await deps.store.get<Account>(scope, 'accounts', item.id);
      if (other && counts(other.value)) return undefined;
    }
    cursor = page.next;
    if (!cursor) return refuse('last-admin');
  }
}
