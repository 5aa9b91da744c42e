// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Case } from '../../../schemas/types.ts';
import type { Deps } from '../../deps.ts';
import { byHand, inState, pactLifeOf } from '../../pact/life.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { changeCase, withEvent } from '../cases/change-case.ts';

/** A person says what a pact has come to, where nothing that happens tells it. */
export async function movePact(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  id: string,
): Promise<{ readonly ok: true; readonly state: string } | Refusal> {
  const life = pactLifeOf(deps.catalogue, scope.district, kase.value.measure);
  const may = (value: Case) => life && byHand(life, value.pact?.state).find((one) => one.id === id);
  if (kase.value.pact?.state === id) return { ok: true, state: id };
  const wanted = may(kase.value);
  if (!wanted) return refuse('pact-state', { state: id }, '/state');
  const at = deps.clock.instant();
  const done = await changeCase(deps, scope, kase.id, { action: 'pact.state', object: kase.id }, (before) => {
    // It may have come elsewhere meanwhile.
    const state = may(before);
    if (!state) return { value: before, writes: [] };
    const moved = inState(before, state, { at, by: scope.actor });
    return { value: withEvent(moved, { at, by: scope.actor, what: 'state', note: state.title }), writes: [] };
  });
  return done.ok ? { ok: true, state: done.value.pact?.state ?? '' } : done;
}
