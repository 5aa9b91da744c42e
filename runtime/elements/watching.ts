// SPDX-License-Identifier: BSD-3-Clause
// Hears at once when others open the same draft or save it. Fetched where the transport can tell.
import type { Remote } from './remote.ts';

/** Milliseconds between two questions, and after one that failed. */
const SHORT = 300;
const TRIES = [2_000, 5_000, 15_000, 30_000];

export interface Hearing {
  /** names of the others who have it open */
  others(names: readonly string[]): void;
  /** somebody else saved */
  changed(): Promise<void>;
}

/** Asks again and again until the signal ends; not while nobody looks at the page. */
export async function watch(remote: Remote, signal: AbortSignal, hearing: Hearing): Promise<void> {
  let known: readonly string[] = [];
  let tries = 0;
  while (!signal.aborted) {
    const seen = new AbortController();
    const look = () => document.hidden && seen.abort();
    document.addEventListener('visibilitychange', look);
    const answer = document.hidden
      ? undefined
      : await remote.watch!(known, AbortSignal.any([signal, seen.signal])).catch(() => undefined);
    document.removeEventListener('visibilitychange', look);
    if (signal.aborted) return;
    if (document.hidden) await shown(signal);
    else if (answer?.ok) {
      tries = 0;
      known = answer.others;
      hearing.others(known);
      if (answer.changed) await hearing.changed();
      await pause(SHORT);
    } else if (answer?.code === 'gone') return;
    else await pause(TRIES[Math.min(tries++, TRIES.length - 1)]!);
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

const shown = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const go = () => {
      if (document.hidden && !signal.aborted) return;
      document.removeEventListener('visibilitychange', go);
      done();
    };
    document.addEventListener('visibilitychange', go);
    signal.addEventListener('abort', go, { once: true });
  });
