// SPDX-License-Identifier: AGPL-3.0-or-later
// Where a definition stands: its versions, who looks at it, what is planned, what is still filled in with older versions.
import { digest } from '../../clock.ts';
import { canonical } from '../../compile/freeze.ts';
import type { Deps } from '../../deps.ts';
import { qrImage } from '../../pdf/qr.ts';
import type { KeptDefinition, KeptReview, KeptSchedule } from '../../records.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { nameOf } from '../../names.ts';
import { needsReview, writersOf } from './review-definition.ts';
import { reviewers } from './reviewers.ts';
import { listAll } from '../../storage/list-all.ts';

/** Account ids as names; what is no account is said as it is. */
export function naming(deps: Deps, scope: Scope): (id: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (id) => {
    const name = known.get(id) ?? nameOf(deps, scope, id).then((found) => found ?? id);
    known.set(id, name);
    return name;
  };
}

export async function definitionLife(
  deps: Deps,
  scope: Scope,
  kept: Kept<KeptDefinition>,
  address: string | undefined,
) {
  const { id, value } = kept;
  const name = naming(deps, scope);
  const [versions, drafts, review, plan, people] = await Promise.all([
    listAll(deps, scope, 'versions', { where: { definition: id }, newestFirst: true }),
    listAll(deps, scope, 'drafts', { where: { definition: id } }),
    deps.store.get<KeptReview>(scope, 'reviews', id),
    deps.store.get<KeptSchedule>(scope, 'schedules', id),
    reviewers(deps, scope),
  ]);
  const workers = new Set(drafts.map(({ fields }) => String(fields['by'])).filter((by) => by !== 'public'));
  const of = digest(canonical(value.definition));
  const writers = writersOf(value);
  return {
    published: value.published,
    ...(value.withdrawn ? { withdrawn: { ...value.withdrawn, by: await name(value.withdrawn.by) } } : {}),
    ...(address === undefined ? {} : { address, qr: qrImage(address) }),
    versions: await Promise.all(
      versions.map(async ({ fields }) => ({
        number: Number(fields['number']),
        hash: String(fields['hash']),
        at: String(fields['publishedAt']),
        by: await name(String(fields['publishedBy'])),
        drafts: drafts.filter((draft) => draft.fields['version'] === fields['number']).length,
      })),
    ),
    workers: (await Promise.all([...workers].map(name))).sort((a, b) => a.localeCompare(b, 'it')),
    reviewNeeded: needsReview(deps, scope.district),
    writers: await Promise.all(writers.map(name)),
    /** the asker has had a hand in it */
    own: writers.includes(scope.actor) || review?.value.askedBy === scope.actor,
    reviewers: people.filter((one) => !writers.includes(one.id) && one.id !== scope.actor),
    ...(review ? { review: await toldReview(review.value, of, scope.actor, name) } : {}),
    ...(plan
      ? {
          schedule: {
            on: plan.value.on,
            by: await name(plan.value.by),
            /** the draft has been gone on with since */
            changed: plan.value.of !== of,
            ...(plan.value.note === undefined ? {} : { note: plan.value.note }),
            ...(plan.value.failed ? { failed: plan.value.failed } : {}),
          },
        }
      : {}),
  };
}

async function toldReview(
  review: KeptReview,
  of: string,
  asker: string,
  name: (id: string) => Promise<string>,
) {
  const { state, askedAt, decidedAt, note, answer } = review;
  return {
    state,
    askedAt,
    askedBy: await name(review.askedBy),
    /** it was of another draft than the one that stands now */
    overtaken: review.of !== of,
    ...(review.reviewer === undefined
      ? {}
      : { reviewer: await name(review.reviewer), mine: review.reviewer === asker }),
    ...(note === undefined ? {} : { note }),
    ...(review.decidedBy === undefined ? {} : { decidedBy: await name(review.decidedBy) }),
    ...(decidedAt === undefined ? {} : { decidedAt }),
    ...(answer === undefined ? {} : { answer }),
  };
}
