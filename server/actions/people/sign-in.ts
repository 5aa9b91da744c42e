// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Account } from '../../../schemas/types.ts';
import { keyed } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { createLockout, type Lockout } from '../../lockout.ts';
import { passwordFits } from '../../passwords.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptCredential } from '../../records.ts';
import { begin, mayWork } from '../../sessions.ts';
import type { Kept } from '../../storage/contract.ts';

/** The account with this address, in whichever district it is. */
export async function accountByEmail(
  deps: Pick<Deps, 'store'>,
  email: string,
): Promise<{ readonly district: string; readonly account: Kept<Account> } | undefined> {
  for (const district of await deps.store.districts()) {
    const scope = { district, actor: 'system' };
    const { items } = await deps.store.list(scope, 'accounts', {
      where: { email: email.toLowerCase() },
      limit: 1,
    });
    const account = items[0] && (await deps.store.get<Account>(scope, 'accounts', items[0].id));
    if (account) return { district, account };
  }
  return undefined;
}

const lockouts = new WeakMap<Deps, Lockout>();

export type SignedIn =
  | { readonly ok: true; readonly district: string; readonly account: Kept<Account>; readonly cookie: string }
  | Refusal;

/** Address and password → a session. The answer and its time do not tell whether the address is known. */
export async function signIn(deps: Deps, email: string, password: string): Promise<SignedIn> {
  const lockout = lockouts.get(deps) ?? createLockout();
  lockouts.set(deps, lockout);
  const name = keyed(deps.secret, 'sign-in', email.toLowerCase());
  const seconds = lockout.wait(name, deps.clock.now());
  if (seconds > 0) return refuse('too-many', { seconds });
  // Counted before the slow part, so that many at once do not slip through.
  lockout.failed(name, deps.clock.now());
  const known = await accountByEmail(deps, email);
  const usable = known && mayWork(deps, known.account.value) ? known : undefined;
  const credential =
    usable &&
    (await deps.store.get<KeptCredential>(
      { district: usable.district, actor: 'system' },
      'credentials',
      usable.account.id,
    ));
  const fits = await passwordFits(credential?.value.hash, password);
  if (!usable || !fits) {
    if (known)
      await deps.store.audit(
        { district: known.district, actor: known.account.id },
        { action: 'session.refused', object: known.account.id, result: 'refused' },
      );
    return refuse('sign-in-failed');
  }
  lockout.forget(name);
  return enter(deps, usable.district, usable.account);
}

/** A sample person of the demonstration, without a password; the route has made sure that it is one. */
export async function signInAs(deps: Deps, name: string): Promise<SignedIn> {
  const [first = '', second] = name.split('/');
  const districts = second === undefined ? await deps.store.districts() : [first];
  for (const district of districts) {
    const account = await deps.store.get<Account>({ district, actor: 'system' }, 'accounts', second ?? first);
    if (account && mayWork(deps, account.value)) return enter(deps, district, account);
  }
  return refuse('sign-in-failed');
}

async function enter(deps: Deps, district: string, account: Kept<Account>): Promise<SignedIn> {
  await deps.store.audit(
    { district, actor: account.id },
    { action: 'session.begin', object: account.id, result: 'done' },
  );
  return { ok: true, district, account, cookie: await begin(deps, district, account.id) };
}
