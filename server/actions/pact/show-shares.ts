// SPDX-License-Identifier: AGPL-3.0-or-later
// What somebody outside the service reads: of each family that they were given to, their part of the pact in force, and
// whom to call. Nothing else of the case.
import type { Account, Case, Version } from '../../../schemas/types.ts';
import { matrix } from '../../access.ts';
import type { Deps } from '../../deps.ts';
import { membersOf } from '../../members.ts';
import { accountsOf } from '../../names.ts';
import { pactInForce } from '../../pact/in-force.ts';
import { pactLifeOf } from '../../pact/life.ts';
import { sharedParts } from '../../pact/shares.ts';
import type { Locale } from '../../problems.ts';
import { versionId } from '../../records.ts';
import { mayWork, scopeOf, type Person } from '../../sessions.ts';
import type { Kept } from '../../storage/contract.ts';
import { at as valueAt } from '../../../runtime/engine/pointer.ts';

/** families of one answer */
const most = 100;

export interface SharedFamily {
  readonly number: string;
  /** names of whom the rows concern */
  readonly people: readonly string[];
  /** ISO dates: from when to when the pact runs */
  readonly begins?: string;
  readonly ends?: string;
  readonly contacts: readonly { readonly name: string; readonly profile: string; readonly phone?: string }[];
  readonly parts: readonly {
    readonly title: string;
    readonly rows: readonly {
      readonly says: readonly { readonly label: string; readonly text: string }[];
      readonly people: readonly string[];
    }[];
  }[];
}

/** Whoever has no part of a pact has no families here. */
export async function showShares(
  deps: Deps,
  person: Person,
  locale: Locale,
): Promise<readonly SharedFamily[]> {
  const scope = scopeOf(person);
  const given = await deps.store.list(scope, 'cases', {
    where: { closed: null },
    contains: { partners: ` ${person.account.id} ` },
    newestFirst: true,
    limit: most,
  });
  const families: SharedFamily[] = [];
  for (const { id } of given.items) {
    const kase = await deps.store.get<Case>(scope, 'cases', id);
    if (!kase?.value.partners?.includes(person.account.id) || kase.value.closed) continue;
    // Nothing is shown that is not written down first.
    await deps.store.audit(scope, { action: 'share.read', object: id, role: 'partner', result: 'done' });
    families.push({
      number: kase.value.number,
      contacts: await contactsOf(deps, person, kase.value),
      ...(await partOf(deps, person, kase, locale)),
    });
  }
  return families;
}

type Part = Pick<SharedFamily, 'people' | 'parts' | 'begins' | 'ends'>;
const nothing: Part = { people: [], parts: [] };

/** Of the pact that all have signed, that is not over and has not run out. */
async function partOf(deps: Deps, person: Person, kase: Kept<Case>, locale: Locale): Promise<Part> {
  const scope = scopeOf(person);
  const account = person.account.value;
  const life = pactLifeOf(deps.catalogue, scope.district, kase.value.measure);
  const share = life?.shares?.find(({ id }) => id === account.share);
  const isOver = life?.states.find(({ id }) => id === kase.value.pact?.state)?.final;
  const inForce = life && share && !isOver ? await pactInForce(deps, scope, kase.id, life) : undefined;
  if (!life || !share || !inForce) return nothing;
  const { answers, context, definition, version: number } = inForce.submission.value;
  const [begins, ends] = [life.starts, life.ends].map((pointer) => {
    const day: unknown = pointer === undefined ? undefined : valueAt(answers, pointer);
    return typeof day === 'string' ? day : undefined;
  });
  if (ends !== undefined && ends < deps.clock.today()) return nothing;
  const version = await deps.store.get<Version>(scope, 'versions', versionId(definition, number));
  if (!version) return nothing;
  const parts = sharedParts(share, {
    forms: deps.forms,
    outline: deps.forms.outline(version.value),
    answers,
    context: { ...context, locale },
    employer: account.employer ?? '',
  });
  if (parts.length === 0) return nothing;
  const names = new Map(membersOf(kase.value).map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[]): readonly string[] => ids.flatMap((id) => names.get(id) ?? []);
  return {
    people: named([...new Set(parts.flatMap(({ rows }) => rows.flatMap(({ people }) => people)))]),
    parts: parts.map(({ title, rows }) => ({
      title,
      rows: rows.map(({ says, people }) => ({ says, people: named(people) })),
    })),
    ...(begins === undefined ? {} : { begins }),
    ...(ends === undefined ? {} : { ends }),
  };
}

/** Who answers for the pact. */
async function contactsOf(deps: Deps, person: Person, kase: Case): Promise<SharedFamily['contacts']> {
  const answers = ({ roles }: Account): boolean => roles.some((role) => matrix[role].things.pact === 'e');
  const accounts = await accountsOf(deps, scopeOf(person), kase.assigned);
  return [...accounts.values()]
    .filter((account) => mayWork(deps, account) && answers(account))
    .map(({ name, profile, phone }) => ({ name, profile, ...(phone ? { phone } : {}) }));
}
