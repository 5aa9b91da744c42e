// SPDX-License-Identifier: AGPL-3.0-or-later
// Lists that a district has made or changed: they stand before the ones that came with the program. Kept as records, and
// held ready here, since a context is made with every look at a form.
import type { ListRow } from '../schemas/types.ts';
import type { Catalogue } from './catalogue.ts';
import type { Deps } from './deps.ts';
import type { KeptList } from './records.ts';

type Own = Map<string, readonly ListRow[]>;
const ready = new WeakMap<Catalogue, Map<string, Own>>();

/** The district's own lists by name. */
export function ownLists(catalogue: Catalogue, district: string): Own {
  const all = ready.get(catalogue) ?? new Map<string, Own>();
  ready.set(catalogue, all);
  const own = all.get(district) ?? new Map<string, readonly ListRow[]>();
  all.set(district, own);
  return own;
}

/** Reads what the districts keep, at the start. */
export async function loadOwnLists(deps: Pick<Deps, 'catalogue' | 'store'>): Promise<void> {
  for (const district of deps.catalogue.districts.keys()) {
    const scope = { district, actor: 'system' };
    const own = ownLists(deps.catalogue, district);
    const { items } = await deps.store.list(scope, 'lists', { limit: 200 });
    for (const { id } of items) {
      const kept = await deps.store.get<KeptList>(scope, 'lists', id);
      if (kept) own.set(id, kept.value.rows);
    }
  }
}
