// SPDX-License-Identifier: AGPL-3.0-or-later
// What a district has changed of its own data stands over what it began with, property by property: a newer program
// goes on bringing what was not changed.
import type { District } from '../schemas/types.ts';
import type { Catalogue } from './catalogue.ts';
import type { Deps } from './deps.ts';
import type { KeptDistrict } from './records.ts';

const begun = new WeakMap<Catalogue, Map<string, District>>();

/** The district as it came. */
export function districtAsItCame(catalogue: Catalogue, id: string): District | undefined {
  const all = begun.get(catalogue) ?? new Map<string, District>();
  begun.set(catalogue, all);
  const known = all.get(id) ?? catalogue.districts.get(id);
  if (known) all.set(id, known);
  return known;
}

/** The district with what it changed; from now on everybody reads it so. */
export function putChanges(catalogue: Catalogue, id: string, changes: Partial<District>): void {
  const came = districtAsItCame(catalogue, id);
  if (came) catalogue.put({ ...came, ...changes, id });
}

/** Reads what the districts keep, at the start. */
export async function loadDistricts(deps: Pick<Deps, 'catalogue' | 'store' | 'log'>): Promise<void> {
  for (const district of deps.catalogue.districts.keys()) {
    const scope = { district, actor: 'system' };
    const kept = await deps.store.get<KeptDistrict>(scope, 'districts', district);
    if (!kept) continue;
    const came = districtAsItCame(deps.catalogue, district);
    const wrong = deps.catalogue.check('district', { ...came, ...kept.value.changes });
    // A newer program may ask for more: the district goes on as it came, and its administrators are told.
    if (wrong) deps.log('district not as changed', { district, detail: wrong.detail });
    else putChanges(deps.catalogue, district, kept.value.changes);
  }
}
