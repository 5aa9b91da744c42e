// SPDX-License-Identifier: AGPL-3.0-or-later
// Who has the same draft open, and who waits for it to change. Of this process only: other processes are seen by
// the revision of the record, which every wait looks at now and then.

/** milliseconds for which somebody who asked is held to be there */
const stay = 32_000;

export class Gatherings {
  /** draft → account → until when, milliseconds since 1970 */
  readonly #there = new Map<string, Map<string, number>>();
  readonly #waiting = new Map<string, Set<() => void>>();
  #closed = false;

  /** Somebody has the draft open now. */
  arrive(draft: string, account: string, now: number): void {
    const there = this.#there.get(draft) ?? new Map<string, number>();
    this.#there.set(draft, there);
    const known = (there.get(account) ?? 0) > now;
    there.set(account, now + stay);
    if (!known) this.tell(draft);
  }

  leave(draft: string, account: string): void {
    if (this.#there.get(draft)?.delete(account)) this.tell(draft);
  }

  /** Accounts that have the draft open. */
  present(draft: string, now: number): readonly string[] {
    const there = this.#there.get(draft);
    if (!there) return [];
    for (const [account, until] of there) if (until <= now) there.delete(account);
    if (there.size === 0) this.#there.delete(draft);
    return [...there.keys()].sort();
  }

  /** The draft is another, or somebody came or went. */
  tell(draft: string): void {
    for (const go of this.#waiting.get(draft) ?? []) go();
  }

  /** Until the draft is told of, at most so many milliseconds. */
  wait(draft: string, limit: number): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((done) => {
      const all = this.#waiting.get(draft) ?? new Set();
      this.#waiting.set(draft, all);
      const go = () => {
        clearTimeout(timer);
        all.delete(go);
        if (all.size === 0 && this.#waiting.get(draft) === all) this.#waiting.delete(draft);
        done();
      };
      const timer = setTimeout(go, limit);
      timer.unref();
      all.add(go);
    });
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Lets everybody go: the server stops. */
  close(): void {
    this.#closed = true;
    for (const draft of this.#waiting.keys()) this.tell(draft);
  }
}

export const gatherings = new Gatherings();
/** The name under which a draft is gathered around. */
export const gatheringOf = (district: string, draft: string): string => `${district} ${draft}`;
