// SPDX-License-Identifier: AGPL-3.0-or-later
// The front office: who came, requests taken and looked into, where one stands.
import { closeRequest } from '../actions/counter/close-request.ts';
import { listAccesses } from '../actions/counter/list-accesses.ts';
import { listRegistry } from '../actions/counter/list-registry.ts';
import { notePaper } from '../actions/counter/note-paper.ts';
import { pasteRows } from '../actions/counter/paste-rows.ts';
import { showCounter } from '../actions/counter/show-counter.ts';
import { requestStatus, showRequest } from '../actions/counter/show-request.ts';
import { startAtCounter, type StartAtCounter } from '../actions/counter/start-at-counter.ts';
import { limits } from '../guard.ts';
import { refuse } from '../problems.ts';
import { personOf, scopeOf, type Asked, type Route } from './contract.ts';
import { contextFor, versionOf } from './drafts.ts';
import { list, object, text, whole } from './schema.ts';

const short = { type: 'string', minLength: 1, maxLength: 120 } as const;
const day = text('date');
const moment = text('date-time');
const yes = { type: 'boolean' } as const;
const texts = { type: 'object', additionalProperties: text() } as const;
const doing = { enum: ['check', 'upload', 'close'] } as const;
const named = object({ id: text(), title: text() });

const counterView = object(
  {
    access: named,
    requests: list(object({ id: text(), title: text(), measure: text() })),
    blanks: list(named),
    drafts: list(object({ id: text(), title: text(), purpose: text(), savedAt: moment, by: text() })),
    offices: list(
      object({
        name: text(),
        comune: text(),
        address: text(),
        phone: text(),
        email: text(),
        hours: { ...list(text()), description: 'in words, line by line' },
      }),
    ),
    takes: { ...list(text()), description: 'ids of the comuni where the person may take requests' },
    role: text(),
  },
  ['requests', 'blanks', 'drafts', 'offices', 'takes', 'role'],
);
const accessRow = object(
  {
    id: text(),
    at: moment,
    comune: text(),
    name: text(),
    by: text(),
    facts: texts,
    request: text(),
    case: text(),
  },
  ['id', 'at', 'comune', 'name', 'by', 'facts'],
);
const uploaded = object({ at: moment, by: text(), facts: texts });
const registryRow = object(
  {
    id: text(),
    number: text(),
    title: text(),
    measure: text(),
    name: text(),
    comune: text(),
    channel: { enum: ['public', 'counter', 'paper'] },
    at: moment,
    state: text(),
    stateTitle: text(),
    closed: yes,
    late: yes,
    todo: doing,
    due: day,
    dueTitle: text(),
    uploaded,
    case: text(),
  },
  [
    'id',
    'number',
    'title',
    'measure',
    'name',
    'comune',
    'channel',
    'at',
    'state',
    'stateTitle',
    'closed',
    'late',
  ],
);
const term = object(
  {
    id: text(),
    title: text(),
    from: day,
    due: day,
    level: { enum: ['recommended', 'limit'] },
    met: day,
    state: { enum: ['met', 'open', 'late'] },
    source: text(),
    consequence: text(),
  },
  ['id', 'title', 'from', 'due', 'level', 'state', 'source'],
);
const requestView = object(
  {
    id: text(),
    number: text(),
    definition: text(),
    title: text(),
    name: text(),
    comune: text(),
    channel: text(),
    at: moment,
    by: text(),
    dates: texts,
    state: object({ id: text(), title: text(), closed: yes, says: text(), todo: doing }, [
      'id',
      'title',
      'closed',
      'says',
    ]),
    measure: object({ id: text(), name: text() }),
    platform: text(),
    terms: list(term),
    taken: list(
      object(
        {
          definition: text(),
          title: text(),
          does: doing,
          submission: text(),
          at: moment,
          by: text(),
          state: text(),
          reason: text(),
          facts: texts,
        },
        ['definition', 'title', 'does', 'submission', 'at', 'by', 'facts'],
      ),
    ),
    steps: list(
      object({ definition: text(), does: doing, title: text(), draft: text() }, [
        'definition',
        'does',
        'title',
      ]),
    ),
    writes: yes,
    access: text(),
    case: object({ id: text(), number: text() }),
  },
  [
    'id',
    'number',
    'definition',
    'title',
    'name',
    'comune',
    'channel',
    'at',
    'by',
    'dates',
    'state',
    'measure',
    'terms',
    'taken',
    'steps',
    'writes',
  ],
);
const statusView = object(
  {
    id: text(),
    number: text(),
    title: text(),
    comune: text(),
    day,
    state: text(),
    says: text(),
    term: object({ title: text(), due: day, late: yes }),
    office: object({ name: text(), address: text(), phone: text(), hours: text() }),
    case: text(),
  },
  ['id', 'number', 'title', 'comune', 'day', 'state', 'says'],
);

function requestIn(asked: Asked) {
  const { request } = asked.found;
  if (!request) throw new Error('the rule found no request');
  return request;
}

