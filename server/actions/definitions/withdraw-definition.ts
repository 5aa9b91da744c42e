// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Deps } from '../../deps.ts';
import { recorded, refusal } from '../../keep.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptDefinition } from '../../records.ts';
import type { Scope } from '../../storage/contract.ts';

/**
 * Takes a published definition out of use, or back into it: while it is out nobody begins anything new with it, and
 * whatever was begun goes on with the version it was begun with.
 */
export async function withdrawDefinition(
  deps: Deps,
  scope: Scope,
  id: string,
  rev: number,
  asked: { readonly out: boolean; readonly note?: string },
): Promise<{ readonly ok: true; readonly rev: number } | Refusal> {
  const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
  if (!kept) return refuse('not-found');
  const state = kept.value.withdrawn ? 'withdrawn' : kept.value.published ? 'published' : 'draft';
  if (state !== (asked.out ? 'published' : 'withdrawn')) return refuse('wrong-state', { state });
  const { withdrawn: _withdrawn, ...rest } = kept.value;
  const note = (asked.note ?? '').trim();
  const withdrawn = { at: deps.clock.instant(), by: scope.actor, ...(note === '' ? {} : { note }) };
  // A history without a moment for this revision begins anew with a whole one.
  const { history, ...value } = asked.out ? { ...rest, withdrawn } : rest;
  const next = history ? { ...value, history: { ...history, since: Number.MAX_SAFE_INTEGER } } : value;
  const action = asked.out ? 'definition.withdraw' : 'definition.back-in-use';
  const done = await recorded(deps, scope, { action, object: id, rev: rev + 1 }, () =>
    deps.store.replace(scope, 'definitions', id, next, rev),
  );
  return done.ok ? { ok: true, rev: done.value.rev } : refusal(done);
}
