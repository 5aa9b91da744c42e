// SPDX-License-Identifier: AGPL-3.0-or-later
// Cases in lists and searches: within one's own scope, by name only where the name is shown, by whole tax code. Nothing
// but the index is read.
import { may } from '../../access.ts';
import type { Deps } from '../../deps.ts';
import { listRows } from '../../lists.ts';
import type { Person } from '../../sessions.ts';
import type { Listed, Query, Scope, Wanted } from '../../storage/contract.ts';
import { codeKey } from './placed.ts';

const pageSize = 50;
const mostWords = 8;
const taxCode = /^[A-Z0-9]{16}$/;

type Asked = { readonly [name: string]: string | undefined };

/** Where a person's cases are: their comuni, and whatever was given to them elsewhere. */
export function scopeQuery(person: Person): readonly (readonly Wanted[])[] {
  const { comuni } = person.account.value;
  return comuni.length === 0
    ? []
    : [[{ where: { comune: comuni } }, { contains: { assigned: ` ${person.account.id} ` } }]];
}

/** A page of cases in scope; of a case without a title to it only the initials are shown. */
export async function listCases(deps: Deps, person: Person, asked: Asked) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const chosen = ['state', 'phase', 'queue', 'measure', 'comune'].flatMap((name) =>
    asked[name] ? [[name, asked[name]] as const] : [],
  );
  const mine = /^(true|1)$/.test(asked['mine'] ?? '');
  // Only where all names are shown: the order would tell what the initials do not.
  const byName = mine || seesAll(person);
  const query: Query = {
    limit: pageSize,
    ...(byName && asked['order'] === 'name' ? { by: 'name' } : { newestFirst: true }),
    where: { closed: asked['closed'] ? ['merged', 'moved'] : null, ...Object.fromEntries(chosen) },
    contains: mine ? { assigned: ` ${person.account.id} ` } : {},
    either: [
      ...scopeQuery(person),
      ...filtered(person, asked),
      ...searched(deps, person, (asked['q'] ?? '').trim()),
    ],
    ...(asked['cursor'] ? { cursor: asked['cursor'] } : {}),
  };
  const page = await deps.store.list(scope, 'cases', query);
  return {
    items: page.items.map((item) => caseRow(item, person)),
    total: page.total,
    byName,
    states: (listRows(deps, person.district, 'stati-pratica') ?? []).map(({ title }) => title),
    ...(page.next ? { next: page.next } : {}),
  };
}

/** May the person see the names of all cases in scope, and not of the own ones alone? */
function seesAll({ account: { value, id } }: Person): boolean {
  return may(value, id, { comune: value.comuni[0] ?? '', assigned: [] }, 'case', 'v') === 'yes';
}

/** A filter does not tell where people in danger are: to who only finds them they are not in it. */
function filtered(person: Person, asked: Asked): readonly (readonly Wanted[])[] {
  return (asked['comune'] || asked['queue']) && !seesAll(person)
    ? [[{ where: { protected: false } }, { contains: { assigned: ` ${person.account.id} ` } }]]
    : [];
}

/**
 * A name is searched where it is shown: else the search, letter by letter, would tell what the list does not. A tax
 * code is found whole or not at all.
 */
function searched(deps: Deps, person: Person, words: string): readonly (readonly Wanted[])[] {
  if (words === '') return [];
  const code = words.replaceAll(/\s/g, '').toUpperCase();
  if (taxCode.test(code)) return [[{ contains: { codes: codeKey(deps, person.district, code) } }]];
  const search = words.split(/\s+/).slice(0, mostWords);
  const { id } = person.account;
  return seesAll(person)
    ? [[{ contains: { search } }]]
    : [
        [
          { contains: { search, assigned: ` ${id} ` } },
          { where: { protected: false }, contains: { number: words } },
        ],
      ];
}

const assignedTo = (item: Listed): string[] =>
  String(item.fields['assigned'] ?? '')
    .trim()
    .split(' ')
    .filter(Boolean);

export function caseRow(item: Listed, person: Person) {
  const text = (name: string): string => String(item.fields[name] ?? '');
  const kase = { comune: text('comune'), assigned: assignedTo(item) };
  const shown = may(person.account.value, person.account.id, kase, 'case', 'v') === 'yes';
  // Who only finds a case of people in danger does not learn where they are.
  const hidden = !shown && item.fields['protected'] === true;
  return {
    id: item.id,
    number: hidden ? '' : text('number'),
    name: shown ? text('name') : hidden ? '' : initials(text('name')),
    comune: hidden ? '' : text('comune'),
    measure: text('measure'),
    state: text('state'),
    phase: text('phase'),
    queue: shown ? text('queue') : '',
    changedAt: item.changedAt,
    assigned: kase.assigned,
  };
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => `${word.slice(0, 1)}.`)
    .join(' ');
