// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Deps } from '../../deps.ts';
import { recorded, refusal } from '../../keep.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptDraft } from '../../records.ts';
import type { Kept, Scope } from '../../storage/contract.ts';

/** Notes that a draft is copied from a form filled in by hand, and the date on it; without a date, that it is not. */
export async function notePaper(
  deps: Deps,
  scope: Scope,
  kept: Kept<KeptDraft>,
  on: string | undefined,
  rev: number,
): Promise<{ readonly ok: true; readonly rev: number } | Refusal> {
  if (on !== undefined && on > deps.clock.today()) return refuse('paper-later', {}, '/on');
  const { paper: _paper, ...rest } = kept.value;
  const value: KeptDraft = on === undefined ? rest : { ...rest, paper: { on } };
  const done = await recorded(deps, scope, { action: 'draft.paper', object: kept.id, rev: rev + 1 }, () =>
    deps.store.replace(scope, 'drafts', kept.id, value, rev),
  );
  return done.ok ? { ok: true, rev: done.value.rev } : refusal(done);
}
