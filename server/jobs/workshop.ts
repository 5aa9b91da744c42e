// SPDX-License-Identifier: AGPL-3.0-or-later
// Where jobs are carried out: part after part, each written down before it begins and when it has ended. Several jobs
// take turns, so that one document never waits for a hundred.
import type { Deps } from '../deps.ts';
import { refuse, type Refusal } from '../problems.ts';
import type { KeptJob } from '../records.ts';
import type { Scope } from '../storage/contract.ts';
import { StoreFailure } from '../storage/failure.ts';
import { listAll } from '../storage/list-all.ts';
import { Gate } from './gate.ts';
import { isMade, makePart } from './make-part.ts';
import type { Made } from './makers.ts';
import { changeJob, isOpen, readJob, withPart, type PartChange } from './record.ts';

/** milliseconds for one document with both copies; printing has less */
const longest = 27_000;
/** a document in whose making the process has died so often is not begun again by itself */
const mostAttempts = 3;
/** documents made at the same time */
const room = 2;
/** days for which a job that has ended is kept */
const keptDays = 30;
const day = 86_400_000;

export class Workshop {
  readonly #running = new Map<string, Promise<void>>();
  readonly #gate = new Gate(room);
  readonly #longest: number;
  #closed = false;

  constructor(limit = longest) {
    this.#longest = limit;
  }

  /** Carries out a job, or joins who does; ends with the job. Never throws. */
  carryOut(deps: Deps, district: string, id: string): Promise<void> {
    const known = this.#running.get(id);
    // Asked for again at the very end of it, it is begun again.
    if (known) return known.then(() => this.#again(deps, district, id));
    const run = this.#all(deps, district, id)
      .catch((error: unknown) => deps.log('job broken off', { job: id, reason: reasonOf(error) }))
      .finally(() => this.#running.delete(id));
    this.#running.set(id, run);
    return run;
  }

  async #again(deps: Deps, district: string, id: string): Promise<void> {
    const job = await readJob(deps, { district, actor: 'system' }, id);
    if (job && isOpen(job) && !this.#closed) await this.carryOut(deps, district, id);
  }

  /** Begins what a process that is no more has left, and removes what ended long ago. */
  async resume(deps: Deps): Promise<number> {
    let resumed = 0;
    for (const district of await deps.store.districts()) {
      const scope: Scope = { district, actor: 'system' };
      for (const { id, rev, fields } of await listAll(deps, scope, 'jobs', {})) {
        if (isOpen({ state: String(fields['state']) })) {
          resumed += 1;
          void this.carryOut(deps, district, id);
        } else if (Date.parse(String(fields['at'])) < Date.parse(deps.clock.instant()) - keptDays * day)
          await deps.store.remove(scope, 'jobs', id, rev);
      }
    }
    return resumed;
  }

  /** Begins nothing more; what is being made may end for at most so many milliseconds, the rest stays queued. */
  async close(limit = 8_000): Promise<void> {
    this.#closed = true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((done) => (timer = setTimeout(done, limit)));
    await Promise.race([Promise.all(this.#running.values()), late]);
    clearTimeout(timer);
  }

  async #all(deps: Deps, district: string, id: string): Promise<void> {
    const system: Scope = { district, actor: 'system' };
    for (;;) {
      const left = await this.#gate.through(() => this.#next(deps, system, id));
      if (!left) return;
    }
  }

  /** The next part of a job; false: there is none, or nothing more is begun. */
  async #next(deps: Deps, system: Scope, id: string): Promise<boolean> {
    const job = await readJob(deps, system, id);
    if (!job || !isOpen(job) || this.#closed) return false;
    const scope: Scope = { ...system, actor: job.by };
    const at = job.parts.findIndex(isOpen);
    const part = job.parts[at];
    if (!part) {
      await changeJob(deps, scope, id, (before) => ended(before, deps.clock.instant()));
      return false;
    }
    const issuedAt = part.issuedAt ?? deps.clock.instant();
    const progress = { state: 'running', attempts: part.attempts + 1, issuedAt } as const;
    const begun = { ...part, ...progress };
    const written = await changeJob(deps, scope, id, (before) =>
      isOpen(before) ? { ...withPart(before, at, progress), state: 'running' } : before,
    );
    if (!written || !isOpen(written.job)) return false;
    const number = async (given: string): Promise<void> => {
      const kept = await changeJob(deps, scope, id, (before) => withPart(before, at, { number: given }));
      if (kept && !kept.kept.ok) throw new StoreFailure(kept.kept.problem);
    };
    let made: Made;
    // What is not on the disk is not begun: a restart would know nothing of it.
    if (!written.kept.ok) made = { ok: false, problem: written.kept.problem };
    else if (begun.attempts > mostAttempts) made = refuse('job-gave-up', { attempts: mostAttempts });
    else
      made = await inTime(deps, this.#longest, (mayKeep) =>
        makePart(deps, scope, begun, { number, mayKeep }),
      );
    // What was refused at the very end may be there all the same.
    if (!made.ok && (await isMade(deps, scope, begun))) made = { ok: true, act: begun.act };
    // A printer that is being closed fails everything: that is no answer, and the next start takes it up.
    const putOff = !made.ok && this.#closed;
    await changeJob(deps, scope, id, (before) =>
      withPart(before, at, putOff ? { state: 'queued', attempts: part.attempts } : outcome(made)),
    );
    if (!made.ok) deps.log('document not made', { job: id, part: at, code: made.problem.code, putOff });
    return !putOff;
  }
}

function outcome(made: Made): PartChange {
  if (!made.ok) return { state: 'failed', problem: made.problem };
  const { ok: _, ...document } = made;
  return { state: 'done', ...document };
}

function ended(job: KeptJob, at: string): KeptJob {
  if (!isOpen(job)) return job;
  const failed = job.parts.some(({ state }) => state === 'failed');
  return { ...job, state: failed ? 'failed' : 'done', endedAt: at };
}

/** Ends by itself in time: what is late may no longer keep anything, what keeps already is waited for. */
async function inTime(
  deps: Deps,
  limit: number,
  work: (mayKeep: () => boolean) => Promise<Made>,
): Promise<Made> {
  let [late, keeping] = [false, false];
  const mayKeep = (): boolean => (keeping = !late);
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<Refusal>((done) => {
    timer = setTimeout(() => {
      if (keeping) return;
      late = true;
      done(refuse('printing-took-too-long'));
    }, limit);
  });
  const tried = work(mayKeep).catch((error: unknown): Refusal => {
    if (error instanceof StoreFailure) return { ok: false, problem: error.problem };
    const number = Math.random().toString(16).slice(2, 10);
    deps.log('unexpected', { number, kind: 'job', place: reasonOf(error) });
    return refuse('unexpected', { number });
  });
  const made = await Promise.race([tried, over]);
  clearTimeout(timer);
  return made;
}

/** Not the message: it may quote what somebody wrote. */
const reasonOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.name} ${(error.stack ?? '').split('\n').slice(1, 6).join(' ')}`
    : typeof error;

export const workshop = new Workshop();
