// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Account } from '../../schemas/types.ts';
import { lifeOf } from '../../templates/acts.ts';
import type { Deps } from '../deps.ts';
import type { Scope } from '../storage/contract.ts';

/** One line of the audit that tells of a document. */
export interface DocumentEvent {
  readonly seq: number;
  /** RFC 3339 */
  readonly at: string;
  readonly action: string;
  /** name of who did it */
  readonly by: string;
  /** SHA-256 of the file that it is about */
  readonly hash?: string;
  /** it was begun and not done */
  readonly aborted?: true;
  /** SHA-256 that binds the line to the one before */
  readonly chain: string;
}

/** What happened to a document, oldest first; who only read it is not told. */
export async function documentEvents(
  deps: Deps,
  scope: Scope,
  id: string,
): Promise<readonly DocumentEvent[]> {
  const all = await deps.store.auditEntries(scope, { object: id, limit: Number.POSITIVE_INFINITY });
  const told = all.filter(({ action }) => Object.hasOwn(lifeOf, action));
  const names = await namesOf(
    deps,
    scope,
    told.map(({ actor }) => actor),
  );
  return told.map(({ seq, at, action, actor, hash, result, chain }) => ({
    seq,
    at,
    action,
    by: names[actor] ?? actor,
    ...(hash ? { hash } : {}),
    ...(result === 'aborted' ? { aborted: true as const } : {}),
    chain,
  }));
}

/** Names of accounts by id; who is none keeps the id. */
export async function namesOf(
  deps: Deps,
  scope: Scope,
  actors: readonly string[],
): Promise<{ readonly [account: string]: string }> {
  const ids = [...new Set(actors)];
  const accounts = await Promise.all(ids.map((id) => deps.store.get<Account>(scope, 'accounts', id)));
  return Object.fromEntries(ids.map((id, place) => [id, accounts[place]?.value.name ?? id]));
}
