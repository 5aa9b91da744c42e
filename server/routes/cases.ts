// SPDX-License-Identifier: AGPL-3.0-or-later
import { jobsOf } from '../actions/documents/show-jobs.ts';
import { listCases } from '../actions/cases/find-cases.ts';
import { listRequests } from '../actions/counter/list-requests.ts';
import { openCase, type OpenCase } from '../actions/cases/open-case.ts';
import { showCase } from '../actions/cases/show-case.ts';
import { startDraft } from '../actions/drafts/start-draft.ts';
import { limits } from '../guard.ts';
import { personOf, type Asked, type Route } from './contract.ts';
import { jobView } from './jobs.ts';
import { grammar, list, object, text, whole } from './schema.ts';

const short = { type: 'string', minLength: 1, maxLength: 200 } as const;
const day = text('date');
const moment = text('date-time');
const requestRow = object(
  { id: text(), receipt: text(), definition: text(), title: text(), submittedAt: moment, origin: text() },
  ['id', 'receipt', 'definition', 'title', 'submittedAt'],
);
export const caseRow = object({
  id: text(),
  number: text(),
  name: { type: 'string', description: 'only initials where the person has no title to the case' },
  comune: text(),
  measure: text(),
  state: text(),
  phase: text(),
  queue: text(),
  changedAt: moment,
  assigned: list(text()),
});
export const termRow = object(
  {
    id: text(),
    title: text(),
    from: day,
    due: day,
    // as the law counts it, where it was changed
    law: day,
    // the first open day, where the last one is a holiday
    open: day,
    level: { enum: ['recommended', 'limit', 'mark'] },
    met: day,
    state: { enum: ['met', 'open', 'late', 'suspended', 'waived'] },
    warn: day,
    red: { type: 'boolean' },
    source: text(),
    consequence: text(),
    rights: text(),
    // whom it concerns, where something of theirs ends; a list of all cases names nobody
    people: text(),
  },
  ['id', 'title', 'from', 'due', 'level', 'state', 'red', 'source'],
);
const definitionRow = object(
  {
    id: text(),
    title: text(),
    kind: { enum: ['form', 'grid', 'pact'] },
    published: { type: ['integer', 'null'] },
    changesHousehold: { type: 'boolean' },
    // may the person begin it or go on with it, now?
    fills: { type: 'boolean' },
    draft: object({ id: text(), savedAt: text(), by: text() }),
    submissions: list(
      object(
        {
          id: text(),
          version: whole,
          submittedAt: moment,
          by: text(),
          receipt: text(),
          corrects: object({ submission: text(), reason: text() }),
          replaced: object({ submission: text(), reason: text(), at: moment, by: text() }),
        },
        ['id', 'version', 'submittedAt', 'by', 'receipt'],
      ),
    ),
  },
  ['id', 'title', 'kind', 'published', 'submissions'],
);
const caseView = object(
  {
    case: grammar('case'),
    rev: whole,
    terms: list(termRow),
    phases: list(
      object(
        {
          id: text(),
          title: text(),
          occasional: { type: 'boolean' },
          state: { enum: ['left', 'here', 'ahead'] },
          // what must still hold to leave it, in words
          missing: list(text()),
          definitions: list(definitionRow),
          // what the person may issue
          documents: list(object({ kind: text(), definition: text() })),
        },
        ['id', 'title', 'definitions', 'documents'],
      ),
    ),
    documents: list(grammar('document-kept')),
    jobs: list(jobView),
    // `signs`, `closes`: may the person register signatures on them; issue, seal and withdraw them, now?
    kinds: list(
      object({
        kind: text(),
        title: text(),
        act: { enum: ['family', 'internal'] },
        signs: { type: 'boolean' },
        closes: { type: 'boolean' },
      }),
    ),
    changesTerms: { type: 'boolean' },
    // who went out of the house with which list
    sent: list(object({ name: text(), number: text(), at: day })),
    // documents of the case that print no submission
    reports: list(object({ kind: text(), title: text(), issues: { type: 'boolean' } })),
    staff: list(object({ id: text(), name: text(), profile: text() })),
    // who reads a part of the pact; to who gives cases also who could
    partners: list(object({ id: text(), name: text(), title: text(), given: { type: 'boolean' } })),
    names: { type: 'object', additionalProperties: text() },
    titles: { type: 'object', additionalProperties: text() },
    openedByReason: list(object({ at: moment, by: text(), reason: text() })),
  },
  ['case', 'rev', 'terms', 'phases', 'documents', 'jobs', 'kinds', 'staff'],
);
/** The case of a route whose rule has found one. */
export function caseOf(asked: Asked) {
  if (!asked.found.case) throw new Error('the rule found no case');
  return asked.found.case;
}

