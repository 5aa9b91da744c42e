// SPDX-License-Identifier: AGPL-3.0-or-later
// Rows of lists that are too long to travel with a form.
import type { Version } from '../../schemas/types.ts';
import { mentions } from '../context.ts';
import type { Deps } from '../deps.ts';
import { listRows, lookUp, readAsking } from '../lists.ts';
import { refuse, type Refusal } from '../problems.ts';
import { scopeOf, type Asked, type Reply, type Route } from './contract.ts';
import { list, object } from './schema.ts';

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

export const listRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/lists/{list}',
    summary: 'The best twenty rows of a list or register of the district for what is typed, or rows by id',
    access: 'signed-in',
    rate: 'look-up',
    query: askingQuery,
    answer: rowsAnswer,
    run: (asked, deps) => rowsFor(asked, deps, scopeOf(asked).district),
  },
];
