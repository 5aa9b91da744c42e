// SPDX-License-Identifier: AGPL-3.0-or-later
import { changedPlaces, sheetOf } from '../../../runtime/engine/merge.ts';
import type { Problem } from '../../../runtime/problem.ts';
import type { Context, Draft, Version } from '../../../schemas/types.ts';
import type { Deps } from '../../deps.ts';
import { gatheringOf, gatherings } from '../../gatherings.ts';
import { recorded, refusal } from '../../keep.ts';
import { locksThatHeld } from '../../locks.ts';
import { oneAtATime } from '../../mutexes.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptDraft } from '../../records.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { filesNamed, foreignFiles, forgetFiles } from './named-files.ts';
import { withStored, withUnseen } from '../../visible.ts';
import { withChange } from './draft-history.ts';

/** A draft as a window sends it, with the name that the window gives itself. */
export type SentDraft = Draft & { readonly window?: string };

/** Of what a draft may be refused for: never for what is missing or not right yet. */
const never = new Set(['unknown-answer', 'not-answers', 'locked']);

/** Saves unsubmitted answers over a revision; parts that the role may not see stay as they are stored. */
export async function saveDraft(
  deps: Deps,
  scope: Scope,
  kept: Kept<KeptDraft>,
  sent: SentDraft,
  rev: number,
  version: Version,
  context: Context,
): Promise<{ readonly ok: true; readonly rev: number; readonly savedAt: string } | Refusal> {
  const { definition, version: number, case: kase } = kept.value;
  if (sent.definition !== definition || sent.version !== number)
    return refuse('id-differs', {}, '/definition');
  const outline = deps.forms.outline(version);
  const answers = withStored(outline, sent.answers, kept.value.answers, context.role);
  const settled = deps.forms.settle(outline, answers, context);
  const found = deps.forms.check(outline, settled, context, kept.value.answers);
  const problems: readonly Problem[] = locksThatHeld(
    deps,
    outline,
    found.filter(({ code }) => never.has(code)),
    settled,
    kept.value.answers,
    context,
  );
  if (problems[0])
    return { ok: false, problem: { ...problems[0], at: `/answers${problems[0].at}` }, problems };
  const named = filesNamed(outline, answers);
  const foreign = await foreignFiles(deps, scope, named, { draft: kept.id, case: kase });
  if (foreign[0])
    return { ok: false, problem: { ...foreign[0], at: `/answers${foreign[0].at}` }, problems: foreign };
  const savedAt = deps.clock.instant();
  const by = kept.value.by === 'public' ? 'public' : scope.actor;
  const now = {
    answers,
    typed: withUnseen(outline, sent.typed, kept.value.typed, context.role),
    parked: withUnseen(outline, sent.parked, kept.value.parked, context.role),
    from: withUnseen(outline, sent.from, kept.value.from, context.role),
    ...(sent.removed || kept.value.removed
      ? { removed: withUnseen(outline, sent.removed ?? {}, kept.value.removed ?? {}, context.role) }
      : {}),
  };
  const change = {
    rev: rev + 1,
    by,
    ...(sent.window === undefined ? {} : { window: sent.window }),
    at: savedAt,
    places: changedPlaces(outline, sheetOf(kept.value), sheetOf(now)),
  };
  const value: KeptDraft = {
    ...kept.value,
    ...now,
    ...(sent.page === undefined ? {} : { page: sent.page }),
    ...(kase === undefined ? {} : { case: kase }),
    savedAt,
    by,
    history: withChange(kept.value.history ?? [], change),
  };
  // A save and a submission of one draft follow each other, so that neither trips over the other.
  const saved = await oneAtATime.alone(`${scope.district} draft ${kept.id}`, () =>
    recorded(deps, scope, { action: 'draft.save', object: kept.id, rev: rev + 1 }, () =>
      deps.store.replace(scope, 'drafts', kept.id, value, rev),
    ),
  );
  if (!saved.ok) return refusal(saved);
  if (outline.fields.some(({ type }) => type.files))
    await forgetFiles(deps, scope, kept.id, [value.answers, value.parked]);
  gatherings.tell(gatheringOf(scope.district, kept.id));
  return { ok: true, rev: saved.value.rev, savedAt };
}
