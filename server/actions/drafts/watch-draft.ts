// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Deps } from '../../deps.ts';
import { gatheringOf, gatherings } from '../../gatherings.ts';
import type { KeptDraft } from '../../records.ts';
import type { Scope } from '../../storage/contract.ts';
import { nameOf } from '../../names.ts';

/** milliseconds for which a question is held, and between two looks at what other processes may have saved */
const longest = 20_000;
const look = 2_500;

export interface Watched {
  readonly rev: number;
  /** submitted or thrown away */
  readonly gone: boolean;
  /** names of the others who have it open */
  readonly others: readonly string[];
}

/** Answers once the draft is another than `rev`, or others than `known` have it open; else after some seconds. */
export async function watchDraft(
  deps: Deps,
  scope: Scope,
  id: string,
  rev: number,
  known: string | undefined,
): Promise<Watched> {
  const place = gatheringOf(scope.district, id);
  const end = Date.now() + longest;
  for (;;) {
    gatherings.arrive(place, scope.actor, Date.now());
    const kept = await deps.store.get<KeptDraft>(scope, 'drafts', id);
    const there = gatherings.present(place, Date.now()).filter((account) => account !== scope.actor);
    const names = await Promise.all(there.map((account) => nameOf(deps, scope, account)));
    const others = names.filter((name) => name !== undefined).sort();
    const news = kept?.rev !== rev || (known !== undefined && others.join(', ') !== known);
    const left = end - Date.now();
    if (news || left <= 0 || gatherings.closed) return { rev: kept?.rev ?? rev, gone: !kept, others };
    await gatherings.wait(place, Math.min(look, left));
  }
}