export const caseRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/requests',
    summary: 'Requests that no case has taken up yet, newest first',
    access: 'requests: read',
    query: { cursor: text() },
    answer: object({ items: list(requestRow), total: whole, next: text() }, ['items', 'total']),
    run: async (asked, deps) => ({
      ok: true,
      body: await listRequests(deps, personOf(asked), asked.query['cursor']),
    }),
  },
  {
    method: 'GET',
    path: '/api/cases',
    summary:
      'Cases within the comuni of the person: newest change first, or by name where all names are shown',
    access: 'cases: list',
    query: {
      q: text(),
      state: text(),
      phase: text(),
      queue: text(),
      measure: text(),
      comune: text(),
      closed: text(),
      mine: text(),
      order: { type: 'string', enum: ['change', 'name'] },
      cursor: text(),
    },
    answer: object(
      {
        items: list(caseRow),
        next: text(),
        total: whole,
        byName: { type: 'boolean', description: 'they can be asked for in order of name' },
        states: list(text()),
      },
      ['items', 'total', 'byName', 'states'],
    ),
    run: async (asked, deps) => ({ ok: true, body: await listCases(deps, personOf(asked), asked.query) }),
  },
  {
    method: 'POST',
    path: '/api/cases',
    summary: 'Opens a case, from a public submission or from nothing',
    access: 'cases: open',
    body: {
      limit: limits.request,
      schema: {
        type: 'object',
        oneOf: [
          object({ submission: short, comune: short, measure: short }, ['submission']),
          object({ measure: short, comune: short, name: short, access: short }, [
            'measure',
            'comune',
            'name',
          ]),
        ],
      },
    },
    status: 201,
    answer: object({ id: text() }),
    async run(asked, deps) {
      const opened = await openCase(deps, personOf(asked), asked.body as OpenCase, asked.key);
      return opened.ok ? { ok: true, status: opened.again ? 200 : 201, body: { id: opened.id } } : opened;
    },
  },
  {
    method: 'GET',
    path: '/api/cases/{id}',
    summary: 'A case: terms, phases, drafts, submissions, documents',
    access: 'case: read',
    answer: caseView,
    async run(asked, deps) {
      const kase = caseOf(asked);
      const [shown, jobs] = await Promise.all([
        showCase(deps, personOf(asked), kase, asked.locale),
        jobsOf(deps, personOf(asked), kase.id, asked.locale),
      ]);
      return { ok: true, rev: kase.rev, body: { ...shown, jobs } };
    },
  },
  {
    method: 'POST',
    path: '/api/cases/{id}/drafts',
    summary: 'Starts a definition within the case, or goes on with its draft',
    access: 'case: start draft',
    body: { schema: object({ definition: short }), limit: limits.request },
    status: 201,
    answer: object({ id: text() }),
    async run(asked, deps) {
      const { definition } = asked.body as { definition: string };
      const done = await startDraft(deps, personOf(asked), caseOf(asked), definition, asked.locale);
      return done.ok ? { ok: true, status: done.again ? 200 : 201, body: { id: done.id } } : done;
    },
  },
];
