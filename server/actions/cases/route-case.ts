// SPDX-License-Identifier: AGPL-3.0-or-later
// Where a case goes: the outcome table of the district's own definition, asked of the case; a person may decide otherwise.
import type { Case, Queue } from '../../../schemas/types.ts';
import { caseFacts } from '../../case-facts.ts';
import { mentions, parametersAt } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { listsOf } from '../../lists.ts';
import type { Scope } from '../../storage/contract.ts';
import { withEvent } from './change-case.ts';
import { newestVersion } from '../definitions/definitions.ts';
import { listAll } from '../../storage/list-all.ts';

/** Sends a case where its facts say, inside the change that told them. */
export type Router = (value: Case) => Case;

/** Reads what routing needs before the case is changed: the table in force, and who works in which role. */
export async function routerOf(deps: Deps, scope: Scope): Promise<Router> {
  const { routing } = deps.catalogue.districts.get(scope.district) ?? {};
  const version = routing && (await newestVersion(deps, scope, routing.definition));
  if (!routing || !version) return (value) => value;
  const roles = await rolesOfAll(deps, scope);
  const outline = deps.forms.outline(version);
  const named = mentions(version.source);
  return (value) => {
    const today = deps.clock.today();
    const facts = caseFacts(value, today);
    const settled = deps.forms.settle(
      outline,
      {},
      {
        today,
        referenceDate: today,
        parameters: parametersAt(deps, scope.district, value.measure, named.parameters, today),
        ...listsOf(deps, scope.district, named.lists, facts, today),
        case: facts,
        role: '',
        locale: 'it',
      },
    );
    const { suggested, reason = '' } = settled.outcome ?? {};
    const outcome = suggested === undefined ? undefined : String(suggested);
    const before = value.route;
    if (before && before.outcome === outcome && before.reason === reason) return value;
    const queue = outcome === undefined ? undefined : routing.queues[outcome];
    const at = deps.clock.instant();
    const route: Case['route'] = {
      at,
      definition: version.definition,
      version: version.number,
      reason,
      ...(outcome === undefined ? {} : { outcome }),
      ...(queue === undefined ? {} : { queue }),
      ...(before?.decided ? { decided: before.decided } : {}),
    };
    const routed = inQueue(deps, scope.district, { ...value, route }, before?.decided?.queue ?? queue, roles);
    const title = queueOf(deps, scope.district, queue)?.title;
    // Why may come from what is reserved: it stands in `route`.
    return withEvent(routed, { at, by: 'system', what: 'routed', ...(title ? { note: title } : {}) });
  };
}

/** Roles of every account, by id. */
export async function rolesOfAll(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const items = await listAll(deps, scope, 'accounts', {});
  return new Map(
    items.map(({ id, fields }) => [
      id,
      String(fields['roles'] ?? '')
        .trim()
        .split(' '),
    ]),
  );
}

export const queueOf = (
  deps: Pick<Deps, 'catalogue'>,
  district: string,
  id: string | undefined,
): Queue | undefined => deps.catalogue.districts.get(district)?.queues?.find((one) => one.id === id);

/** The case waiting in a queue; one that somebody of the queue's roles follows already waits in none. */
export function inQueue(
  deps: Pick<Deps, 'catalogue'>,
  district: string,
  value: Case,
  id: string | undefined,
  roles: ReadonlyMap<string, readonly string[]>,
): Case {
  const { queue: _queue, ...rest } = value;
  const queue = queueOf(deps, district, id);
  const followed = queue && value.assigned.some((account) => fits(queue, roles.get(account) ?? []));
  return queue && !followed ? { ...rest, queue: queue.id } : rest;
}

/** Is the work of the queue work of one of these roles? */
export const fits = (queue: Pick<Queue, 'roles'>, roles: readonly string[]): boolean =>
  roles.some((role) => (queue.roles as readonly string[]).includes(role));
