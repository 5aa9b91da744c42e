// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Version } from '../../schemas/types.ts';
import { digest } from '../clock.ts';
import { canonical } from '../compile/freeze.ts';
import type { Deps } from '../deps.ts';
import { keep, refusal } from '../keep.ts';
import { oneAtATime } from '../mutexes.ts';
import { refuse, type Refusal } from '../problems.ts';
import { versionId, type KeptDefinition } from '../records.ts';
import type { Scope } from '../storage/contract.ts';
import { newestVersion } from './definitions.ts';

/** Freezes the definition as its next version. `rev`: the revision that the person has seen. */
export async function publishDefinition(
  deps: Deps,
  scope: Scope,
  id: string,
  rev: number,
  note?: string,
): Promise<{ readonly ok: true; readonly value: Version } | Refusal> {
  return oneAtATime.alone(`publish ${scope.district} ${id}`, async () => {
    const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
    if (!kept) return refuse('not-found');
    if (kept.rev !== rev) return refuse('conflict', { rev: kept.rev });
    const { definition } = kept.value;
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
    const value: KeptDefinition = {
      ...kept.value,
      published: number,
      hash: version.hash,
      publishedAs: digest(canonical(definition)),
    };
    const done = await keep(
      deps,
      scope,
      { action: 'definition.publish', object: id, rev: number, hash: version.hash },
      [
        { do: 'create', collection: 'versions', id: versionId(id, number), value: version },
        { do: 'replace', collection: 'definitions', id, value, rev },
      ],
    );
    return done.ok ? { ok: true, value: version } : refusal(done);
  });
}
