// SPDX-License-Identifier: AGPL-3.0-or-later
// What a definition is tried with: families and what stands in for a case.
import { matrix } from '../access.ts';
import {
  changeFamily,
  familiesOf,
  keepFamily,
  trialContext,
  type GivenFamily,
} from '../actions/definitions/families.ts';
import type { Deps } from '../deps.ts';
import { limits } from '../guard.ts';
import { refuse } from '../problems.ts';
import type { KeptDefinition } from '../records.ts';
import { scopeOf, type Asked, type Route } from './contract.ts';
import { anything, grammar, list, object, text, whole } from './schema.ts';

const family = object({ title: { type: 'string', minLength: 1, maxLength: 120 }, answers: anything });
const body = { schema: family, limit: limits.draft };
const path = '/api/definitions/{id}/families';
const idOf = (asked: Asked): string => asked.path['id'] ?? '';
const find = (asked: Asked, deps: Deps) =>
  deps.store.get<KeptDefinition>(scopeOf(asked), 'definitions', idOf(asked));

export const familyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    summary: 'Invented families with which a definition is tried; those with rev 0 come with the district',
    access: 'definitions: read',
    answer: object({ items: list(object({ id: text(), title: text(), rev: whole, answers: anything })) }),
    async run(asked, deps) {
      const kept = await find(asked, deps);
      if (!kept) return refuse('not-found');
      return { ok: true, body: { items: await familiesOf(deps, scopeOf(asked), kept.value.definition) } };
    },
  },
  {
    method: 'POST',
    path,
    summary: 'Keeps an invented family to try a definition with',
    access: 'definitions: write',
    body,
    status: 201,
    answer: object({ id: text(), rev: whole }),
    async run(asked, deps) {
      const kept = await keepFamily(deps, scopeOf(asked), idOf(asked), asked.body as GivenFamily);
      if (!kept.ok) return kept;
      const { id, rev } = kept.value;
      return { ok: true, rev, body: { id, rev } };
    },
  },
  {
    method: 'PUT',
    path: `${path}/{family}`,
    summary: 'Changes a kept family',
    access: 'definitions: write',
    needs: ['rev'],
    body,
    answer: object({ rev: whole }),
    async run(asked, deps) {
      const { path: named, rev = 0, body: given } = asked;
      const saved = await changeFamily(deps, scopeOf(asked), idOf(asked), named['family'] ?? '', rev, given as GivenFamily); // prettier-ignore
      return saved.ok ? { ok: true, rev: saved.rev, body: { rev: saved.rev } } : saved;
    },
  },
  {
    method: 'DELETE',
    path: `${path}/{family}`,
    summary: 'Takes away a kept family',
    access: 'definitions: write',
    needs: ['rev'],
    status: 204,
    async run(asked, deps) {
      const { path: named, rev = 0 } = asked;
      const gone = await changeFamily(deps, scopeOf(asked), idOf(asked), named['family'] ?? '', rev, undefined); // prettier-ignore
      return gone.ok ? { ok: true, status: 204 } : gone;
    },
  },
  {
    method: 'GET',
    path: '/api/definitions/{id}/context',
    summary: 'Lists, parameters and an invented case, as the definition being edited reads them',
    access: 'definitions: read',
    query: { role: { enum: Object.keys(matrix) } },
    answer: grammar('submission-context'),
    async run(asked, deps) {
      const kept = await find(asked, deps);
      if (!kept) return refuse('not-found');
      const asks = asked.query['role'] ?? '';
      const role = Object.hasOwn(matrix, asks) ? asks : 'case-manager';
      return { ok: true, body: await trialContext(deps, scopeOf(asked), kept.value, role, asked.locale) };
    },
  },
];
