// SPDX-License-Identifier: AGPL-3.0-or-later
// What forms may read of a request (`case:/richiesta/…`) and of the counter (`case:/sportello/…`).
import type { Answers } from '../../schemas/types.ts';
import { keyed } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { KeptRequest } from '../records.ts';
import type { Kept, Scope } from '../storage/contract.ts';

/** Number, day, comune, state, the days of its dates and states, and a row for each fact that is to be checked. */
export function requestWord(
  deps: Pick<Deps, 'catalogue' | 'secret'>,
  { id, value }: Pick<Kept<KeptRequest>, 'id' | 'value'>,
): Answers {
  const checks = deps.catalogue.measures.get(value.measure)?.requests?.checks ?? [];
  return {
    ...value.dates,
    numero: value.number,
    data: value.dates['richiesta'] ?? '',
    comune: value.comune,
    stato: value.state,
    // the same rows however often the context is made
    verifiche: checks.map((fatto) => ({ id: keyed(deps.secret, 'row', id, fatto).slice(0, 11), fatto })),
  };
}

/** The request that a case came from. */
export async function requestOfCase(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  kase: string,
): Promise<Kept<KeptRequest> | undefined> {
  const { items } = await deps.store.list(scope, 'requests', { where: { case: kase }, limit: 1 });
  return items[0] && deps.store.get<KeptRequest>(scope, 'requests', items[0].id);
}

/** Where somebody is asked: the comune and its first office. */
export function counterWord(deps: Pick<Deps, 'catalogue'>, district: string, comune: string): Answers {
  const offices = deps.catalogue.districts.get(district)?.offices ?? [];
  const office = offices.find((one) => one.comune === comune)?.id;
  return { comune, ...(office === undefined ? {} : { ufficio: office }) };
}
