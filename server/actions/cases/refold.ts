// SPDX-License-Identifier: AGPL-3.0-or-later
// What a case knows from its submissions, worked out again from those that stand: after one was replaced, or two cases
// became one.
import type { Case, Submission, Version } from '../../../schemas/types.ts';
import { romeDay } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { versionId } from '../../records.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { withMoments } from './moments-of-case.ts';
import { tellCase } from './tell-case.ts';

type Given = Pick<Kept<Submission>, 'id' | 'value'>;

/** Since when a submission counts: one that took another's place, since that one did. RFC 3339. */
export const standsSince = ({ corrects, submittedAt }: Submission): string => corrects?.stands ?? submittedAt;

/**
 * Makes the function that tells a case its submissions anew; `all`: every one of them, replaced ones too. What came from
 * elsewhere (signatures, appointments) stays.
 */
export async function refolder(
  deps: Deps,
  scope: Scope,
  all: readonly Given[],
): Promise<(before: Case) => Case> {
  const versions = new Map<string, Version>();
  for (const { value } of all) {
    const id = versionId(value.definition, value.version);
    if (versions.has(id)) continue;
    const kept = await deps.store.get<Version>(scope, 'versions', id);
    if (kept) versions.set(id, kept.value);
  }
  const versionOf = ({ value }: Given) => versions.get(versionId(value.definition, value.version));
  const standing = all
    .filter(({ value }) => !value.replaced)
    .toSorted((a, b) => standsSince(a.value).localeCompare(standsSince(b.value)));
  return (before) => {
    let next = without(before, all, versions);
    for (const one of standing) {
      const version = versionOf(one);
      if (!version) continue;
      const outline = deps.forms.outline(version);
      const { answers, context } = one.value;
      next = tellCase(next, {
        definition: version.source,
        answers,
        submission: one.id,
        from: romeDay(standsSince(one.value)),
        text: (pointer) => deps.forms.text(outline, pointer, answers, context),
        sensitivity: (pointer) => outline.byPointer.get(pointer)?.schema['x-sensitivity'],
      });
    }
    return next;
  };
}

/** The case without anything that these submissions told it. */
function without(before: Case, all: readonly Given[], versions: ReadonlyMap<string, Version>): Case {
  const ids = new Set(all.map(({ id }) => id));
  const definitions = new Set(all.map(({ value }) => value.definition));
  const labels = new Set(
    [...versions.values()].flatMap(({ source }) => Object.keys(source.gives?.facts ?? {})),
  );
  const { counts, protects, ...rest } = before;
  const kept = <Value>(of: { [key: string]: Value }, gone: ReadonlySet<string>): { [key: string]: Value } =>
    Object.fromEntries(Object.entries(of).filter(([key]) => !gone.has(key)));
  let next: Case = {
    ...rest,
    household: before.household.filter(({ submission }) => !submission || !ids.has(submission)),
    facts: kept(before.facts, labels),
    ...(counts ? { counts: kept(counts, definitions) } : {}),
    ...(protects ? { protects: kept(protects, definitions) } : {}),
  };
  for (const id of ids) next = { ...next, ...withMoments(next, id, []) };
  return next;
}

/** Every submission of a case. */
export async function submissionsOf(
  deps: Deps,
  scope: Scope,
  ids: readonly string[],
): Promise<readonly Kept<Submission>[]> {
  const kept = await Promise.all(ids.map((id) => deps.store.get<Submission>(scope, 'submissions', id)));
  return kept.filter((one) => one !== undefined);
}
