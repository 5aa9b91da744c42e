// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Submission } from '../../schemas/types.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions.ts';
import type { Scope } from '../storage/contract.ts';
import { comuneOf } from './open-case.ts';
import { newestVersion } from './definitions.ts';
import { listAll } from './show-case.ts';

/** Public submissions without a case, within the person's comuni; who they are about is not said. */
export async function listRequests(deps: Deps, person: Person) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const { comuni } = person.account.value;
  const waiting = await listAll(deps, scope, 'submissions', {
    where: { case: null, by: 'public' },
    newestFirst: true,
  });
  const rows = await Promise.all(
    waiting.map(async (item) => {
      const kept = await deps.store.get<Submission>(scope, 'submissions', item.id);
      if (!kept) return [];
      if (comuni.length > 0 && !comuni.includes(comuneOf(deps, person, kept.value))) return [];
      const { definition, receipt, submittedAt, origin } = kept.value;
      const version = await newestVersion(deps, scope, definition);
      return [
        {
          id: item.id,
          receipt,
          definition,
          title: version?.title ?? definition,
          submittedAt,
          ...(origin ? { origin } : {}),
        },
      ];
    }),
  );
  return rows.flat();
}
