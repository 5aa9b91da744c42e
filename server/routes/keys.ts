// SPDX-License-Identifier: AGPL-3.0-or-later
import { listKeys, makeKey, revokeKey, type AskedKey } from '../actions/people/keys.ts';
import { limits } from '../guard.ts';
import { scopeOf, type Route } from './contract.ts';
import { list, object, text } from './schema.ts';

const yes = { type: 'boolean' } as const;
const names = { type: 'array', maxItems: 100, uniqueItems: true, items: { type: 'string', maxLength: 60 } };
const fields = {
  name: { type: 'string', minLength: 1, maxLength: 120 },
  purpose: { type: 'string', minLength: 10, maxLength: 500 },
  definitions: { ...yes, description: 'published definitions and their schemas' },
  submissions: { ...names, description: 'ids of definitions whose submissions it reads' },
  asks: object({ names: yes, texts: yes }),
  comuni: { ...names, description: 'only of cases of these; empty: of all' },
  expires: text('date'),
  addresses: { ...names, maxItems: 20, description: 'addresses or nets that it comes from; empty: any' },
} as const;

export const keyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/keys',
    summary: 'Keys of integrators, without their secrets, and the definitions that a new one may be given',
    access: 'keys: read',
    answer: object({
      items: list(
        object(
          {
            ...fields,
            id: text(),
            by: text(),
            at: text('date-time'),
            usedAt: text('date-time'),
            revoked: object({ at: text('date-time'), by: text() }),
            state: { enum: ['active', 'expired', 'revoked'] },
          },
          [...Object.keys(fields), 'id', 'by', 'at', 'state'],
        ),
      ),
      definitions: list(object({ id: text(), title: text() })),
    }),
    run: async (asked, deps) => ({ ok: true, body: await listKeys(deps, scopeOf(asked)) }),
  },
  {
    method: 'POST',
    path: '/api/keys',
    summary: 'Makes a key; it is told this once',
    access: 'keys: write',
    body: { schema: object(fields), limit: limits.request },
    status: 201,
    answer: object({ id: text(), key: text() }),
    async run(asked, deps) {
      const made = await makeKey(deps, scopeOf(asked), asked.body as AskedKey);
      return made.ok ? { ok: true, body: { id: made.id, key: made.key } } : made;
    },
  },
  {
    method: 'POST',
    path: '/api/keys/{id}/revoke',
    summary: 'Revokes a key: from the next request on it opens nothing',
    access: 'keys: write',
    async run(asked, deps) {
      const done = await revokeKey(deps, scopeOf(asked), asked.path['id'] ?? '');
      return done.ok ? { ok: true, status: 204 } : done;
    },
  },
];
