// SPDX-License-Identifier: AGPL-3.0-or-later
// Writing what is personal: the intent goes into the audit first, then all records in one commit.
import type { Deps } from './deps.ts';
import type { Refusal } from './problems.ts';
import type { AuditEntry, Kept, Key, Outcome, Scope, Write } from './storage/contract.ts';

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

/** A new record, once per key: its audit entry is written with its value, and not again when the key comes again. */
export async function keepNew<Value>(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  entry: AuditEntry,
  collection: string,
  make: () => Promise<Value> | Value,
  key: string | Key | undefined,
): Promise<Outcome<Kept<Value>>> {
  let begun = false;
  const value = async (): Promise<Value> => {
    await deps.store.audit(scope, { ...entry, result: 'done' });
    begun = true;
    return make();
  };
  const abort = () => deps.store.audit(scope, { ...entry, result: 'aborted' }).catch(() => undefined);
  try {
    const made = await deps.store.create(scope, collection, entry.object, value, key);
    if (!made.ok && begun) await abort();
    return made;
  } catch (error) {
    if (begun) await abort();
    throw error;
  }
}

/** A store's problem as a refusal. */
export const refusal = (outcome: { readonly ok: false; readonly problem: Refusal['problem'] }): Refusal => ({
  ok: false,
  problem: outcome.problem,
});
