// SPDX-License-Identifier: AGPL-3.0-or-later
// Working life of a definition: review, plan, withdrawal, history, comments, who works on it now.
import { beginThread, commentsOn, goOnThread } from '../actions/definitions/comments.ts';
import { definitionLife, naming } from '../actions/definitions/definition-life.ts';
import { leaseDefinition, type LeaseAsked } from '../actions/definitions/lease-definition.ts';
import { definitionAt, momentsOf } from '../actions/definitions/moments.ts';
import { askReview, decideReview } from '../actions/definitions/review-definition.ts';
import { scheduleDefinition, unscheduleDefinition } from '../actions/definitions/schedule-definition.ts';
import { withdrawDefinition } from '../actions/definitions/withdraw-definition.ts';
import { baseOf } from '../base.ts';
import type { Deps } from '../deps.ts';
import { limits } from '../guard.ts';
import { refuse } from '../problems.ts';
import type { KeptDefinition } from '../records.ts';
import { scopeOf, type Asked, type JsonSchema, type Route } from './contract.ts';
import { anything, grammar, list, object, text, whole } from './schema.ts';

const find = (asked: Asked, deps: Deps) =>
  deps.store.get<KeptDefinition>(scopeOf(asked), 'definitions', idOf(asked));
const idOf = (asked: Asked): string => asked.path['id'] ?? '';
const yes: JsonSchema = { type: 'boolean' };
const short: JsonSchema = { type: 'string', maxLength: 500 };
const note: JsonSchema = { type: 'string', maxLength: 4000 };
const body = (properties: { readonly [name: string]: JsonSchema }, required: readonly string[]) => ({
  schema: object(properties, required),
  limit: limits.request,
});
const said = object({ by: text(), at: text(), text: text() });
const thread = object({ id: text(), at: text(), title: text(), messages: list(said), resolved: anything }, [
  'id',
  'at',
  'title',
  'messages',
]);

