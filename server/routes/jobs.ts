// SPDX-License-Identifier: AGPL-3.0-or-later
import { askForDocuments, retryJob, stopJob, type Wanted } from '../actions/documents/jobs.ts';
import { printables } from '../actions/documents/printables.ts';
import { printTogether } from '../actions/documents/print-together.ts';
import { ownJobs, showJob } from '../actions/documents/show-jobs.ts';
import { limits } from '../guard.ts';
import { makers } from '../jobs/makers.ts';
import { refuse } from '../problems.ts';
import { personOf, scopeOf, type Asked, type JsonSchema, type Reply, type Route } from './contract.ts';
import { list, object, text, whole } from './schema.ts';
import type { Deps } from '../deps.ts';
import type { Refusal } from '../problems.ts';

const short = { type: 'string', minLength: 1, maxLength: 200 } as const;
const moment = text('date-time');
const state = { enum: ['queued', 'running', 'done', 'failed', 'stopped'] } as const;

/** A job on the wire. */
export const jobView = object(
  {
    id: text(),
    state,
    batch: { type: 'boolean' },
    at: moment,
    endedAt: moment,
    total: whole,
    done: whole,
    failed: whole,
    parts: list(
      object(
        {
          of: { enum: Object.keys(makers) },
          kind: text(),
          title: text(),
          state,
          // of a document of the district there is no case, of a report or a seal no submission
          case: text(),
          caseNumber: text(),
          submission: text(),
          // as soon as the document is there
          act: text(),
          number: text(),
          problem: { type: 'object', required: ['code', 'message'] },
        },
        ['of', 'kind', 'title', 'state'],
      ),
    ),
  },
  ['id', 'state', 'batch', 'at', 'total', 'done', 'failed', 'parts'],
);

/** A job as it stands, and where to ask again. */
export async function toldOf(asked: Asked, deps: Deps, id: string, status = 200): Promise<Reply | Refusal> {
  const body = await showJob(deps, personOf(asked), id, asked.locale);
  return body ? { ok: true, status, body, headers: { Location: `/api/jobs/${id}` } } : refuse('not-found');
}

/** Milliseconds for which an answer may keep waiting for a job. */
export function patience(asked: Asked): number {
  const seconds = Number(asked.query['wait'] ?? 15);
  return Number.isInteger(seconds) && seconds >= 0 ? Math.min(seconds, 30) * 1000 : 0;
}
/** `wait` among the query of a route that begins a job. */
export const wait: JsonSchema = {
  type: 'integer',
  minimum: 0,
  maximum: 30,
  description: 'seconds; 15 when absent',
};

function jobIn(asked: Asked) {
  if (!asked.found.job) throw new Error('the rule found no job');
  return asked.found.job;
}

/** Stopping and beginning again a batch is for who asked for it: others may know a part of its cases only. */
async function change(asked: Asked, deps: Deps, act: typeof stopJob): Promise<Reply | Refusal> {
  const job = jobIn(asked);
  if (job.value.batch && job.value.by !== personOf(asked).account.id) return refuse('forbidden');
  const done = await act(deps, scopeOf(asked), job.id);
  return done.ok ? toldOf(asked, deps, job.id) : done;
}

export const jobRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/printables',
    summary: 'Kinds of documents, and the cases with something to print as one that the person may issue',
    access: 'cases: list',
    query: { kind: short },
    answer: object({
      kind: text(),
      kinds: list(object({ kind: text(), title: text() })),
      items: list(
        object({ case: text(), number: text(), name: text(), submission: text(), submittedAt: moment }),
      ),
    }),
    run: async (asked, deps) => ({
      ok: true,
      body: await printables(deps, personOf(asked), asked.query['kind'] ?? '', asked.locale),
    }),
  },
  {
    method: 'GET',
    path: '/api/jobs',
    summary: 'Documents that the person has asked for, the newest request first',
    access: 'jobs: own',
    answer: object({ items: list(jobView) }),
    still: true,
    run: async (asked, deps) => ({
      ok: true,
      body: { items: await ownJobs(deps, personOf(asked), asked.locale) },
    }),
  },
  {
    method: 'POST',
    path: '/api/jobs',
    summary: 'Asks for many documents at once; they are made one after the other',
    access: 'jobs: own',
    rate: 'print',
    body: {
      limit: limits.request,
      schema: object({
        items: {
          type: 'array',
          minItems: 1,
          maxItems: 500,
          items: object({ case: short, kind: short, submission: short }),
        },
      }),
    },
    status: 202,
    answer: jobView,
    async run(asked, deps) {
      const { items } = asked.body as { items: readonly Wanted[] };
      const begun = await askForDocuments(deps, personOf(asked), items);
      return begun.ok ? toldOf(asked, deps, begun.job, 202) : begun;
    },
  },
  {
    method: 'GET',
    path: '/api/jobs/{id}',
    summary: 'How far a job is, and what could not be made and why',
    access: 'job: read',
    answer: jobView,
    still: true,
    run: (asked, deps) => toldOf(asked, deps, asked.path['id'] ?? ''),
  },
  {
    method: 'GET',
    path: '/api/jobs/{id}/file',
    summary: 'The documents of a job in one PDF, to be put on paper; it is no act',
    access: 'job: print',
    rate: 'print',
    async run(asked, deps) {
      const done = await printTogether(deps, personOf(asked), jobIn(asked).value);
      if (!done.ok) return done;
      const headers = { 'Content-Disposition': 'inline; filename="documenti.pdf"' };
      return { ok: true, bytes: done.bytes, type: 'application/pdf', headers };
    },
  },
  {
    method: 'POST',
    path: '/api/jobs/{id}/stop',
    summary: 'Begins no more documents of a job; a failed job is no longer shown',
    access: 'job: change',
    answer: jobView,
    run: (asked, deps) => change(asked, deps, stopJob),
  },
  {
    method: 'POST',
    path: '/api/jobs/{id}/retry',
    summary: 'Makes what has failed or was stopped',
    access: 'job: change',
    rate: 'print',
    answer: jobView,
    run: (asked, deps) => change(asked, deps, retryJob),
  },
];
