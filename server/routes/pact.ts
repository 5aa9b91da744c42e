// SPDX-License-Identifier: AGPL-3.0-or-later
import { copyDraft } from '../actions/pact/copy-draft.ts';
import { movePact } from '../actions/pact/pact-state.ts';
import { showPact } from '../actions/pact/show-pact.ts';
import { startDraft } from '../actions/drafts/start-draft.ts';
import { limits } from '../guard.ts';
import { pactLifeOf } from '../pact/life.ts';
import { refuse } from '../problems.ts';
import type { KeptCopy } from '../records.ts';
import { caseOf } from './cases.ts';
import { personOf, scopeOf, type Route } from './contract.ts';
import { list, object, text, whole } from './schema.ts';

const short = { type: 'string', minLength: 1, maxLength: 200 } as const;
const moment = text('date-time');
const day = text('date');
const pactView = object(
  {
    state: text(),
    states: list(
      object({ id: text(), title: text(), final: { type: 'boolean' }, aside: { type: 'boolean' } }, [
        'id',
        'title',
      ]),
    ),
    history: list(
      object({ state: text(), title: text(), at: moment, by: text(), submission: text(), document: text() }, [
        'state',
        'title',
        'at',
        'by',
      ]),
    ),
    // what a person may say it has come to
    hand: list(object({ id: text(), title: text() })),
    inForce: object({ submission: text(), document: text(), number: text(), revision: whole }),
    begins: day,
    ends: day,
    every: whole,
    check: object({ day, late: { type: 'boolean' } }),
    copies: list(object({ id: text(), number: whole, at: moment, by: text(), draft: text() })),
    refused: list(
      object(
        {
          document: text(),
          signer: text(),
          name: text(),
          at: moment,
          reason: text(),
          heard: text(),
          matters: { type: 'boolean' },
        },
        ['document', 'signer', 'name', 'at', 'matters'],
      ),
    ),
    refusalText: text(),
    refusalSource: text(),
    results: object({
      days: list(object({ submission: text(), day })),
      rows: list(
        object({ id: text(), text: text(), levels: list(object({ level: text(), title: text() })) }),
      ),
    }),
    next: list(
      object(
        {
          why: { enum: ['update', 'renewal', 'decided', 'refused', 'shared', 'check', 'close'] },
          definition: text(),
          title: text(),
          how: { enum: ['update', 'renewal'] },
          about: text(),
        },
        ['why', 'definition', 'title'],
      ),
    ),
  },
  ['states', 'history', 'hand', 'copies', 'refused', 'next'],
);

export const pactRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/cases/{id}/pact',
    summary: 'The life of the pact of a case: its states, what comes next, its results over the monitorings',
    access: 'pact: read',
    answer: pactView,
    run: async (asked, deps) => ({
      ok: true,
      body: await showPact(deps, personOf(asked), caseOf(asked), asked.locale),
    }),
  },
  {
    method: 'POST',
    path: '/api/cases/{id}/pact/drafts',
    summary: 'Begins the next version of the pact from the one in force, for a change or for a new period',
    access: 'case: start draft',
    body: { schema: object({ how: { enum: ['update', 'renewal'] } }), limit: limits.request },
    status: 201,
    answer: object({ id: text() }),
    async run(asked, deps) {
      const { how } = asked.body as { how: 'update' | 'renewal' };
      const kase = caseOf(asked);
      const life = pactLifeOf(deps.catalogue, scopeOf(asked).district, kase.value.measure);
      if (!life) return refuse('not-found');
      const done = await startDraft(deps, personOf(asked), kase, life.definition, asked.locale, how);
      return done.ok ? { ok: true, status: done.again ? 200 : 201, body: { id: done.id } } : done;
    },
  },
  {
    method: 'POST',
    path: '/api/cases/{id}/pact/state',
    summary: 'Says what the pact has come to, where nothing that happens tells it',
    access: 'pact: move',
    body: { schema: object({ state: short }), limit: limits.request },
    status: 200,
    answer: object({ state: text() }),
    async run(asked, deps) {
      const { state } = asked.body as { state: string };
      const done = await movePact(deps, scopeOf(asked), caseOf(asked), state);
      return done.ok ? { ok: true, body: { state: done.state } } : done;
    },
  },
  {
    method: 'POST',
    path: '/api/drafts/{id}/copy',
    summary: 'Prints a draft for the family, marked as one; kept as it was printed',
    access: 'draft: copy',
    needs: ['case'],
    body: { schema: object({}), limit: limits.request },
    status: 201,
    answer: object({ id: text(), number: whole }),
    async run(asked, deps) {
      const { draft } = asked.found;
      if (!draft) return refuse('not-found');
      const done = await copyDraft(deps, personOf(asked), caseOf(asked), draft, asked.locale);
      if (!done.ok) return done;
      return {
        ok: true,
        status: done.again ? 200 : 201,
        body: { id: done.value.id, number: done.value.value.number },
      };
    },
  },
  {
    method: 'GET',
    path: '/api/cases/{id}/copies/{copy}/file',
    summary: 'A draft as it was printed for the family',
    access: 'pact: read copy',
    async run(asked, deps) {
      const scope = scopeOf(asked);
      const kept = await deps.store.get<KeptCopy>(scope, 'copies', asked.path['copy'] ?? '');
      if (!kept || kept.value.case !== caseOf(asked).id) return refuse('not-found');
      const bytes = await deps.store.getBytes(scope, kept.value.blob);
      return bytes ? { ok: true, bytes, type: 'application/pdf' } : refuse('damaged');
    },
  },
];
