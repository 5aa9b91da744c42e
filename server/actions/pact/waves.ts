// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Account, Submission } from '../../../schemas/types.ts';
import type { Wave } from '../../../templates/input.ts';
import { romeDay } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { standsSince } from '../cases/refold.ts';
import { listAll } from '../../storage/list-all.ts';

/** The answers of a case to the definition of a submission up to this one, oldest first, each with who gave it. */
export async function wavesOf(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  last: Kept<Submission>,
): Promise<readonly Wave[]> {
  const { case: kase, definition } = last.value;
  const since = standsSince(last.value);
  const items = kase
    ? await listAll(deps, scope, 'submissions', { where: { case: kase, definition, replaced: false } })
    : [];
  const found = await Promise.all(
    items.map(({ id }) => deps.store.get<Submission>(scope, 'submissions', id)),
  );
  const earlier = found
    .filter((one) => one !== undefined)
    .filter(({ id, value }) => id !== last.id && standsSince(value) < since)
    .sort((a, b) => standsSince(a.value).localeCompare(standsSince(b.value)));
  return Promise.all(
    [...earlier, last].map(async ({ value }) => {
      const author = await deps.store.get<Account>(scope, 'accounts', value.submittedBy);
      return {
        answers: value.answers,
        day: romeDay(standsSince(value)),
        by: author?.value.name ?? value.submittedBy,
      };
    }),
  );
}
