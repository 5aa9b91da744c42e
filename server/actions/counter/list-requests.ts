// SPDX-License-Identifier: AGPL-3.0-or-later
import { catchUp } from '../../counter/register.ts';
import type { Deps } from '../../deps.ts';
import type { Person } from '../../sessions.ts';
import type { Scope } from '../../storage/contract.ts';

const pageSize = 50;

/** A page of the requests that no case has taken up, newest first, within the person's comuni; who they are from is not said. */
export async function listRequests(deps: Deps, person: Person, cursor: string | undefined) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const { comuni } = person.account.value;
  await catchUp(deps, scope.district);
  const waiting = await deps.store.list(scope, 'requests', {
    where: { case: null, closed: false, ...(comuni.length > 0 ? { comune: comuni } : {}) },
    newestFirst: true,
    limit: pageSize,
    ...(cursor ? { cursor } : {}),
  });
  return {
    items: waiting.items.map(({ id, fields }) => ({
      id,
      receipt: String(fields['number']),
      definition: String(fields['definition']),
      title: String(fields['title']),
      submittedAt: String(fields['at']),
      ...(fields['origin'] ? { origin: String(fields['origin']) } : {}),
    })),
    total: waiting.total,
    ...(waiting.next ? { next: waiting.next } : {}),
  };
}
