// SPDX-License-Identifier: AGPL-3.0-or-later
import { scopeOf, type Route } from './contract.ts';
import { anything, list, object, text, whole } from './schema.ts';

export const auditRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/audit',
    summary: 'Who did and read what, of one object or of all',
    access: 'audit: read',
    query: { object: text(), from: whole },
    answer: object({ items: list(anything) }),
    async run(asked, deps) {
      const { object: of, from } = asked.query;
      const number = Number(from);
      const items = await deps.store.auditEntries(scopeOf(asked), {
        limit: 200,
        ...(of ? { object: of } : {}),
        ...(from !== undefined && Number.isInteger(number) ? { from: number } : {}),
      });
      return { ok: true, body: { items } };
    },
  },
];
