// SPDX-License-Identifier: AGPL-3.0-or-later
// Asking for documents and seals: the job is on the disk before anything is done, and whoever asked may wait for it.
import type { Case, Document } from '../../../schemas/types.ts';
import { refusalOf } from '../../authorize.ts';
import { newCode, newId } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { makerOf } from '../../jobs/makers.ts';
import { changeJob, isOpen, queuedAgain, readJob } from '../../jobs/record.ts';
import { workshop } from '../../jobs/workshop.ts';
import { keepNew, recorded, refusal } from '../../keep.ts';
import { oneAtATime } from '../../mutexes.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { JobPart, KeptJob } from '../../records.ts';
import { scopeOf, type Person } from '../../sessions.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { issuedBefore, type Issued } from './issue-document.ts';
import { gatherReport, gatherToIssue, type Act, type AskedReport } from './issue-report.ts';
import { readyToSeal } from './seal-document.ts';
import { listAll } from '../../storage/list-all.ts';

/** One document that is asked for. */
export interface Wanted {
  readonly case: string;
  readonly kind: string;
  readonly submission: string;
}

/** The job goes on. */
type GoesOn = { readonly ok: true; readonly job: string };
/** What became of it: the act, or the job that goes on. */
export type Begun = Issued | GoesOn | Refusal;
export type BegunAct = { readonly ok: true; readonly act: Act } | GoesOn | Refusal;

const fresh = { state: 'queued', attempts: 0 } as const;
const printOf = (wanted: Wanted): JobPart => ({
  of: 'submission',
  ...wanted,
  act: newId(),
  internal: newId(),
  code: newCode(),
  ...fresh,
});

/** Issues a document; waits for it at most so many milliseconds. Asked for again, it is the same job. */
export async function askForDocument(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  { kind, submission }: Pick<Wanted, 'kind' | 'submission'>,
  patience: number,
): Promise<Begun> {
  const before = () => issuedBefore(deps, person, kase, kind, submission);
  const queued = await oneAtATime.alone(
    `${person.district} ask ${kase.id}`,
    async (): Promise<Begun | string> => {
      const there = await before();
      if (!there.ok) return there;
      if (there.issued) return there.issued;
      return queue(deps, scopeOf(person), printOf({ case: kase.id, kind, submission }));
    },
  );
  const told = await waitFor(deps, person, queued, patience);
  if (typeof told !== 'string') return told;
  const issued = await before();
  if (!issued.ok) return issued;
  // Withdrawn in the meantime: the job tells the rest.
  return issued.issued ? { ...issued.issued, again: false } : { ok: true, job: told };
}

/** Issues a document of the district, in the same way. */
export async function askForReport(
  deps: Deps,
  person: Person,
  asked: AskedReport,
  patience: number,
): Promise<BegunAct> {
  const gathered = await gatherReport(deps, person, asked);
  if (!gathered.ok) return gathered;
  const comuni = gathered.report.comuni(asked);
  const names = { act: newId(), code: newCode() };
  return askForAct(
    deps,
    person,
    { of: 'report', kind: asked.kind, asked, comuni, ...names, ...fresh },
    patience,
  );
}

/** Issues a document of one case that prints no submission of it. */
export async function askForCaseReport(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  kind: string,
  patience: number,
): Promise<BegunAct> {
  const gathered = await gatherToIssue(deps, person, kase, kind);
  if (!gathered.ok) return gathered;
  const names = { act: newId(), code: newCode() };
  return askForAct(deps, person, { of: 'case-report', case: kase.id, kind, ...names, ...fresh }, patience);
}

/** Seals an act, or closes one that was sealed first. */
export async function askForSeal(
  deps: Deps,
  person: Person,
  kase: Kept<Case> | undefined,
  id: string,
  patience: number,
): Promise<BegunAct> {
  const ready = await readyToSeal(deps, scopeOf(person), id);
  if (!ready.ok) return ready;
  if ('sealed' in ready) return { ok: true, act: { ...ready.sealed, id } };
  const { kind, report } = ready.kept.value;
  const of = kase ? { case: kase.id } : { comuni: report?.comuni ?? [] };
  const until = ready.opens ? 'opened' : 'sealed';
  return askForAct(deps, person, { of: 'seal', ...of, kind, act: id, until, ...fresh }, patience);
}

