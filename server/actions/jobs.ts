// SPDX-License-Identifier: AGPL-3.0-or-later
// Asking for documents: the job is on the disk before anything is printed, and whoever asked may wait for it a moment.
import type { Case } from '../../schemas/types.ts';
import { refusalOf } from '../authorize.ts';
import { newCode, newId } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { changeJob, isOpen, queuedAgain, readJob } from '../jobs/record.ts';
import { workshop } from '../jobs/workshop.ts';
import { keepNew, recorded, refusal } from '../keep.ts';
import { oneAtATime } from '../mutexes.ts';
import { refuse, sentence, type Locale, type Refusal } from '../problems.ts';
import type { JobPart, KeptJob } from '../records.ts';
import type { Person } from '../sessions.ts';
import type { Kept, Scope } from '../storage/contract.ts';
import { issuedBefore, type Issued } from './issue-document.ts';
import { listAll } from './show-case.ts';

/** One document that is asked for. */
export interface Wanted {
  readonly case: string;
  readonly kind: string;
  readonly submission: string;
}

/** What became of it: the act, or the job that goes on. */
export type Begun = Issued | { readonly ok: true; readonly job: string } | Refusal;

const scopeOf = ({ district, account }: Person): Scope => ({ district, actor: account.id });

/** Issues a document; waits for it at most so many milliseconds. Asked for again, it is the same job. */
export async function askForDocument(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  { kind, submission }: Pick<Wanted, 'kind' | 'submission'>,
  patience: number,
): Promise<Begun> {
  const scope = scopeOf(person);
  const wanted = { case: kase.id, kind, submission };
  const begun = await oneAtATime.alone(
    `${scope.district} ask ${kase.id}`,
    async (): Promise<Begun | string> => {
      const before = await issuedBefore(deps, person, kase, kind, submission);
      if (!before.ok) return before;
      if (before.issued) return before.issued;
      const known = await jobFor(deps, scope, wanted);
      if (known) {
        const again = await retryJob(deps, scope, known);
        return again.ok ? known : again;
      }
      const made = await createJob(deps, scope, [wanted]);
      return made.ok ? made.job : made;
    },
  );
  if (typeof begun !== 'string') return begun;
  await soon(workshop.carryOut(deps, scope.district, begun), patience);
  const [part] = (await readJob(deps, scope, begun))?.parts ?? [];
  if (part?.state === 'failed' && part.problem) return { ok: false, problem: part.problem };
  if (part?.state !== 'done') return { ok: true, job: begun };
  const issued = await issuedBefore(deps, person, kase, kind, submission);
  if (!issued.ok) return issued;
  // Withdrawn in the meantime: the job tells the rest.
  return issued.issued ? { ...issued.issued, again: false } : { ok: true, job: begun };
}

/** Begins a batch: every document must be one that the person may issue now. */
export async function askForDocuments(
  deps: Deps,
  person: Person,
  wanted: readonly Wanted[],
): Promise<{ readonly ok: true; readonly job: string } | Refusal> {
  const scope = scopeOf(person);
  for (const [place, one] of wanted.entries()) {
    const at = `/items/${place}`;
    const kase = await deps.store.get<Case>(scope, 'cases', one.case);
    if (!kase || refusalOf(deps, person, kase, one.kind, 'e')) return refuse('not-found', {}, at);
    const before = await issuedBefore(deps, person, kase, one.kind, one.submission);
    if (!before.ok) return { ok: false, problem: { ...before.problem, at: at + before.problem.at } };
  }
  const made = await createJob(deps, scope, wanted, true);
  if (made.ok) void workshop.carryOut(deps, scope.district, made.job);
  return made;
}

/** The job of one document that is not made yet. */
async function jobFor(deps: Deps, scope: Scope, wanted: Wanted): Promise<string | undefined> {
  for (const { id } of await listAll(deps, scope, 'jobs', { contains: { cases: ` ${wanted.case} ` } })) {
    const job = await readJob(deps, scope, id);
    const [part] = job?.parts ?? [];
    const fits = part && part.kind === wanted.kind && part.submission === wanted.submission;
    if (job && fits && !job.batch && !['done', 'stopped'].includes(job.state)) return id;
  }
  return undefined;
}

