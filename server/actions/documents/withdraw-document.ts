// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Case, Document } from '../../../schemas/types.ts';
import type { Deps } from '../../deps.ts';
import { oneAtATime } from '../../mutexes.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { changeWith, withEvent } from '../cases/change-case.ts';
import { rowsWithdrawn } from '../registers/issued-rows.ts';

/** Takes an act back, with a reason; whoever checks it from now on is told. */
export function withdrawDocument(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case> | undefined,
  id: string,
  reason: string,
): Promise<{ readonly ok: true; readonly value: Document } | Refusal> {
  return oneAtATime.alone(`${scope.district} document ${id}`, async () => {
    const kept = await deps.store.get<Document>(scope, 'documents', id);
    if (!kept || kept.value.copy !== 'family') return refuse('not-found');
    if (kept.value.state === 'withdrawn') return { ok: true, value: kept.value };
    if (!['issued', 'sealed'].includes(kept.value.state))
      return refuse('wrong-state', { state: kept.value.state });
    const { signing, ...value } = kept.value;
    const next: Document = { ...value, state: 'withdrawn' };
    const event = {
      at: deps.clock.instant(),
      by: scope.actor,
      what: 'withdrawn',
      document: id,
      note: reason,
    } as const;
    const done = await changeWith(
      deps,
      scope,
      kase,
      { action: 'document.withdraw', object: id, ...(kase ? {} : { reason }) },
      [
        { do: 'replace', collection: 'documents', id, value: next, rev: kept.rev },
        ...(await rowsWithdrawn(deps, scope, { id, kind: next.kind })),
      ],
      (before) => withEvent(before, event),
    );
    // What waited for a signature waits for nobody any more.
    if (done.ok && signing) await deps.store.removeBytes(scope, signing.blob);
    return done.ok ? { ok: true, value: next } : done;
  });
}