export const lifeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/definitions/{id}/life',
    summary: 'Where a definition stands: versions, open drafts, review, what is planned',
    access: 'definitions: read',
    answer: object(
      {
        published: { type: ['integer', 'null'] },
        withdrawn: anything,
        address: text(),
        qr: text(),
        versions: list(object({ number: whole, hash: text(), at: text(), by: text(), drafts: whole })),
        workers: list(text()),
        reviewNeeded: yes,
        writers: list(text()),
        own: yes,
        reviewers: list(object({ id: text(), name: text(), profile: text() })),
        review: anything,
        schedule: anything,
      },
      ['published', 'versions', 'workers', 'reviewNeeded', 'writers', 'own', 'reviewers'],
    ),
    async run(asked, deps) {
      const kept = await find(asked, deps);
      if (!kept) return refuse('not-found');
      const scope = scopeOf(asked);
      const open = deps.catalogue.districts.get(scope.district)?.publicForms?.includes(kept.id);
      const address = open ? `${baseOf(deps)}/embed/${scope.district}/${kept.id}.html` : undefined;
      return { ok: true, rev: kept.rev, body: await definitionLife(deps, scope, kept, address) };
    },
  },
  {
    method: 'POST',
    path: '/api/definitions/{id}/review',
    summary: 'Asks a second person, or whoever may, to look at the draft',
    access: 'definitions: write',
    needs: ['rev'],
    body: body({ reviewer: { type: 'string', maxLength: 120 }, note }, []),
    status: 201,
    async run(asked, deps) {
      const done = await askReview(deps, scopeOf(asked), idOf(asked), asked.rev ?? 0, asked.body as object);
      return done.ok ? { ok: true, body: { state: done.value.state } } : done;
    },
    answer: object({ state: text() }),
  },
  {
    method: 'POST',
    path: '/api/definitions/{id}/review/decision',
    summary: 'Approves the draft, or sends it back with a note; never by who wrote it',
    access: 'definitions: discuss',
    needs: ['rev'],
    body: body({ approve: yes, note }, ['approve']),
    status: 200,
    async run(asked, deps) {
      const decided = asked.body as { approve: boolean; note?: string };
      const done = await decideReview(deps, scopeOf(asked), idOf(asked), asked.rev ?? 0, decided);
      return done.ok ? { ok: true, body: { state: done.value.state } } : done;
    },
    answer: object({ state: text() }),
  },
  {
    method: 'POST',
    path: '/api/definitions/{id}/schedule',
    summary: 'Plans the publication of the draft as it is for a day to come, in Rome',
    access: 'definitions: write',
    needs: ['rev'],
    rate: 'print',
    body: body({ on: { type: 'string', maxLength: 10 }, note: { type: 'string', maxLength: 1000 } }, ['on']),
    status: 201,
    answer: object({ on: text() }),
    async run(asked, deps) {
      const plan = asked.body as { on: string; note?: string };
      const done = await scheduleDefinition(deps, scopeOf(asked), idOf(asked), asked.rev ?? 0, plan);
      return done.ok ? { ok: true, body: { on: done.value.on } } : done;
    },
  },
  {
    method: 'DELETE',
    path: '/api/definitions/{id}/schedule',
    summary: 'Takes the planned publication back',
    access: 'definitions: write',
    status: 204,
    async run(asked, deps) {
      const done = await unscheduleDefinition(deps, scopeOf(asked), idOf(asked));
      return done.ok ? { ok: true, status: 204 } : done;
    },
  },
  {
    method: 'POST',
    path: '/api/definitions/{id}/withdrawal',
    summary: 'Takes a published definition out of use, or back into it; what was begun goes on',
    access: 'definitions: write',
    needs: ['rev'],
    body: body({ out: yes, note: { type: 'string', maxLength: 1000 } }, ['out']),
    status: 200,
    answer: object({ rev: whole }),
    async run(asked, deps) {
      const sent = asked.body as { out: boolean; note?: string };
      const done = await withdrawDefinition(deps, scopeOf(asked), idOf(asked), asked.rev ?? 0, sent);
      return done.ok ? { ok: true, rev: done.rev, body: { rev: done.rev } } : done;
    },
  },
  {
    method: 'GET',
    path: '/api/definitions/{id}/moments',
    summary: 'What was done to a definition, save by save, the newest first',
    access: 'definitions: read',
    query: { cursor: text() },
    answer: object(
      {
        items: list(
          object({ rev: whole, at: text(), by: text(), steps: list(anything), published: whole }, [
            'rev',
            'at',
            'by',
            'steps',
          ]),
        ),
        next: text(),
        total: whole,
      },
      ['items', 'total'],
    ),
    async run(asked, deps) {
      const kept = await find(asked, deps);
      if (!kept) return refuse('not-found');
      const scope = scopeOf(asked);
      const page = await momentsOf(deps, scope, kept.value, asked.query['cursor']);
      const name = naming(deps, scope);
      const items = await Promise.all(page.items.map(async (one) => ({ ...one, by: await name(one.by) })));
      return { ok: true, body: { ...page, items } };
    },
  },
  {
    method: 'GET',
    path: '/api/definitions/{id}/moments/{number}',
    summary: 'The definition as it was at one save',
    access: 'definitions: read',
    answer: object({ definition: grammar('definition') }),
    async run(asked, deps) {
      const rev = Number(asked.path['number']);
      const definition = Number.isInteger(rev)
        ? await definitionAt(deps, scopeOf(asked), idOf(asked), rev)
        : undefined;
      return definition ? { ok: true, body: { definition } } : refuse('not-found');
    },
  },
  {
    method: 'GET',
    path: '/api/definitions/{id}/comments',
    summary: 'Threads of comments on a definition, the oldest first',
    access: 'definitions: read',
    answer: object({ items: list(thread) }),
    async run(asked, deps) {
      if (!(await find(asked, deps))) return refuse('not-found');
      return { ok: true, body: { items: await commentsOn(deps, scopeOf(asked), idOf(asked)) } };
    },
  },
  {
    method: 'POST',
    path: '/api/definitions/{id}/comments',
    summary: 'Begins a thread on a question, a page or the whole form',
    access: 'definitions: discuss',
    body: body({ at: short, title: short, text: note }, ['at', 'title', 'text']),
    status: 201,
    answer: thread,
    async run(asked, deps) {
      const sent = asked.body as { at: string; title: string; text: string };
      const done = await beginThread(deps, scopeOf(asked), idOf(asked), sent);
      return done.ok ? { ok: true, body: done.value } : done;
    },
  },
  {
    method: 'POST',
    path: '/api/definitions/{id}/comments/{thread}',
    summary: 'Goes on with a thread, resolves it or opens it again',
    access: 'definitions: discuss',
    body: body({ text: note, resolved: yes }, []),
    status: 200,
    answer: thread,
    async run(asked, deps) {
      const sent = asked.body as { text?: string; resolved?: boolean };
      const done = await goOnThread(deps, scopeOf(asked), idOf(asked), asked.path['thread'] ?? '', sent);
      return done.ok ? { ok: true, body: done.value } : done;
    },
  },
  {
    method: 'POST',
    path: '/api/definitions/{id}/lease',
    summary:
      'Asks to be the one window that changes a definition, goes on being it, takes it over or gives it up; with `known` it answers once another window holds it, at the latest after twenty seconds',
    access: 'definitions: write',
    still: true,
    body: body(
      {
        window: { type: 'string', minLength: 1, maxLength: 60 },
        take: yes,
        leave: yes,
        known: { type: 'string', maxLength: 60 },
      },
      ['window'],
    ),
    status: 200,
    answer: object({ mine: yes, holder: anything }, ['mine']),
    async run(asked, deps) {
      if (!(await find(asked, deps))) return refuse('not-found');
      const told = await leaseDefinition(deps, scopeOf(asked), idOf(asked), asked.body as LeaseAsked);
      return { ok: true, body: told };
    },
  },
];