async function createJob(
  deps: Deps,
  scope: Scope,
  wanted: readonly Wanted[],
  batch?: true,
): Promise<{ readonly ok: true; readonly job: string } | Refusal> {
  const parts = wanted.map((one): JobPart => ({
    ...one,
    act: newId(),
    internal: newId(),
    code: newCode(),
    state: 'queued',
    attempts: 0,
  }));
  const job = newId();
  const value: KeptJob = {
    state: 'queued',
    by: scope.actor,
    ...(batch ? { batch } : {}),
    at: deps.clock.instant(),
    parts,
  };
  const made = await keepNew(deps, scope, { action: 'job.ask', object: job }, 'jobs', () => value, undefined);
  return made.ok ? { ok: true, job } : refusal(made);
}

/** Puts what has failed or was stopped back into the queue. */
export function retryJob(deps: Deps, scope: Scope, id: string): Promise<{ readonly ok: true } | Refusal> {
  return changed(deps, scope, id, 'job.retry', (before) =>
    isOpen(before) || before.state === 'done'
      ? before
      : {
          ...before,
          state: 'queued',
          parts: before.parts.map((part) => (part.state === 'done' ? part : queuedAgain(part))),
        },
  );
}

/** Nothing more of it is begun, and a failed one is no longer shown; what is being printed at this moment ends. */
export function stopJob(deps: Deps, scope: Scope, id: string): Promise<{ readonly ok: true } | Refusal> {
  return changed(deps, scope, id, 'job.stop', (before) =>
    ['done', 'stopped'].includes(before.state)
      ? before
      : { ...before, state: 'stopped', endedAt: deps.clock.instant() },
  );
}

async function changed(
  deps: Deps,
  scope: Scope,
  id: string,
  action: string,
  change: (before: KeptJob) => KeptJob,
): Promise<{ readonly ok: true } | Refusal> {
  const done = await recorded(deps, scope, { action, object: id }, async () => {
    const told = await changeJob(deps, scope, id, change);
    return told ? told.kept : refuse('not-found');
  });
  if (!done.ok) return refusal(done);
  void workshop.carryOut(deps, scope.district, id);
  return { ok: true };
}

/** Jobs that the person has asked for, the newest first. */
export async function ownJobs(deps: Deps, person: Person, locale: Locale) {
  const scope = scopeOf(person);
  const found = await deps.store.list(scope, 'jobs', {
    where: { by: scope.actor },
    newestFirst: true,
    limit: 50,
  });
  const shown = await Promise.all(found.items.map(({ id }) => showJob(deps, person, id, locale)));
  return shown.flatMap((one) => (one ? [one] : []));
}

/** What is still to be told of the documents of a case. */
export async function jobsOf(deps: Deps, person: Person, kase: string, locale: Locale) {
  const found = await listAll(deps, scopeOf(person), 'jobs', { contains: { cases: ` ${kase} ` } });
  const shown = await Promise.all(found.map(({ id }) => showJob(deps, person, id, locale)));
  // Of a job whose every document is kept for others, not even that it is there.
  return shown.flatMap((one) =>
    one && one.parts.length > 0 && !['done', 'stopped'].includes(one.state) ? [one] : [],
  );
}

/** A job as the desk knows it, without the documents of cases that the person may not read; no name is in it. */
export async function showJob(deps: Deps, person: Person, id: string, locale: Locale) {
  const scope = scopeOf(person);
  const job = await readJob(deps, scope, id);
  if (!job) return undefined;
  const parts = await Promise.all(job.parts.map((part) => showPart(deps, person, part, locale)));
  const ending = (state: JobPart['state']): number => job.parts.filter((one) => one.state === state).length;
  return {
    id,
    state: job.state,
    batch: job.batch ?? false,
    at: job.at,
    ...(job.endedAt ? { endedAt: job.endedAt } : {}),
    total: job.parts.length,
    done: ending('done'),
    failed: ending('failed'),
    parts: parts.flat(),
  };
}

async function showPart(deps: Deps, person: Person, part: JobPart, locale: Locale) {
  const kase = await deps.store.get<Case>(scopeOf(person), 'cases', part.case);
  if (!kase || refusalOf(deps, person, kase, part.kind, 'v')) return [];
  const { kind, submission, state, act, problem } = part;
  return [
    {
      case: part.case,
      caseNumber: kase.value.number,
      kind,
      submission,
      state,
      ...(state === 'done' ? { act } : {}),
      ...(problem ? { problem: { ...problem, message: sentence(problem, deps.sentences, locale) } } : {}),
    },
  ];
}

async function soon(work: Promise<unknown>, patience: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((done) => (timer = setTimeout(done, patience)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}
