// SPDX-License-Identifier: AGPL-3.0-or-later
import { createAccount, replaceAccount } from '../actions/people/save-account.ts';
import { makeLink } from '../actions/people/use-link.ts';
import { baseOf } from '../base.ts';
import { limits } from '../guard.ts';
import { matrix } from '../access.ts';
import { refuse } from '../problems.ts';
import type { Account } from '../../schemas/types.ts';
import type { Kept } from '../storage/contract.ts';
import { scopeOf, type JsonSchema, type Route } from './contract.ts';
import { list, object, text, whole } from './schema.ts';

const fields: { readonly [name: string]: JsonSchema } = {
  name: { type: 'string', minLength: 1, maxLength: 120 },
  email: { type: 'string', format: 'email', maxLength: 200 },
  profile: { type: 'string', maxLength: 120 },
  employer: { type: 'string', maxLength: 120 },
  roles: {
    type: 'array',
    minItems: 1,
    maxItems: 10,
    uniqueItems: true,
    items: { enum: Object.keys(matrix) },
  },
  comuni: { type: 'array', maxItems: 100, items: { type: 'string', maxLength: 60 } },
  until: text('date'),
  state: { enum: ['invited', 'active', 'blocked'] },
  phone: { type: 'string', maxLength: 40 },
  share: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,39}$' },
};
const needed = ['name', 'email', 'profile', 'roles', 'comuni', 'state'];
const accountSchema = object(fields, needed);
const rowSchema = object({ ...fields, id: text(), rev: whole }, [...needed, 'id', 'rev']);
const show = (kept: Kept<Account>) => ({ ...kept.value, id: kept.id, rev: kept.rev });

export const accountRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/accounts',
    summary: 'Accounts of the district',
    access: 'accounts: read',
    answer: object({ items: list(rowSchema) }),
    async run(asked, deps) {
      const scope = scopeOf(asked);
      const rows: Kept<Account>[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await deps.store.list(scope, 'accounts', { limit: 200, ...(cursor ? { cursor } : {}) });
        for (const item of page.items) {
          const kept = await deps.store.get<Account>(scope, 'accounts', item.id);
          if (kept) rows.push(kept);
        }
        cursor = page.next;
        if (!cursor) break;
      }
      rows.sort((a, b) => a.value.name.localeCompare(b.value.name, 'it'));
      return { ok: true, body: { items: rows.map(show) } };
    },
  },
  {
    method: 'POST',
    path: '/api/accounts',
    summary: 'Invites a person: makes the account and its one-time link',
    access: 'accounts: write',
    body: { schema: accountSchema, limit: limits.request },
    status: 201,
    answer: object({ id: text(), rev: whole, link: text(), expiresAt: text('date-time') }),
    async run(asked, deps) {
      const scope = scopeOf(asked);
      const made = await createAccount(deps, scope, asked.body as Account, asked.key);
      if (!made.ok) return made;
      const link = await makeLink(deps, scope, made.value.id, baseOf(deps));
      if (!link.ok) return link;
      return {
        ok: true,
        rev: made.value.rev,
        body: { id: made.value.id, rev: made.value.rev, ...link.value },
      };
    },
  },
  {
    method: 'PUT',
    path: '/api/accounts/{id}',
    summary: 'Changes profile, roles, comuni, last day or block',
    access: 'accounts: write',
    needs: ['rev'],
    body: { schema: accountSchema, limit: limits.request },
    answer: rowSchema,
    async run(asked, deps) {
      const saved = await replaceAccount(
        deps,
        scopeOf(asked),
        asked.path['id'] ?? '',
        asked.body as Account,
        asked.rev ?? 0,
      );
      return saved.ok ? { ok: true, rev: saved.value.rev, body: show(saved.value) } : saved;
    },
  },
  {
    method: 'POST',
    path: '/api/accounts/{id}/link',
    summary: 'A new one-time link; older ones end',
    access: 'accounts: write',
    status: 201,
    answer: object({ link: text(), expiresAt: text('date-time') }),
    async run(asked, deps) {
      const scope = scopeOf(asked);
      const account = await deps.store.get<Account>(scope, 'accounts', asked.path['id'] ?? '');
      if (!account || account.value.state === 'blocked') return refuse('not-found');
      const link = await makeLink(deps, scope, account.id, baseOf(deps));
      return link.ok ? { ok: true, body: link.value } : link;
    },
  },
];
