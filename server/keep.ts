// SPDX-License-Identifier: AGPL-3.0-or-later
// Writing what is personal: the intent goes into the audit first, then all records in one commit.
import type { Deps } from './deps.ts';
import type { Refusal } from './problems.ts';
import type { AuditEntry, Outcome, Scope, Write } from './storage/contract.ts';

/** One audit entry and one commit; a commit that fails leaves a second entry, `aborted`. */
export async function keep(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  entry: AuditEntry,
  writes: readonly Write[],
): Promise<Outcome<void>> {
  return recorded(deps, scope, entry, () => deps.store.commit(scope, writes));
}

/** The same around any other way of writing. */
export async function recorded<Value>(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  entry: AuditEntry,
  write: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  await deps.store.audit(scope, { ...entry, result: 'done' });
  let done: Outcome<Value>;
  try {
    done = await write();
  } catch (error) {
    await deps.store.audit(scope, { ...entry, result: 'aborted' }).catch(() => undefined);
    throw error;
  }
  if (!done.ok) await deps.store.audit(scope, { ...entry, result: 'aborted' });
  return done;
}

/** A store's problem as a refusal. */
export const refusal = (outcome: { readonly ok: false; readonly problem: Refusal['problem'] }): Refusal => ({
  ok: false,
  problem: outcome.problem,
});
