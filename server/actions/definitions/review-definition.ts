// SPDX-License-Identifier: AGPL-3.0-or-later
// A second person's look at a draft before it is published.
import { digest } from '../../clock.ts';
import { canonical } from '../../compile/freeze.ts';
import type { Deps } from '../../deps.ts';
import { keep, refusal } from '../../keep.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptDefinition, KeptReview } from '../../records.ts';
import type { Kept, Scope, Write } from '../../storage/contract.ts';
import { isReviewer } from './reviewers.ts';

type Reviewed = { readonly ok: true; readonly value: KeptReview } | Refusal;

/** Does the district publish only what a second person has approved? */
export const needsReview = (deps: Pick<Deps, 'catalogue'>, district: string): boolean =>
  deps.catalogue.districts.get(district)?.review === true;

/** Why this very definition may not be published yet; undefined when it may. `of`: its digest. */
export async function reviewMissing(
  deps: Pick<Deps, 'catalogue' | 'store'>,
  scope: Scope,
  id: string,
  of: string,
): Promise<Refusal | undefined> {
  if (!needsReview(deps, scope.district)) return undefined;
  const review = await deps.store.get<KeptReview>(scope, 'reviews', id);
  return review?.value.state === 'approved' && review.value.of === of ? undefined : refuse('review-needed');
}

/** Asks for the look, of one person or of whoever may. `rev`: the revision that it is asked for. */
export async function askReview(
  deps: Deps,
  scope: Scope,
  id: string,
  rev: number,
  asked: { readonly reviewer?: string; readonly note?: string },
): Promise<Reviewed> {
  const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
  if (!kept) return refuse('not-found');
  if (kept.rev !== rev) return refuse('conflict', { rev: kept.rev });
  const { reviewer, note = '' } = asked;
  if (reviewer !== undefined) {
    if (writersOf(kept.value, scope.actor).includes(reviewer)) return refuse('own-work', {}, '/reviewer');
    if (!(await isReviewer(deps, scope, reviewer))) return refuse('no-reviewer', {}, '/reviewer');
  }
  const before = await deps.store.get<KeptReview>(scope, 'reviews', id);
  const value: KeptReview = {
    state: 'asked',
    of: digest(canonical(kept.value.definition)),
    askedBy: scope.actor,
    askedAt: deps.clock.instant(),
    ...(reviewer === undefined ? {} : { reviewer }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
  return write(deps, scope, 'definition.ask-review', id, before, value);
}

/** Approves, or sends back with a note; never by who wrote it, never what is no longer the draft. */
export async function decideReview(
  deps: Deps,
  scope: Scope,
  id: string,
  rev: number,
  decided: { readonly approve: boolean; readonly note?: string },
): Promise<Reviewed> {
  const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
  const before = await deps.store.get<KeptReview>(scope, 'reviews', id);
  if (!kept || !before) return refuse('not-found');
  if (kept.rev !== rev) return refuse('conflict', { rev: kept.rev });
  if (before.value.state !== 'asked') return refuse('wrong-state', { state: before.value.state });
  if (writersOf(kept.value, before.value.askedBy).includes(scope.actor)) return refuse('own-work');
  if (before.value.of !== digest(canonical(kept.value.definition))) return refuse('review-overtaken');
  const note = (decided.note ?? '').trim();
  if (!decided.approve && note === '') return refuse('note-needed', {}, '/note');
  const value: KeptReview = {
    ...before.value,
    state: decided.approve ? 'approved' : 'returned',
    decidedBy: scope.actor,
    decidedAt: deps.clock.instant(),
    ...(note === '' ? {} : { answer: note }),
  };
  return write(deps, scope, `definition.${decided.approve ? 'approve' : 'return'}`, id, before, value);
}

/** Everybody who has had a hand in it since its newest version. */
export const writersOf = (kept: KeptDefinition, ...more: readonly string[]): readonly string[] => [
  ...(kept.writers ?? [kept.by]),
  ...more,
];

async function write(
  deps: Deps,
  scope: Scope,
  action: string,
  id: string,
  before: Kept<KeptReview> | undefined,
  value: KeptReview,
): Promise<Reviewed> {
  const writes: readonly Write[] = [
    before
      ? { do: 'replace', collection: 'reviews', id, value, rev: before.rev }
      : { do: 'create', collection: 'reviews', id, value },
  ];
  const done = await keep(deps, scope, { action, object: id, hash: value.of }, writes);
  return done.ok ? { ok: true, value } : refusal(done);
}
