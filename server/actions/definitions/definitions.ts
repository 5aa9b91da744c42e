// SPDX-License-Identifier: AGPL-3.0-or-later
// Reading definitions: what every action on them begins with.
import type { Definition, Version } from '../../../schemas/types.ts';
import { digest } from '../../clock.ts';
import { canonical } from '../../compile/freeze.ts';
import type { Deps } from '../../deps.ts';
import { versionId, type KeptDefinition } from '../../records.ts';
import type { Kept, Scope } from '../../storage/contract.ts';

/** Whether the draft says anything else than the newest version. */
export const isChanged = (kept: KeptDefinition): boolean =>
  kept.publishedAs !== digest(canonical(kept.definition));

/** The newest version; undefined when there is none. */
export async function newestVersion(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  id: string,
): Promise<Version | undefined> {
  const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
  if (!kept?.value.published) return undefined;
  return (await deps.store.get<Version>(scope, 'versions', versionId(id, kept.value.published)))?.value;
}

/** Is it out of use, so that nothing new begins with it? */
export async function isWithdrawn(deps: Pick<Deps, 'store'>, scope: Scope, id: string): Promise<boolean> {
  const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
  return kept?.value.withdrawn !== undefined;
}

/** Every definition of the district, by title. */
export async function allDefinitions(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
): Promise<readonly Kept<KeptDefinition>[]> {
  const all: Kept<KeptDefinition>[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await deps.store.list(scope, 'definitions', { limit: 200, ...(cursor ? { cursor } : {}) });
    for (const item of page.items) {
      const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', item.id);
      if (kept) all.push(kept);
    }
    cursor = page.next;
    if (!cursor)
      return all.sort((a, b) => titleOf(a.value.definition).localeCompare(titleOf(b.value.definition), 'it'));
  }
}

export const titleOf = (definition: Definition): string => definition.title || definition.id;
