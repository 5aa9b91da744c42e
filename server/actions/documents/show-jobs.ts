// SPDX-License-Identifier: AGPL-3.0-or-later
// Jobs as the desk knows them; no name is in them.
import type { Case, Document } from '../../../schemas/types.ts';
import { caseReportKinds, reportKinds } from '../../../templates/report-kinds.ts';
import { barredFrom } from '../../authorize.ts';
import type { Deps } from '../../deps.ts';
import { readJob } from '../../jobs/record.ts';
import { sentence, type Locale } from '../../problems.ts';
import type { JobPart } from '../../records.ts';
import { scopeOf, type Person } from '../../sessions.ts';
import type { Query } from '../../storage/contract.ts';
import { listAll } from '../../storage/list-all.ts';

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
export const jobsOf = (deps: Deps, person: Person, kase: string, locale: Locale) =>
  told(deps, person, locale, { contains: { cases: ` ${kase} ` } });

/** The same of the documents of the district. */
export const jobsOfDistrict = (deps: Deps, person: Person, locale: Locale) =>
  told(deps, person, locale, { where: { cases: '', state: ['queued', 'running', 'failed'] } });

async function told(deps: Deps, person: Person, locale: Locale, query: Query) {
  const found = await listAll(deps, scopeOf(person), 'jobs', query);
  const shown = await Promise.all(found.map(({ id }) => showJob(deps, person, id, locale)));
  // Of a job whose every document is kept for others, not even that it is there.
  return shown.flatMap((one) =>
    one && one.parts.length > 0 && !['done', 'stopped'].includes(one.state) ? [one] : [],
  );
}

/** A job without the documents that the person may not read. */
export async function showJob(deps: Deps, person: Person, id: string, locale: Locale) {
  const job = await readJob(deps, scopeOf(person), id);
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
  if (await barredFrom(deps, person, part, 'v')) return [];
  const scope = scopeOf(person);
  const { of, kind, state, act, problem } = part;
  const kase = part.case === undefined ? undefined : await deps.store.get<Case>(scope, 'cases', part.case);
  const document = await deps.store.get<Document>(scope, 'documents', act);
  return [
    {
      of,
      kind,
      title: kindTitle(deps, kind, locale),
      state,
      ...(part.case !== undefined && kase ? { case: part.case, caseNumber: kase.value.number } : {}),
      ...(part.of === 'submission' ? { submission: part.submission } : {}),
      // What is sealed is there before the job is done.
      ...(document ? { act, number: document.value.number } : {}),
      ...(problem ? { problem: { ...problem, message: sentence(problem, deps.sentences, locale) } } : {}),
    },
  ];
}

/** The name of a kind of document. */
export function kindTitle(deps: Pick<Deps, 'papers'>, kind: string, locale: Locale): string {
  const known = [...deps.papers.kinds, ...reportKinds, ...caseReportKinds].find((one) => one.kind === kind);
  return known?.words[locale] ?? kind;
}
