// SPDX-License-Identifier: AGPL-3.0-or-later
// Five wrong passwords close an address for fifteen minutes, whether an account has it or not.
const tries = 5;
const span = 15 * 60_000;
const most = 10_000;

export interface Lockout {
  /** seconds to wait; 0: may try */
  wait(name: string, now: number): number;
  failed(name: string, now: number): void;
  forget(name: string): void;
}

/** Counts wrong sign-ins by name in memory; at most 10,000 names. */
export function createLockout(): Lockout {
  const counts = new Map<string, { failures: number; until: number }>();
  return {
    wait(name, now) {
      const known = counts.get(name);
      if (!known || known.until <= now) return 0;
      return known.failures >= tries ? Math.ceil((known.until - now) / 1000) : 0;
    },
    failed(name, now) {
      const known = counts.get(name);
      const failures = known && known.until > now ? known.failures + 1 : 1;
      counts.delete(name);
      counts.set(name, { failures, until: now + span });
      if (counts.size > most) counts.delete(counts.keys().next().value ?? '');
    },
    forget(name) {
      counts.delete(name);
    },
  };
}
