// SPDX-License-Identifier: AGPL-3.0-or-later
// Rows of lists that are too long to travel with a form.
import type { ListRow, Version } from '../../schemas/types.ts';
import { allLists, dropList, saveList } from '../actions/definitions/own-list.ts';
import { mayLookUp } from '../actions/registers/registers.ts';
import { mentions } from '../context.ts';
import type { Deps } from '../deps.ts';
import { listRows, lookUp, readAsking } from '../lists.ts';
import { limits } from '../guard.ts';
import { refuse, type Refusal } from '../problems.ts';
import type { KeptList } from '../records.ts';
import { personOf, scopeOf, type Asked, type Reply, type Route } from './contract.ts';
import { anything, list, object, text, whole } from './schema.ts';

const short = { type: 'string', maxLength: 200 };
export const askingQuery = { q: short, in: short, id: short };
export const rowsAnswer = object({
  rows: list({
    type: 'object',
    properties: { id: { type: 'string' }, title: { type: 'string' } },
    required: ['id', 'title'],
  }),
});

const named = new Map<string, ReadonlySet<string>>();

/** Does this version read the list? Looked for once per version. */
export function namesList({ hash, source }: Version, name: string): boolean {
  let lists = named.get(hash);
  if (!lists) {
    if (named.size > 200) named.clear();
    named.set(hash, (lists = mentions(source).lists));
  }
  return lists.has(name);
}

export function rowsFor(
  asked: Asked,
  deps: Deps,
  district: string,
  headers: Reply['headers'] = {},
): Reply | Refusal {
  const rows = listRows(deps, district, asked.path['list'] ?? '');
  return rows
    ? { ok: true, body: { rows: lookUp(rows, readAsking(asked.query)) }, headers }
    : refuse('not-found');
}

const nameOf = (asked: Asked): string => asked.path['list'] ?? '';
const rowSchema = { type: 'object', required: ['id', 'title'] };

export const listRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/lists',
    summary: 'Lists and registers that the forms of the district can choose from, and which do',
    access: 'definitions: read',
    answer: object({
      items: list(
        object({
          name: text(),
          register: { type: 'boolean' },
          own: { type: 'boolean' },
          rows: whole,
          usedBy: list(object({ id: text(), title: text() })),
        }),
      ),
    }),
    run: async (asked, deps) => ({ ok: true, body: { items: await allLists(deps, scopeOf(asked)) } }),
  },
  {
    method: 'GET',
    path: '/api/lists/{list}/rows',
    summary: 'Every row of a list; `rev` 0: the district has none of its own',
    access: 'definitions: read',
    answer: object({ title: text(), rev: whole, rows: list(anything) }),
    async run(asked, deps) {
      const scope = scopeOf(asked);
      const readable = mayLookUp(deps, personOf(asked), nameOf(asked));
      const rows = readable ? listRows(deps, scope.district, nameOf(asked)) : undefined;
      if (!rows) return refuse('not-found');
      const kept = await deps.store.get<KeptList>(scope, 'lists', nameOf(asked));
      const rev = kept?.rev ?? 0;
      return { ok: true, rev, body: { title: kept?.value.title ?? nameOf(asked), rev, rows } };
    },
  },
  {
    method: 'PUT',
    path: '/api/lists/{list}',
    summary: 'Makes the rows of a list the district’s own; If-Match "0" where it has none yet',
    access: 'definitions: write',
    needs: ['rev'],
    body: {
      schema: object({ title: { type: 'string', maxLength: 500 }, rows: list(rowSchema) }),
      limit: limits.draft,
    },
    answer: object({ rev: whole }),
    async run(asked, deps) {
      const sent = asked.body as { title: string; rows: readonly ListRow[] };
      const done = await saveList(deps, scopeOf(asked), nameOf(asked), asked.rev ?? 0, sent);
      return done.ok ? { ok: true, rev: done.rev, body: { rev: done.rev } } : done;
    },
  },
  {
    method: 'DELETE',
    path: '/api/lists/{list}',
    summary: 'Takes the district’s own rows away: those that came with the program stand again',
    access: 'definitions: write',
    needs: ['rev'],
    status: 204,
    async run(asked, deps) {
      const done = await dropList(deps, scopeOf(asked), nameOf(asked), asked.rev ?? 0);
      return done.ok ? { ok: true, status: 204 } : done;
    },
  },
  {
    method: 'GET',
    path: '/api/lists/{list}',
    summary: 'The best twenty rows of a list or register of the district for what is typed, or rows by id',
    access: 'signed-in',
    rate: 'look-up',
    query: askingQuery,
    answer: rowsAnswer,
    run: (asked, deps) =>
      mayLookUp(deps, personOf(asked), nameOf(asked))
        ? rowsFor(asked, deps, scopeOf(asked).district)
        : refuse('not-found'),
  },
];
