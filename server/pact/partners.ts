// SPDX-License-Identifier: AGPL-3.0-or-later
// Who reads a part of a pact and nothing else, and which parts there are.
import type { Account, Case } from '../../schemas/types.ts';
import { readsPart } from '../access.ts';
import type { Deps } from '../deps.ts';
import type { Locale } from '../problems.ts';
import { mayWork, scopeOf, type Person } from '../sessions.ts';
import type { Listed } from '../storage/contract.ts';
import { pactLifeOf } from './life.ts';

/** Parts of pacts that measures of the district describe, once each: what an account can be given. */
export function sharesOf(
  { catalogue }: Pick<Deps, 'catalogue'>,
  district: string,
): readonly { readonly id: string; readonly title: string; readonly title_en?: string }[] {
  const measures = catalogue.districts.get(district)?.measures ?? [];
  const all = measures.flatMap((measure) => pactLifeOf(catalogue, district, measure)?.shares ?? []);
  return [...new Map(all.map((one) => [one.id, one])).values()].map(({ id, title, title_en }) => ({
    id,
    title,
    ...(title_en === undefined ? {} : { title_en }),
  }));
}

/** Who reads a part of the pact; for who gives cases also who could. `title`: which part. */
export async function partnersOf(
  deps: Deps,
  person: Person,
  kase: Case,
  items: readonly Listed[],
  locale: Locale,
): Promise<readonly { id: string; name: string; title: string; given: boolean }[]> {
  const leads = person.account.value.roles.includes('coordinator');
  const titles = new Map(
    sharesOf(deps, person.district).map(({ id, title, title_en }) => [
      id,
      locale === 'en' ? (title_en ?? title) : title,
    ]),
  );
  const may = items.filter(({ id, fields }) => kase.partners?.includes(id) || (leads && isPartner(fields)));
  const accounts = await Promise.all(
    may.map(({ id }) => deps.store.get<Account>(scopeOf(person), 'accounts', id)),
  );
  return accounts.flatMap((kept) => {
    const given = kase.partners?.includes(kept?.id ?? '') ?? false;
    if (!kept || !(given || (mayWork(deps, kept.value) && readsPart(kept.value)))) return [];
    const { name, employer, share = '', comuni } = kept.value;
    if (!given && comuni.length > 0 && !comuni.includes(kase.comune)) return [];
    const called = employer ? `${name}, ${employer}` : name;
    return [{ id: kept.id, name: called, title: titles.get(share) ?? '', given }];
  });
}
const isPartner = (fields: Listed['fields']): boolean => ` ${fields['roles'] ?? ''} `.includes(' partner ');
