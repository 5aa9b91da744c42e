// SPDX-License-Identifier: AGPL-3.0-or-later
// A draft that somebody else saved meanwhile: both changes are kept, field by field; where they clash the stored one
// stays and the person is told.
import { type Cell, changedPlaces, merge, type Sheet, sheetOf } from '../../../runtime/engine/merge.ts';
import { withIds } from '../../../runtime/engine/row-ids.ts';
import type { Context, Draft, Version } from '../../../schemas/types.ts';
import type { Deps } from '../../deps.ts';
import { refuse, type Refusal } from '../../problems.ts';
import { draftOf, type KeptDraft } from '../../records.ts';
import type { Scope } from '../../storage/contract.ts';
import { onlySeen, withoutHidden, withStored, withUnseen } from '../../visible.ts';
import { nameOf } from '../../names.ts';
import { lastChange } from './draft-history.ts';
import { saveDraft, type SentDraft } from './save-draft.ts';

/** What a window has, and what it last knew that the server had, at which revision. */
export interface MergeRequest {
  readonly base: Pick<Draft, 'answers' | 'typed' | 'parked' | 'from'>;
  readonly rev: number;
  readonly draft: SentDraft;
}
/** Two values of one field; `at`: rows by id. `by`: whose the stored one is, absent when that cannot be said. */
export interface Conflict {
  readonly at: string;
  readonly mine: Cell;
  readonly theirs: Cell;
  readonly by?: string;
  readonly when: string;
}
export interface MergedDraft {
  readonly ok: true;
  readonly rev: number;
  readonly savedAt: string;
  readonly draft: Draft;
  readonly conflicts: readonly Conflict[];
  /** where something of others was taken, and rows that stay because one changed what another removed */
  readonly taken: readonly string[];
  readonly rescued: readonly string[];
  /** who saved last */
  readonly by?: string;
}

/** tries against people who save in the same moment */
const tries = 8;

/** Puts a window's changes and the stored draft together, and keeps the result. */
export async function mergeDraft(
  deps: Deps,
  scope: Scope,
  id: string,
  sent: MergeRequest,
  version: Version,
  context: Context,
): Promise<MergedDraft | Refusal> {
  const outline = deps.forms.outline(version);
  const { role } = context;
  for (let round = 0; ; round += 1) {
    const kept = await deps.store.get<KeptDraft>(scope, 'drafts', id);
    if (!kept) return refuse('not-found');
    const theirs = sheetOf(kept.value);
    // What the role does not see is as it is stored, on all three sides.
    const whole = (draft: MergeRequest['base']): Sheet => {
      const sheet = sheetOf(draft);
      return {
        answers: withStored(outline, sheet.answers, theirs.answers, role),
        typed: withUnseen(outline, sheet.typed, theirs.typed, role),
        from: withUnseen(outline, sheet.from, theirs.from, role),
      };
    };
    const history = kept.value.history ?? [];
    const after = sent.rev;
    const { window } = sent.draft;
    const own = (at: string): boolean => {
      const change = lastChange(history, at, after);
      return window !== undefined && change?.window === window;
    };
    const merged = merge(outline, whole(sent.base), whole(sent.draft), theirs, own);
    const { typed, from } = merged.sheet;
    const settled = deps.forms.settle(outline, merged.sheet.answers, context);
    const parked = Object.fromEntries(
      [...settled.hidden].map(([at, value]) => [withIds(settled.answers, at), value]),
    );
    const removed = { ...kept.value.removed, ...sent.draft.removed };
    const draft: SentDraft = {
      ...sent.draft,
      answers: settled.answers,
      typed,
      from,
      parked,
      ...(Object.keys(removed).length ? { removed } : {}),
    };
    const changed = changedPlaces(outline, theirs, sheetOf(draft)).length > 0;
    const saved = changed
      ? await saveDraft(deps, scope, kept, draft, kept.rev, version, context)
      : { ok: true as const, rev: kept.rev, savedAt: kept.value.savedAt ?? deps.clock.instant() };
    if (!saved.ok) {
      if (saved.problem.code === 'conflict' && round < tries) continue;
      return saved;
    }
    const last = history.findLast((change) => change.rev > after && change.window !== window);
    const by = last && (await nameOf(deps, scope, last.by));
    const { window: _window, ...rest } = draft;
    const { sources } = kept.value;
    const result: Draft = changed
      ? { ...rest, savedAt: saved.savedAt, ...(sources ? { sources } : {}) }
      : draftOf(kept.value);
    const told = async ({ at, mine, theirs: stored }: (typeof merged.clashes)[number]): Promise<Conflict> => {
      const change = lastChange(history, at, after);
      const who = change && (await nameOf(deps, scope, change.by));
      const when = change?.at ?? kept.value.savedAt ?? saved.savedAt;
      return { at, mine, theirs: stored, when, ...(who ? { by: who } : {}) };
    };
    return {
      ok: true,
      rev: saved.rev,
      savedAt: saved.savedAt,
      draft: seenBy(deps, version, result, role),
      conflicts: await Promise.all(merged.clashes.map(told)),
      taken: merged.taken,
      rescued: merged.rescued,
      ...(by ? { by } : {}),
    };
  }
}

/** The draft without what the role may not see. */
export function seenBy(deps: Deps, version: Version, draft: Draft, role: string): Draft {
  const outline = deps.forms.outline(version);
  return {
    ...draft,
    answers: withoutHidden(outline, draft.answers, role),
    typed: onlySeen(outline, draft.typed, role),
    parked: onlySeen(outline, draft.parked, role),
    from: onlySeen(outline, draft.from, role),
  };
}