async function askForAct(deps: Deps, person: Person, part: JobPart, patience: number): Promise<BegunAct> {
  const scope = scopeOf(person);
  const queued = await oneAtATime.alone(`${scope.district} ask ${part.case ?? part.kind}`, () =>
    queue(deps, scope, part),
  );
  const told = await waitFor(deps, person, queued, patience);
  if (typeof told !== 'string') return told;
  const [made] = (await readJob(deps, scope, told))?.parts ?? [];
  const act = made && (await deps.store.get<Document>(scope, 'documents', made.act));
  return act ? { ok: true, act: { ...act.value, id: act.id } } : { ok: true, job: told };
}

/** Begins a batch: every document must be one that the person may issue now. */
export async function askForDocuments(
  deps: Deps,
  person: Person,
  wanted: readonly Wanted[],
): Promise<GoesOn | Refusal> {
  const scope = scopeOf(person);
  for (const [place, one] of wanted.entries()) {
    const at = `/items/${place}`;
    const kase = await deps.store.get<Case>(scope, 'cases', one.case);
    if (!kase || refusalOf(deps, person, kase, one.kind, 'e')) return refuse('not-found', {}, at);
    const before = await issuedBefore(deps, person, kase, one.kind, one.submission);
    if (!before.ok) return { ok: false, problem: { ...before.problem, at: at + before.problem.at } };
  }
  const made = await createJob(deps, scope, wanted.map(printOf), true);
  if (!made.ok) return made;
  void workshop.carryOut(deps, scope.district, made.value);
  return { ok: true, job: made.value };
}

/** The job that does this, or one that was begun for the same: its id. */
async function queue(deps: Deps, scope: Scope, part: JobPart): Promise<string | Refusal> {
  const known = await jobFor(deps, scope, part);
  if (known) {
    const again = await retryJob(deps, scope, known);
    return again.ok ? known : again;
  }
  const made = await createJob(deps, scope, [part]);
  return made.ok ? made.value : made;
}

/** Waits for a job of one part; its id where the part is done, else what is to be told. */
async function waitFor<Told>(
  deps: Deps,
  person: Person,
  job: string | Told,
  patience: number,
): Promise<string | Told | GoesOn | Refusal> {
  if (typeof job !== 'string') return job;
  await soon(workshop.carryOut(deps, person.district, job), patience);
  const [part] = (await readJob(deps, scopeOf(person), job))?.parts ?? [];
  if (part?.state === 'failed' && part.problem) return { ok: false, problem: part.problem };
  return part?.state === 'done' ? job : { ok: true, job };
}

/** The job of one part that is not done yet. One that failed for somebody else may work for who asks now. */
async function jobFor(deps: Deps, scope: Scope, part: JobPart): Promise<string | undefined> {
  const where = { state: ['queued', 'running', 'failed'] };
  const cases = part.case === undefined ? {} : { contains: { cases: ` ${part.case} ` } };
  for (const { id } of await listAll(deps, scope, 'jobs', { where, ...cases })) {
    const job = await readJob(deps, scope, id);
    const [first] = job?.parts ?? [];
    if (!job || !first || job.batch || !(isOpen(job) || job.by === scope.actor)) continue;
    if (first.of === part.of && makerOf(part).same(part) === makerOf(first).same(first)) return id;
  }
  return undefined;
}

async function createJob(
  deps: Deps,
  scope: Scope,
  parts: readonly JobPart[],
  batch?: true,
): Promise<{ readonly ok: true; readonly value: string } | Refusal> {
  const job = newId();
  const value: KeptJob = {
    state: 'queued',
    by: scope.actor,
    ...(batch ? { batch } : {}),
    at: deps.clock.instant(),
    parts,
  };
  const made = await keepNew(deps, scope, { action: 'job.ask', object: job }, 'jobs', () => value, undefined);
  return made.ok ? { ok: true, value: job } : refusal(made);
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

async function soon(work: Promise<unknown>, patience: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((done) => (timer = setTimeout(done, patience)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}
