// SPDX-License-Identifier: AGPL-3.0-or-later
// Who works on a definition: one window at a time, each under a name it gives itself. Of this process only; the revision
// of the record is what decides in the end.
import type { Gatherings } from './gatherings.ts';

/** milliseconds without a word after which the work is free again */
export const leaseEnds = 120_000;
/** milliseconds that the one before has to put its last step in safety */
const handingOver = 3_000;

export interface Lease {
  readonly window: string;
  readonly account: string;
  /** milliseconds since 1970: when it began, when it ends without another word */
  readonly since: number;
  readonly until: number;
}

export class Leases {
  readonly #all = new Map<string, Lease>();
  /** windows that have lost a lease and have not yet said that all of theirs is saved */
  readonly #leaving = new Map<string, string>();
  readonly #told: Gatherings;

  constructor(told: Gatherings) {
    this.#told = told;
  }

  holder(place: string, now: number): Lease | undefined {
    const lease = this.#all.get(place);
    if (lease && lease.until > now) return lease;
    this.#all.delete(place);
    return undefined;
  }

  /** Asks for the lease, or goes on with it; the holder after that. `take`: from whoever has it. */
  ask(place: string, window: string, account: string, now: number, take: boolean): Lease {
    const held = this.holder(place, now);
    if (held && held.window !== window && !take) return held;
    const own = held?.window === window;
    const lease = { window, account, since: own ? held.since : now, until: now + leaseEnds };
    this.#all.set(place, lease);
    if (held && !own) this.#leaving.set(place, held.window);
    if (!own) this.#told.tell(place);
    return lease;
  }

  /** Until the window before has said that its last step is saved, or a few seconds. */
  async handedOver(place: string, wait = handingOver): Promise<void> {
    const end = Date.now() + wait;
    while (this.#leaving.has(place) && Date.now() < end)
      await this.#told.wait(place, Math.max(1, end - Date.now()));
    this.#leaving.delete(place);
  }

  /** The window is done here: what it held is free, what was taken from it is handed over. */
  leave(place: string, window: string): void {
    const held = this.#all.get(place)?.window === window;
    const left = this.#leaving.get(place) === window;
    if (held) this.#all.delete(place);
    if (left) this.#leaving.delete(place);
    if (held || left) this.#told.tell(place);
  }
}
