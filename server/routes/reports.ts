// SPDX-License-Identifier: AGPL-3.0-or-later
// Documents of the district: lists, reports, the guide to services.
import { blankForm } from '../actions/definitions/blank-form.ts';
import {
  gatherCaseReport,
  gatherReport,
  sheetsOf,
  type AskedReport,
} from '../actions/documents/issue-report.ts';
import { askForCaseReport, askForReport, type BegunAct } from '../actions/documents/jobs.ts';
import { listReports } from '../actions/documents/list-reports.ts';
import { refusalOf } from '../authorize.ts';
import { limits } from '../guard.ts';
import type { Deps } from '../deps.ts';
import { refuse, type Refusal } from '../problems.ts';
import { reports } from '../reports/index.ts';
import { csv } from '../tables/csv.ts';
import { xlsx } from '../tables/xlsx.ts';
import { caseOf } from './cases.ts';
import { personOf, scopeOf, type Asked, type JsonSchema, type Reply, type Route } from './contract.ts';
import { jobView, patience, toldOf, wait } from './jobs.ts';
import { anything, grammar, list, object, text } from './schema.ts';

/** One of the kinds, each with what it asks. */
const asked: JsonSchema = {
  type: 'object',
  required: ['kind'],
  properties: { kind: text() },
  oneOf: reports.map(({ kind, asks, needs }) =>
    object({ kind: { const: kind }, ...asks }, ['kind', ...needs]),
  ),
};
const row = object({
  id: text(),
  kind: text(),
  number: text(),
  title: text(),
  issuedAt: text('date-time'),
  by: text(),
  state: text(),
  tables: { type: 'boolean' },
  closes: { type: 'boolean' },
});

/** What a document would say now. */
const seen = object({ title: text(), content: anything });
type Seen = { readonly ok: true; readonly gathered: { readonly title: string; readonly content: unknown } };
const seenOf = (done: Seen | Refusal): Reply | Refusal =>
  done.ok ? { ok: true, body: { title: done.gathered.title, content: done.gathered.content } } : done;

/** An act that was asked for; while it is being made, where Location says is told how far it is. */
const begun = {
  rate: 'print',
  status: 201,
  query: { wait },
  answer: object({ act: grammar('document-kept') }),
  also: { 202: jobView },
} as const;
async function begunOf(asked: Asked, deps: Deps, done: BegunAct): Promise<Reply | Refusal> {
  if (!done.ok) return done;
  return 'job' in done ? toldOf(asked, deps, done.job, 202) : { ok: true, body: { act: done.act } };
}

async function blankOf(given: Asked, deps: Deps, draft: boolean): Promise<Reply | Refusal> {
  const id = given.path['id'] ?? '';
  const made = await blankForm(deps, personOf(given), id, draft);
  if (!made.ok) return made;
  const headers = { 'Content-Disposition': `inline; filename="${id.replace(/[^\w.-]+/g, '-')}.pdf"` };
  return { ok: true, bytes: made.bytes, type: 'application/pdf', headers };
}

export const reportRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/documents',
    summary: 'Documents of the district that the person may read, newest first',
    access: 'reports: list',
    query: { kind: text(), cursor: text() },
    answer: object(
      {
        kinds: list(object({ kind: text(), title: text(), issues: { type: 'boolean' } })),
        items: list(row),
        jobs: list(jobView),
        next: text(),
      },
      ['kinds', 'items', 'jobs'],
    ),
    run: async ({ query, locale, ...rest }, deps) => ({
      ok: true,
      body: await listReports(
        deps,
        personOf({ query, locale, ...rest }),
        { kind: query['kind'], cursor: query['cursor'] },
        locale,
      ),
    }),
  },
  {
    method: 'POST',
    path: '/api/documents',
    summary: 'Issues a document of the district: a list, a report, the guide to services',
    access: 'reports: issue',
    body: { schema: asked, limit: limits.request },
    ...begun,
    run: async (given, deps) =>
      begunOf(
        given,
        deps,
        await askForReport(deps, personOf(given), given.body as AskedReport, patience(given)),
      ),
  },
  {
    method: 'POST',
    path: '/api/reports',
    summary: 'What a document of the district would say now, with true figures; nothing is issued',
    access: 'reports: see',
    body: { schema: asked, limit: limits.request },
    answer: seen,
    run: async (given, deps) => seenOf(await gatherReport(deps, personOf(given), given.body as AskedReport)),
  },
  {
    method: 'GET',
    path: '/api/cases/{id}/reports/{kind}',
    summary: 'What a document of the case that prints no submission would say now, e.g. its transcription',
    access: 'case: read',
    // may the person issue it, now?
    answer: object({ title: text(), content: anything, issues: { type: 'boolean' } }),
    async run(given, deps) {
      const [person, kase, kind] = [personOf(given), caseOf(given), given.path['kind'] ?? ''];
      const issues = !kase.value.closed && !refusalOf(deps, person, kase, kind, 'e');
      const done = await gatherCaseReport(deps, person, kase, kind);
      if (!done.ok) return done;
      return { ok: true, body: { title: done.gathered.title, content: done.gathered.content, issues } };
    },
  },
  {
    method: 'POST',
    path: '/api/cases/{id}/reports/{kind}',
    summary: 'Issues a document of the case that prints no submission: transcription, register of signatures',
    access: 'case: issue',
    ...begun,
    async run(given, deps) {
      const kind = given.path['kind'] ?? '';
      const done = await askForCaseReport(deps, personOf(given), caseOf(given), kind, patience(given));
      return begunOf(given, deps, done);
    },
  },
  {
    method: 'GET',
    path: '/api/documents/{id}/table',
    summary: 'What an issued document of the district says, as a CSV table or a workbook',
    access: 'document: read',
    query: { as: { enum: ['csv', 'xlsx'] } },
    async run(given, deps) {
      const document = given.found.document;
      const sheets = document && (await sheetsOf(deps, scopeOf(given), document));
      if (!document || !sheets || !sheets[0]) return refuse('not-found');
      const name = document.value.number.replace(/[^\w.-]+/g, '-');
      const workbook = given.query['as'] === 'xlsx';
      return {
        ok: true,
        bytes: workbook ? xlsx(sheets) : sheets.map(csv).join('\r\n'),
        type: workbook
          ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
          : 'text/csv; charset=utf-8',
        headers: {
          'Content-Disposition': `attachment; filename="${name}.${workbook ? 'xlsx' : 'csv'}"`,
        },
      };
    },
  },
  {
    method: 'GET',
    path: '/api/definitions/{id}/blank',
    summary: 'The newest version of a form as a PDF to fill in by hand',
    access: 'versions: read',
    rate: 'print',
    run: (given, deps) => blankOf(given, deps, false),
  },
  {
    method: 'GET',
    path: '/api/definitions/{id}/blank/draft',
    summary: 'The same as it stands in the builder: what is not published yet is for who works on it',
    access: 'definitions: read',
    rate: 'print',
    run: (given, deps) => blankOf(given, deps, true),
  },
];
