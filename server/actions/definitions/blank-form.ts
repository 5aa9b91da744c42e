// SPDX-License-Identifier: AGPL-3.0-or-later
import { workingRole } from '../../access.ts';
import type { Deps } from '../../deps.ts';
import { listRows } from '../../lists.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptDefinition } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Scope } from '../../storage/contract.ts';
import { newestVersion } from './definitions.ts';

/** The form to fill in by hand, of the newest version; `draft`: as its administrator left it. */
export async function blankForm(
  deps: Deps,
  person: Person,
  id: string,
  draft: boolean,
): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | Refusal> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const district = deps.catalogue.districts.get(scope.district);
  const list = (name: string) => listRows(deps, scope.district, name);
  const role = workingRole(person.account.value);
  if (!district) return refuse('not-found');
  if (draft) {
    const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
    if (!kept) return refuse('not-found');
    const { definition } = kept.value;
    const hash = '0'.repeat(64);
    return deps.papers.blank({ district, definition, number: 0, hash, at: kept.changedAt, role, list });
  }
  const version = await newestVersion(deps, scope, id);
  if (!version) return refuse('not-published', { id });
  const { source: definition, number, hash, publishedAt: at } = version;
  return deps.papers.blank({ district, definition, number, hash, at, role, list });
}
