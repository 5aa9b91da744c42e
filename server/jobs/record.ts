// SPDX-License-Identifier: AGPL-3.0-or-later
// A job's record, read and changed by one at a time. What a full disk does not take is remembered here: whoever asks is
// told how the job ended, and a restart finds it as it was and takes it up again.
import type { Deps } from '../deps.ts';
import { oneAtATime } from '../mutexes.ts';
import type { JobPart, KeptJob, PartState } from '../records.ts';
import type { Outcome, Scope } from '../storage/contract.ts';
import { StoreFailure } from '../storage/failure.ts';

const unwritten = new Map<string, KeptJob>();

export const isOpen = ({ state }: { readonly state: string }): boolean =>
  state === 'queued' || state === 'running';

export async function readJob(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  id: string,
): Promise<KeptJob | undefined> {
  const kept = await deps.store.get<KeptJob>(scope, 'jobs', id);
  const newer = kept && unwritten.get(id);
  // There may be room by now.
  if (newer) void changeJob(deps, scope, id, (before) => before).catch(() => undefined);
  return newer ?? kept?.value;
}

/** The job after the change; undefined when there is none. `kept`: false when the change is not on the disk. */
export function changeJob(
  deps: Pick<Deps, 'store'>,
  scope: Scope,
  id: string,
  change: (before: KeptJob) => KeptJob,
): Promise<{ readonly job: KeptJob; readonly kept: Outcome<unknown> } | undefined> {
  return oneAtATime.alone(`${scope.district} job ${id}`, async () => {
    const found = await deps.store.get<KeptJob>(scope, 'jobs', id);
    if (!found) return undefined;
    const before = unwritten.get(id) ?? found.value;
    const job = change(before);
    if (job === found.value) return { job, kept: { ok: true, value: undefined } };
    const kept = await written(() => deps.store.replace(scope, 'jobs', id, job, found.rev));
    if (kept.ok) unwritten.delete(id);
    else unwritten.set(id, job);
    return { job, kept };
  });
}

async function written<Value>(write: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof StoreFailure) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** What may change of a part: how far it is, and which document it came to. */
export type PartChange = Partial<PartState> & { readonly act?: string; readonly internal?: string };

/** The job with one of its parts changed. */
export const withPart = (job: KeptJob, at: number, change: PartChange): KeptJob => ({
  ...job,
  parts: job.parts.map((one, place) => (place === at ? ({ ...one, ...change } as JobPart) : one)),
});

/** The same without what says how it failed, to be begun anew. */
export function queuedAgain(part: JobPart): JobPart {
  const { problem: _problem, issuedAt: _issuedAt, ...rest } = part;
  return { ...rest, state: 'queued', attempts: 0 };
}
