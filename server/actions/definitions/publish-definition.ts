// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Definition, Version } from '../../../schemas/types.ts';
import { digest } from '../../clock.ts';
import { canonical } from '../../compile/freeze.ts';
import type { Deps } from '../../deps.ts';
import { keep, refusal } from '../../keep.ts';
import { oneAtATime } from '../../mutexes.ts';
import { refuse, type Refusal } from '../../problems.ts';
import { versionId, type KeptDefinition, type KeptSchedule } from '../../records.ts';
import type { Scope, Write } from '../../storage/contract.ts';
import { newestVersion } from './definitions.ts';
import { withMoment } from './moments.ts';
import { reviewMissing } from './review-definition.ts';

export interface Publishing {
  readonly note?: string | undefined;
  /** what was frozen earlier; absent: the draft as it is */
  readonly frozen?: Definition;
  /** the application's own first versions have nobody to look at them */
  readonly unreviewed?: true;
}

/** Freezes the definition as its next version. `rev`: the revision that the person has seen. */
export async function publishDefinition(
  deps: Deps,
  scope: Scope,
  id: string,
  rev: number,
  { note, frozen, unreviewed }: Publishing = {},
): Promise<{ readonly ok: true; readonly value: Version } | Refusal> {
  return oneAtATime.alone(`publish ${scope.district} ${id}`, async () => {
    const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
    if (!kept) return refuse('not-found');
    if (kept.rev !== rev) return refuse('conflict', { rev: kept.rev });
    const definition = frozen ?? kept.value.definition;
    const of = digest(canonical(definition));
    const missing = unreviewed ? undefined : await reviewMissing(deps, scope, id, of);
    if (missing) return missing;
    const previous = await newestVersion(deps, scope, id);
    const district = deps.catalogue.districts.get(scope.district);
    const published = await deps.publishing.publish({
      district: scope.district,
      definition,
      previous,
      by: scope.actor,
      now: deps.clock.instant(),
      note,
      public: district?.publicForms?.includes(id) ?? false,
    });
    if (!published.ok) return published;
    const { version } = published;
    const { number } = version;
    const { withdrawn: _withdrawn, ...before } = kept.value;
    // What was frozen may have been gone on with: then the draft still has its writers.
    const same = digest(canonical(kept.value.definition)) === of;
    const { value, writes } = withMoment(
      kept,
      {
        ...before,
        published: number,
        hash: version.hash,
        publishedAs: of,
        ...(same ? { writers: [] } : {}),
      },
      { at: deps.clock.instant(), by: scope.actor, published: number },
    );
    const planned = await deps.store.get<KeptSchedule>(scope, 'schedules', id);
    const overtaken: Write[] = planned
      ? [{ do: 'remove', collection: 'schedules', id, rev: planned.rev }]
      : [];
    const done = await keep(
      deps,
      scope,
      { action: 'definition.publish', object: id, rev: number, hash: version.hash },
      [
        { do: 'create', collection: 'versions', id: versionId(id, number), value: version },
        ...writes,
        ...overtaken,
        { do: 'replace', collection: 'definitions', id, value, rev },
      ],
    );
    return done.ok ? { ok: true, value: version } : refusal(done);
  });
}
