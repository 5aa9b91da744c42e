// SPDX-License-Identifier: AGPL-3.0-or-later
// The queues of a district: which cases wait for a person, and whom the system would suggest. People decide.
import type { Account } from '../../../schemas/types.ts';
import { matrix } from '../../access.ts';
import type { Deps } from '../../deps.ts';
import { remember, type Remembered } from '../../remembered.ts';
import { mayWork, type Person } from '../../sessions.ts';
import type { Query, Scope } from '../../storage/contract.ts';
import { caseRow, scopeQuery } from './find-cases.ts';
import { fits } from './route-case.ts';
import { listAll } from '../../storage/list-all.ts';

/** cases of a queue that are shown; the rest is found in the list */
const shown = 20;

/** Each queue with how many cases wait, the ones that wait longest, and who could follow them, fewest cases first. */
export async function listQueues(deps: Deps, person: Person) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const queues = deps.catalogue.districts.get(person.district)?.queues ?? [];
  const { workers, left } = await workersOf(deps, scope, person);
  const waiting = async (where: NonNullable<Query['where']>) => {
    const query = { where: { ...where, closed: null }, either: scopeQuery(person), limit: shown };
    const { items, total } = await deps.store.list(scope, 'cases', query);
    return { total, items: items.map((item) => caseRow(item, person)) };
  };
  const rows = await Promise.all(
    queues.map(async (queue) => ({
      id: queue.id,
      title: queue.title,
      ...(await waiting({ queue: queue.id })),
      people: workers
        .filter(({ roles }) => fits(queue, roles))
        .map(({ id, name, profile, cases }) => ({ id, name, profile, cases })),
    })),
  );
  return {
    queues: rows,
    // nobody follows them, or only who works here no more, and no table said where they go
    unrouted: await waiting({ queue: null, assigned: ['  ', ...left] }),
    others: workers.map(({ id, name, profile, cases }) => ({ id, name, profile, cases })),
  };
}

/** The account ids that each open case is assigned to. */
const openCases = remember<readonly string[]>({
  collection: 'cases',
  data: () => [],
  rows:
    () =>
    ({ fields }) =>
      fields['closed']
        ? []
        : [
            String(fields['assigned'] ?? '')
              .split(' ')
              .filter(Boolean),
          ],
  order: () => 0,
});
const counts = new WeakMap<Remembered<readonly string[]>, ReadonlyMap<string, number>>();

/** How many open cases each follows, by account id. */
function countsIn(cases: Remembered<readonly string[]>): ReadonlyMap<string, number> {
  const known = counts.get(cases);
  if (known) return known;
  const made = new Map<string, number>();
  for (const ids of cases.rows) for (const id of ids) made.set(id, (made.get(id) ?? 0) + 1);
  counts.set(cases, made);
  return made;
}

/**
 * Who in the district could follow a case, with how many open ones each has, fewest first; `left`: who follows the open
 * cases that nobody follows who still works.
 */
async function workersOf(deps: Deps, scope: Scope, person: Person) {
  const items = await listAll(deps, scope, 'accounts', {});
  const accounts = await Promise.all(items.map(({ id }) => deps.store.get<Account>(scope, 'accounts', id)));
  const { comuni } = person.account.value;
  const kept = accounts.filter((one) => one !== undefined);
  const able = kept.filter(
    ({ value }) =>
      mayWork(deps, value) &&
      value.roles.some((role) => matrix[role].things.case !== '-') &&
      (comuni.length === 0 || value.comuni.length === 0 || value.comuni.some((one) => comuni.includes(one))),
  );
  const open = countsIn(await openCases(deps, scope.district));
  const counted = able.map(({ id, value: { name, profile, roles } }) => {
    return { id, name, profile, roles, cases: open.get(id) ?? 0 };
  });
  const working = new Set(kept.filter(({ value }) => mayWork(deps, value)).map(({ id }) => id));
  const { rows } = await openCases(deps, scope.district);
  const alone = rows.filter((ids) => ids.length > 0 && !ids.some((id) => working.has(id)));
  return {
    workers: counted.toSorted((a, b) => a.cases - b.cases || a.name.localeCompare(b.name, 'it')),
    // as the index has them
    left: [...new Set(alone.map((ids) => ` ${ids.join(' ')} `))],
  };
}
