// SPDX-License-Identifier: AGPL-3.0-or-later
import { hoursInLines } from '../../../templates/hours.ts';
import { allowedAt, roleIn, thingOf } from '../../authorize.ts';
import type { Deps } from '../../deps.ts';
import type { Locale } from '../../problems.ts';
import type { Person } from '../../sessions.ts';
import type { Scope } from '../../storage/contract.ts';
import { requestForms } from './start-at-counter.ts';
import { listAll } from '../../storage/list-all.ts';
import { namesOf } from '../../names.ts';

/** What whoever works at a counter has at hand: forms to fill in and to print, drafts left open, offices. */
export async function showCounter(deps: Deps, person: Person, locale: Locale) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const district = deps.catalogue.districts.get(scope.district);
  const { comuni } = person.account.value;
  const mine = (district?.comuni ?? []).filter(({ id }) => comuni.length === 0 || comuni.includes(id));
  const [definitions, drafts] = await Promise.all([
    listAll(deps, scope, 'definitions', {}),
    listAll(deps, scope, 'drafts', { where: { counter: mine.map(({ id }) => id) }, newestFirst: true }),
  ]);
  const published = new Map(
    definitions
      .filter(({ fields }) => fields['published'] !== null)
      .map(({ id, fields }) => [id, { title: String(fields['title']), kind: String(fields['kind']) }]),
  );
  const named = (id: string) => ({ id, title: published.get(id)?.title ?? id });
  const nameOf = await namesOf(
    deps,
    scope,
    drafts.map(({ fields }) => String(fields['by'])),
  );
  const access = district?.counter?.access;
  const takes = mine.filter(({ id }) => allowedAt(person, id, 'form', 'e')).map(({ id }) => id);
  return {
    ...(access !== undefined && published.has(access) ? { access: named(access) } : {}),
    requests: requestForms(deps, scope.district)
      .filter((id) => published.has(id))
      .map((id) => ({ ...named(id), measure: deps.catalogue.measureOf(scope.district, id) })),
    // what may be handed out to be filled in by hand: a reserved form is for few
    blanks: [...published]
      .filter(([id, { kind }]) => thingOf(deps, scope.district, id, kind as 'form') === 'form')
      .map(([id, { title }]) => ({ id, title }))
      .sort((a, b) => a.title.localeCompare(b.title, 'it')),
    drafts: drafts.map(({ id, fields }) => ({
      id,
      title: named(String(fields['definition'])).title,
      purpose: String(fields['purpose'] ?? ''),
      savedAt: String(fields['savedAt'] ?? ''),
      by: nameOf(String(fields['by'])),
    })),
    offices: (district?.offices ?? []).map((one) => ({
      name: one.name,
      comune: one.comune,
      address: one.address,
      phone: one.phone ?? '',
      email: one.email ?? '',
      hours: hoursInLines(one.hours, locale),
    })),
    takes,
    role: roleIn(person),
  };
}
