// SPDX-License-Identifier: AGPL-3.0-or-later
// /api/v1: what programs of others read, with a key.
import { codebookFor, definitionsFor, schemaFor, submissionsFor } from '../actions/people/integrator.ts';
import { refuse } from '../problems.ts';
import type { Integrator } from '../integrators.ts';
import type { Asked, Route } from './contract.ts';
import { anything, list, object, text, whole } from './schema.ts';

function integratorIn(asked: Asked): Integrator {
  if (!asked.integrator) throw new Error('nobody came with a key');
  return asked.integrator;
}
const json = 'application/json; charset=utf-8';

export const integratorRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/definitions',
    summary: 'Published definitions of the district of the key',
    access: 'integrator: definitions',
    rate: 'integrator',
    answer: object({
      items: list(object({ id: text(), title: text(), kind: text(), version: whole, hash: text() })),
    }),
    run: async (asked, deps) => ({
      ok: true,
      body: { items: await definitionsFor(deps, integratorIn(asked)) },
    }),
  },
  {
    method: 'GET',
    path: '/api/v1/definitions/{definition}/schema',
    summary: 'The closed JSON Schema of a version: the contract of its answers',
    access: 'integrator: definitions',
    rate: 'integrator',
    query: { version: { type: 'integer', minimum: 1, description: 'the newest when absent' } },
    async run(asked, deps) {
      const { version } = asked.query;
      if (version !== undefined && !/^[1-9]\d{0,5}$/.test(version)) return refuse('not-found');
      const done = await schemaFor(
        deps,
        integratorIn(asked),
        asked.path['definition'] ?? '',
        version === undefined ? undefined : Number(version),
      );
      return done.ok ? { ok: true, bytes: done.text, type: 'application/schema+json; charset=utf-8' } : done;
    },
  },
  {
    method: 'GET',
    path: '/api/v1/submissions/{definition}',
    summary:
      'Submissions of a definition that the key was given, oldest first, a hundred a page: JSON, or as=ndjson',
    access: 'integrator: submissions',
    rate: 'integrator',
    query: { cursor: text(), since: text('date'), as: { enum: ['json', 'ndjson'] } },
    answer: object({ items: list(anything), next: text() }, ['items']),
    async run(asked, deps) {
      const { cursor, since, as } = asked.query;
      const done = await submissionsFor(
        deps,
        integratorIn(asked),
        asked.path['definition'] ?? '',
        cursor,
        since,
      );
      if (!done.ok) return done;
      const { items, next } = done;
      if (as !== 'ndjson') return { ok: true, body: { items, ...(next ? { next } : {}) } };
      return {
        ok: true,
        bytes: items.map((one) => `${JSON.stringify(one)}\n`).join(''),
        type: 'application/x-ndjson; charset=utf-8',
        headers: next ? { 'X-Patto-Next': next } : {},
      };
    },
  },
  {
    method: 'GET',
    path: '/api/v1/submissions/{definition}/codebook',
    summary: 'What each answer of these submissions means, over all versions, and what is left out',
    access: 'integrator: submissions',
    rate: 'integrator',
    async run(asked, deps) {
      const done = await codebookFor(deps, integratorIn(asked), asked.path['definition'] ?? '');
      return done.ok ? { ok: true, bytes: done.text, type: json } : done;
    },
  },
];
