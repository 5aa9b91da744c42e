// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Deps } from '../../deps.ts';
import { gatherings } from '../../gatherings.ts';
import { Leases, type Lease } from '../../leases.ts';
import type { Scope } from '../../storage/contract.ts';
import { nameOf } from '../../names.ts';

/** milliseconds for which a question is held */
const longest = 20_000;

export const leases = new Leases(gatherings);

export interface LeaseAsked {
  /** the window that asks, as it calls itself */
  readonly window: string;
  /** from whoever has it */
  readonly take?: boolean;
  /** done here, or all is saved after it was taken */
  readonly leave?: boolean;
  /** the window that the asker believes to hold it: the answer comes when that is no longer so */
  readonly known?: string;
}

export interface LeaseTold {
  readonly mine: boolean;
  /** who works on it; absent: nobody, and whoever asks now will */
  readonly holder?: {
    readonly window: string;
    readonly name: string;
    /** the asker's own account, in another window */
    readonly own: boolean;
    /** whole minutes since it began */
    readonly minutes: number;
  };
}

/** Asks for the right to change a definition, keeps it, takes it or gives it up. */
export async function leaseDefinition(
  deps: Deps,
  scope: Scope,
  id: string,
  asked: LeaseAsked,
): Promise<LeaseTold> {
  const place = `${scope.district} definition ${id}`;
  const { window, take = false, known } = asked;
  const end = Date.now() + longest;
  if (asked.leave) {
    leases.leave(place, window);
    return { mine: false };
  }
  let lease: Lease | undefined = leases.ask(place, window, scope.actor, deps.clock.now(), take);
  if (take) await leases.handedOver(place);
  // Waiting takes nothing: the window that waits may be gone by then.
  while (lease && lease.window === known && Date.now() < end && !gatherings.closed) {
    const left = Math.min(end - Date.now(), lease.until - deps.clock.now());
    await gatherings.wait(place, Math.max(1, left));
    lease = leases.holder(place, deps.clock.now());
  }
  if (!lease) return { mine: false };
  const name = await nameOf(deps, scope, lease.account);
  return {
    mine: lease.window === window,
    holder: {
      window: lease.window,
      name: name ?? lease.account,
      own: lease.account === scope.actor,
      minutes: Math.floor((deps.clock.now() - lease.since) / 60_000),
    },
  };
}
