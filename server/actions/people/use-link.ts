// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Account } from '../../../schemas/types.ts';
import { digest, newSecret } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { keep, recorded, refusal } from '../../keep.ts';
import { hashPassword, passwordProblem } from '../../passwords.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptCredential, KeptLink } from '../../records.ts';
import { endAll } from '../../sessions.ts';
import type { Scope, Write } from '../../storage/contract.ts';

const life = 24 * 3_600_000;

/** A one-time link for an account: with it the person sets a password that nobody else knows. Ends older links. */
export async function makeLink(
  deps: Pick<Deps, 'store' | 'clock'>,
  scope: Scope,
  account: string,
  base: string,
): Promise<
  { readonly ok: true; readonly value: { readonly link: string; readonly expiresAt: string } } | Refusal
> {
  const secret = newSecret();
  const expiresAt = deps.clock.now() + life;
  const value: KeptLink = { account, expiresAt };
  const { items } = await deps.store.list(scope, 'links', { where: { account }, limit: 200 });
  const made = await keep(deps, scope, { action: 'account.link', object: account }, [
    ...items.map(({ id, rev }): Write => ({ do: 'remove', collection: 'links', id, rev })),
    { do: 'create', collection: 'links', id: digest(secret), value },
  ]);
  if (!made.ok) return refusal(made);
  const link = `${base}/invite#${scope.district}.${secret}`;
  return { ok: true, value: { link, expiresAt: new Date(expiresAt).toISOString() } };
}

/** Sets the password that the person chose; the link is used up and every session of the account ends. */
export async function useLink(
  deps: Deps,
  token: string,
  password: string,
): Promise<{ readonly ok: true } | Refusal> {
  const [district, secret] = /^([a-z][a-z0-9]{1,29})\.([\w-]{43})$/.exec(token)?.slice(1) ?? [];
  if (!district || !secret) return refuse('link-ended');
  const system: Scope = { district, actor: 'system' };
  const link = await deps.store.get<KeptLink>(system, 'links', digest(secret));
  if (!link || link.value.expiresAt < deps.clock.now()) return refuse('link-ended');
  const account = await deps.store.get<Account>(system, 'accounts', link.value.account);
  if (!account || account.value.state === 'blocked') return refuse('link-ended');
  const wrong = passwordProblem(password, [account.value.name, account.value.email.split('@')[0] ?? '']);
  if (wrong) return wrong;
  const scope: Scope = { district, actor: account.id };
  const credential = await deps.store.get<KeptCredential>(scope, 'credentials', account.id);
  const value: KeptCredential = {
    account: account.id,
    hash: await hashPassword(password),
    changedAt: deps.clock.instant(),
  };
  const done = await recorded(deps, scope, { action: 'account.password', object: account.id }, () =>
    deps.store.commit(scope, [
      { do: 'remove', collection: 'links', id: link.id, rev: link.rev },
      credential
        ? { do: 'replace', collection: 'credentials', id: account.id, value, rev: credential.rev }
        : { do: 'create', collection: 'credentials', id: account.id, value },
      ...(account.value.state === 'invited'
        ? [
            {
              do: 'replace',
              collection: 'accounts',
              id: account.id,
              value: { ...account.value, state: 'active' },
              rev: account.rev,
            } as const,
          ]
        : []),
    ]),
  );
  // Two uses at once: the second one finds the link gone.
  if (!done.ok)
    return done.problem.code === 'not-found' || done.problem.code === 'conflict'
      ? refuse('link-ended')
      : refusal(done);
  await endAll(deps, district, account.id);
  return { ok: true };
}
