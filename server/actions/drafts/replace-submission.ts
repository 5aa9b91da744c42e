// SPDX-License-Identifier: AGPL-3.0-or-later
// A wrong submission is never changed: another one takes its place and says why.
import type { Case, Submission, Version } from '../../../schemas/types.ts';
import { allowed, kindOf, roleIn } from '../../authorize.ts';
import { newId } from '../../clock.ts';
import { buildContext } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { oneAtATime } from '../../mutexes.ts';
import { refuse, type Locale, type Refusal } from '../../problems.ts';
import { versionId, type KeptDraft } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { changeCase } from '../cases/change-case.ts';
import { standsSince } from '../cases/refold.ts';

type Begun = { readonly ok: true; readonly id: string } | Refusal;

/** Begins the one that will take its place, with the same answers and on the same version. */
export function replaceSubmission(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  wrong: Kept<Submission>,
  reason: string,
  locale: Locale,
): Promise<Begun> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const { definition, version: number, answers, replaced } = wrong.value;
  return oneAtATime.alone(`${scope.district} draft ${kase.id} ${definition}`, async () => {
    const thing = await kindOf(definition, number, scope, deps);
    if (!allowed(person, kase.value, thing, 'e')) return refuse('not-assigned');
    if (replaced) return refuse('already-replaced');
    const version = await deps.store.get<Version>(scope, 'versions', versionId(definition, number));
    if (!version) return refuse('not-published', { id: definition });
    const open = await deps.store.list(scope, 'drafts', { where: { case: kase.id, definition }, limit: 1 });
    if (open.items[0]) return refuse('draft-open');
    const context = await buildContext(deps, {
      scope,
      version: version.value,
      case: kase,
      role: roleIn(person, kase.value),
      locale,
      answers,
    });
    const id = newId();
    const draft: KeptDraft = {
      definition,
      version: number,
      case: kase.id,
      answers: deps.forms.settle(deps.forms.outline(version.value), structuredClone(answers), context)
        .answers,
      typed: {},
      parked: {},
      from: {},
      savedAt: deps.clock.instant(),
      by: scope.actor,
      corrects: { submission: wrong.id, reason },
    };
    const done = await changeCase(deps, scope, kase.id, { action: 'draft.start', object: id }, (before) => ({
      value: before,
      writes: [{ do: 'create', collection: 'drafts', id, value: draft }],
    }));
    return done.ok ? { ok: true, id } : done;
  });
}

/** What a submission says of the one whose place it takes, and the wrong one marked; nothing when it takes none's. */
export async function correcting(
  deps: Deps,
  scope: Scope,
  draft: KeptDraft,
  by: { readonly id: string; readonly at: string },
): Promise<
  | { readonly ok: true; readonly corrects?: Submission['corrects']; readonly wrong?: Kept<Submission> }
  | Refusal
> {
  if (!draft.corrects) return { ok: true };
  const { submission, reason } = draft.corrects;
  const wrong = await deps.store.get<Submission>(scope, 'submissions', submission);
  if (!wrong || wrong.value.replaced) return refuse('already-replaced');
  const replaced = { submission: by.id, reason, at: by.at, by: scope.actor };
  return {
    ok: true,
    corrects: { submission, reason, stands: standsSince(wrong.value) },
    wrong: { ...wrong, value: { ...wrong.value, replaced } },
  };
}
