// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Account, Submission } from '../../schemas/types.ts';
import type { Wave } from '../../templates/input.ts';
import { romeDay } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { Kept, Scope } from '../storage/contract.ts';
import { listAll } from './show-case.ts';

/** The answers of a case to the definition of a submission up to this one, oldest first, each with who gave it. */
export async function wavesOf(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  last: Kept<Submission>,
): Promise<readonly Wave[]> {
  const { case: kase, definition, submittedAt } = last.value;
  const items = kase ? await listAll(deps, scope, 'submissions', { where: { case: kase, definition } }) : [];
  const found = await Promise.all(
    items.map(({ id }) => deps.store.get<Submission>(scope, 'submissions', id)),
  );
  const earlier = found
    .filter((one) => one !== undefined)
    .filter(({ id, value }) => id !== last.id && value.submittedAt < submittedAt)
    .sort((a, b) => (a.value.submittedAt < b.value.submittedAt ? -1 : 1));
  return Promise.all(
    [...earlier, last].map(async ({ value }) => {
      const author = await deps.store.get<Account>(scope, 'accounts', value.submittedBy);
      return {
        answers: value.answers,
        day: romeDay(value.submittedAt),
        by: author?.value.name ?? value.submittedBy,
      };
    }),
  );
}
