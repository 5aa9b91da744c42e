// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Case, CaseEvent } from '../../../schemas/types.ts';
import type { Deps } from '../../deps.ts';
import { keep, refusal } from '../../keep.ts';
import { oneAtATime } from '../../mutexes.ts';
import { refuse, type Refusal } from '../../problems.ts';
import { placed } from './placed.ts';
import type { AuditEntry, Kept, Scope, Write } from '../../storage/contract.ts';

const tries = 5;

/** The case's next value with the other writes. */
interface Changed {
  readonly value: Case;
  readonly writes: readonly Write[];
}

/**
 * Changes a case together with other records, in one commit. Nobody edits a case by hand, so a newer revision is
 * simply read and changed again. `change` makes the case's next value and the other writes.
 */
export function changeCase(
  deps: Deps,
  scope: Scope,
  id: string,
  entry: AuditEntry,
  change: (before: Case) => Changed,
): Promise<{ readonly ok: true; readonly value: Case } | Refusal> {
  return oneAtATime.alone(`${scope.district} case ${id}`, async () => {
    for (let attempt = 1; ; attempt += 1) {
      const kept = await deps.store.get<Case>(scope, 'cases', id);
      if (!kept) return refuse('not-found');
      // What went into another case, or to another district, is only to be read.
      if (kept.value.closed) return refuse('case-closed');
      const { value: changed, writes } = change(kept.value);
      const value = placed(deps, scope.district, changed);
      const done = await keep(deps, scope, entry, [
        ...writes,
        { do: 'replace', collection: 'cases', id, value, rev: kept.rev },
      ]);
      if (done.ok) return { ok: true, value };
      const moved =
        done.problem.code === 'conflict' &&
        (await deps.store.get<Case>(scope, 'cases', id))?.rev !== kept.rev;
      if (!moved || attempt === tries) return { ok: false, problem: done.problem };
    }
  });
}

/**
 * The same for what happens to a document: one of the district has no case to tell. `told`: the case's next value.
 */
export async function changeWith(
  deps: Deps,
  scope: Scope,
  kase: Pick<Kept<Case>, 'id'> | undefined,
  entry: AuditEntry,
  writes: readonly Write[],
  told: (before: Case) => Case,
): Promise<{ readonly ok: true } | Refusal> {
  if (kase) return changeCase(deps, scope, kase.id, entry, (before) => ({ value: told(before), writes }));
  const done = await keep(deps, scope, entry, writes);
  return done.ok ? { ok: true } : refusal(done);
}

/** The case with one more line in its timeline. */
export const withEvent = (value: Case, event: CaseEvent): Case => ({
  ...value,
  timeline: [...value.timeline, event],
});
