// SPDX-License-Identifier: AGPL-3.0-or-later
import { may } from '../access.ts';
import { catchUp } from '../counter/register.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions.ts';
import type { Listed, Query, Scope } from '../storage/contract.ts';
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

/** Requests that no case has taken up, newest first, within the person's comuni; who they are from is not said. */
export async function listRequests(deps: Deps, person: Person) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const { comuni } = person.account.value;
  await catchUp(deps, scope.district);
  const waiting = await listAll(deps, scope, 'requests', {
    where: { case: null, closed: false, ...(comuni.length > 0 ? { comune: comuni } : {}) },
    newestFirst: true,
  });
  return waiting.map(({ id, fields }) => ({
    id,
    receipt: String(fields['number']),
    definition: String(fields['definition']),
    title: String(fields['title']),
    submittedAt: String(fields['at']),
    ...(fields['origin'] ? { origin: String(fields['origin']) } : {}),
  }));
}
