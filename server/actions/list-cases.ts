// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Submission } from '../../schemas/types.ts';
import { may } from '../access.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions.ts';
import type { Listed, Query, Scope } from '../storage/contract.ts';
import { comuneOf } from './open-case.ts';
import { newestVersion } from './definitions.ts';
import { listAll } from './show-case.ts';

const pageSize = 50;

/** A page of cases in scope; of a case without a title to it only the initials are shown. */
export async function listCases(
  deps: Deps,
  person: Person,
  asked: { readonly [name: string]: string | undefined },
) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const { comuni } = person.account.value;
  const query: Query = {
    limit: pageSize,
    newestFirst: true,
    where: {
      ...(comuni.length > 0 ? { comune: comuni } : {}),
      ...(asked['state'] ? { state: asked['state'] } : {}),
    },
    contains: {
      ...(asked['q'] ? { search: asked['q'] } : {}),
      ...(/^(true|1)$/.test(asked['mine'] ?? '') ? { assigned: ` ${person.account.id} ` } : {}),
    },
    ...(asked['cursor'] ? { cursor: asked['cursor'] } : {}),
  };
  const page = asked['q']
    ? await search(deps, scope, query, asked['q'], person)
    : await deps.store.list(scope, 'cases', query);
  return {
    items: page.items.map((item) => row(item, person)),
    total: page.total,
    ...(page.next ? { next: page.next } : {}),
  };
}

/** A name is searched where it is shown: else the search, letter by letter, would tell what the list does not. */
async function search(deps: Deps, scope: Scope, query: Query, words: string, person: Person) {
  const { cursor, ...rest } = query;
  const found = await listAll(deps, scope, 'cases', rest);
  const shown = found.filter(
    (item) =>
      mayShow(item, person) ||
      String(item.fields['number'] ?? '')
        .toLowerCase()
        .includes(words.toLowerCase()),
  );
  const from = /^\d{1,9}$/.test(cursor ?? '') ? Number(cursor) : 0;
  const to = from + pageSize;
  return {
    items: shown.slice(from, to),
    total: shown.length,
    ...(to < shown.length ? { next: String(to) } : {}),
  };
}

const assignedTo = (item: Listed): string[] =>
  String(item.fields['assigned'] ?? '')
    .trim()
    .split(' ')
    .filter(Boolean);

function mayShow(item: Listed, person: Person): boolean {
  const kase = { comune: String(item.fields['comune'] ?? ''), assigned: assignedTo(item) };
  return may(person.account.value, person.account.id, kase, 'case', 'v') === 'yes';
}

function row(item: Listed, person: Person) {
  const text = (name: string): string => String(item.fields[name] ?? '');
  return {
    id: item.id,
    number: text('number'),
    name: mayShow(item, person) ? text('name') : initials(text('name')),
    comune: text('comune'),
    measure: text('measure'),
    state: text('state'),
    changedAt: item.changedAt,
    assigned: assignedTo(item),
  };
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => `${word.slice(0, 1)}.`)
    .join(' ');

/** Public submissions without a case, within the person's comuni; who they are about is not said. */
export async function listRequests(deps: Deps, person: Person) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const { comuni } = person.account.value;
  const waiting = await listAll(deps, scope, 'submissions', {
    where: { case: null, by: 'public' },
    newestFirst: true,
  });
  const rows = await Promise.all(
    waiting.map(async (item) => {
      const kept = await deps.store.get<Submission>(scope, 'submissions', item.id);
      if (!kept) return [];
      if (comuni.length > 0 && !comuni.includes(comuneOf(deps, person, kept.value))) return [];
      const { definition, receipt, submittedAt, origin } = kept.value;
      const version = await newestVersion(deps, scope, definition);
      return [
        {
          id: item.id,
          receipt,
          definition,
          title: version?.title ?? definition,
          submittedAt,
          ...(origin ? { origin } : {}),
        },
      ];
    }),
  );
  return rows.flat();
}