export const counterRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/counter',
    summary: 'What is at hand at the counter: forms to fill in and to print, drafts left open, offices',
    access: 'counter: see',
    answer: counterView,
    run: async (asked, deps) => ({ ok: true, body: await showCounter(deps, personOf(asked), asked.locale) }),
  },
  {
    method: 'POST',
    path: '/api/counter/drafts',
    summary: 'Begins a form for somebody who has no case: an access, a request, a step of a request',
    access: 'counter: start',
    body: {
      limit: limits.request,
      schema: object({ definition: short, access: short, request: short, comune: short }, ['definition']),
    },
    status: 201,
    answer: object({ id: text() }),
    async run(asked, deps) {
      const done = await startAtCounter(deps, personOf(asked), asked.body as StartAtCounter, asked.locale);
      return done.ok ? { ok: true, status: done.again ? 200 : 201, body: { id: done.id } } : done;
    },
  },
  {
    method: 'GET',
    path: '/api/counter/accesses',
    summary:
      'Who came, called or wrote within a period, within the comuni of the person; and the counts of it',
    access: 'accesses: list',
    query: { from: day, to: day, q: text(), cursor: text() },
    answer: object(
      {
        items: list(accessRow),
        total: whole,
        next: text(),
        counts: list(
          object({ word: text(), label: text(), rows: list(object({ text: text(), count: whole })) }),
        ),
      },
      ['items', 'total', 'counts'],
    ),
    run: async (asked, deps) => ({
      ok: true,
      body: await listAccesses(deps, personOf(asked), asked.query, asked.locale),
    }),
  },
  {
    method: 'GET',
    path: '/api/counter/requests',
    summary: 'The registry of requests within the comuni of the person, what is due first on top',
    access: 'registry: list',
    query: { q: text(), state: text(), comune: text(), what: text(), cursor: text() },
    answer: object(
      {
        items: list(registryRow),
        total: whole,
        next: text(),
        counts: { type: 'object', additionalProperties: whole },
        states: list(named),
      },
      ['items', 'total', 'counts', 'states'],
    ),
    run: async (asked, deps) => ({
      ok: true,
      body: await listRegistry(deps, personOf(asked), asked.query, asked.locale),
    }),
  },
  {
    method: 'GET',
    path: '/api/counter/status',
    summary:
      'Where a request stands, by its number, that of its receipt or that of its case, in words for the person',
    access: 'registry: list',
    query: { number: text() },
    answer: statusView,
    async run(asked, deps) {
      const found = await requestStatus(deps, personOf(asked), asked.query['number'] ?? '', asked.locale);
      return found ? { ok: true, body: found } : refuse('not-found');
    },
  },
  {
    method: 'GET',
    path: '/api/counter/requests/{id}',
    summary: 'A request: state, terms, what was looked into and by whom',
    access: 'request: read',
    answer: requestView,
    async run(asked, deps) {
      const { found, locale } = asked;
      return {
        ok: true,
        body: await showRequest(deps, personOf(asked), requestIn(asked), found.case, locale),
      };
    },
  },
  {
    method: 'POST',
    path: '/api/counter/requests/{id}/close',
    summary: 'Begins the letter that closes a request or gives notice of it, in its case, which it opens',
    access: 'request: close',
    body: { limit: limits.request, schema: object({}) },
    status: 201,
    answer: object({ draft: text(), case: text() }),
    async run(asked, deps) {
      const done = await closeRequest(deps, personOf(asked), requestIn(asked), asked.locale);
      return done.ok ? { ok: true, body: { draft: done.draft, case: done.case } } : done;
    },
  },
  {
    method: 'POST',
    path: '/api/drafts/{id}/rows',
    summary: 'Adds rows of a pasted table (CSV, or as a spreadsheet copies them) to a repeat of a draft',
    access: 'draft: write',
    needs: ['rev'],
    body: {
      limit: limits.draft,
      schema: object({ at: short, text: { type: 'string', minLength: 1, maxLength: 200_000 } }),
    },
    status: 200,
    answer: object({ rev: whole, rows: whole, ignored: list(text()), unread: whole }),
    async run(asked, deps) {
      const { draft } = asked.found;
      if (!draft) return refuse('not-found');
      const version = await versionOf(asked, deps, draft.value.definition, draft.value.version);
      const context = await contextFor(asked, deps, version, draft.value.answers);
      const given = asked.body as { at: string; text: string };
      const done = await pasteRows(deps, scopeOf(asked), draft, version, context, given, asked.rev ?? 0);
      if (!done.ok) return done;
      const { ok: _ok, ...body } = done;
      return { ok: true, rev: done.rev, body };
    },
  },
  {
    method: 'PUT',
    path: '/api/drafts/{id}/paper',
    summary: 'Notes that a draft is copied from a form filled in by hand, and the date on the paper',
    access: 'draft: write',
    needs: ['rev'],
    body: { limit: limits.request, schema: object({ on: day }, []) },
    answer: object({ rev: whole }),
    async run(asked, deps) {
      const { draft } = asked.found;
      if (!draft) return refuse('not-found');
      const { on } = asked.body as { on?: string };
      const done = await notePaper(deps, scopeOf(asked), draft, on, asked.rev ?? 0);
      return done.ok ? { ok: true, rev: done.rev, body: { rev: done.rev } } : done;
    },
  },
];
