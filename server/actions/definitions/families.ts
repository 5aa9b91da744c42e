// SPDX-License-Identifier: AGPL-3.0-or-later
// Families with which a definition is tried: invented ones that come with the district, and those that its administrators keep.
import { at as valueAt } from '../../../runtime/engine/pointer.ts';
import type { Answers, Context, Definition } from '../../../schemas/types.ts';
import { newId } from '../../clock.ts';
import { buildContext } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { keepNew, recorded, refusal } from '../../keep.ts';
import type { Locale } from '../../problems.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptDefinition, KeptFamily } from '../../records.ts';
import { answersOf } from '../../sample-families.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { newestVersion } from './definitions.ts';

/** Families that one definition may have kept. */
const most = 50;

/** A family as the builder shows it; `rev` 0: it comes with the district and is not changed. */
export interface TrialFamily {
  readonly id: string;
  readonly title: string;
  readonly rev: number;
  readonly answers: Answers;
}

/** The invented families first, then the kept ones in the order of their titles. */
export async function familiesOf(
  deps: Deps,
  scope: Scope,
  definition: Definition,
): Promise<readonly TrialFamily[]> {
  const invented = deps.catalogue.families(scope.district).map((family) => ({
    id: family.id,
    title: family.title,
    rev: 0,
    answers: nearest(answersOf(family), definition),
  }));
  const { items } = await deps.store.list(scope, 'families', {
    where: { definition: definition.id },
    limit: most,
  });
  const kept = await Promise.all(items.map(({ id }) => deps.store.get<KeptFamily>(scope, 'families', id)));
  const own = kept
    .filter((one) => one !== undefined)
    .map(({ id, rev, value }) => ({ id, rev, title: value.title, answers: value.answers }));
  return [...invented, ...own.sort((a, b) => a.title.localeCompare(b.title, 'it'))];
}

/** Answers to this definition, else to the one that asks most of the same things: a copy has the questions of what it was copied from. */
function nearest(answers: ReturnType<typeof answersOf>, { id, schema }: Definition): Answers {
  const own = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (own) return own;
  const shared = (one: Answers): number =>
    Object.keys(one).filter((key) => Object.hasOwn(schema.properties, key)).length;
  const [first] = Object.values(answers).sort((a, b) => shared(b) - shared(a));
  // A key or two in common are chance.
  return first && shared(first) * 2 > Object.keys(first).length ? first : {};
}

export interface GivenFamily {
  readonly title: string;
  readonly answers: Answers;
}

export async function keepFamily(
  deps: Deps,
  scope: Scope,
  definition: string,
  given: GivenFamily,
): Promise<{ readonly ok: true; readonly value: Kept<KeptFamily> } | Refusal> {
  if (!(await deps.store.get(scope, 'definitions', definition))) return refuse('not-found');
  const { total } = await deps.store.list(scope, 'families', { where: { definition }, limit: 1 });
  if (total >= most) return refuse('too-many-families', { limit: most });
  const id = newId();
  const value: KeptFamily = { definition, ...given, by: scope.actor };
  const made = await keepNew(deps, scope, { action: 'family.create', object: id }, 'families', () => value, undefined); // prettier-ignore
  return made.ok ? { ok: true, value: made.value } : refusal(made);
}

/** Replaces a kept family; `given` undefined: takes it away. */
export async function changeFamily(
  deps: Deps,
  scope: Scope,
  definition: string,
  id: string,
  rev: number,
  given: GivenFamily | undefined,
): Promise<{ readonly ok: true; readonly rev: number } | Refusal> {
  const before = await deps.store.get<KeptFamily>(scope, 'families', id);
  if (!before || before.value.definition !== definition) return refuse('not-found');
  const entry = { action: given ? 'family.save' : 'family.remove', object: id, rev: rev + 1 };
  if (!given) {
    const gone = await recorded(deps, scope, entry, () => deps.store.remove(scope, 'families', id, rev));
    return gone.ok ? { ok: true, rev } : refusal(gone);
  }
  const value: KeptFamily = { ...before.value, ...given, by: scope.actor };
  const saved = await recorded(deps, scope, entry, () =>
    deps.store.replace(scope, 'families', id, value, rev),
  );
  return saved.ok ? { ok: true, rev: saved.value.rev } : refusal(saved);
}

/** What a draft reads beside its answers, with the first invented family in the place of a case. */
export async function trialContext(
  deps: Deps,
  scope: Scope,
  kept: KeptDefinition,
  role: string,
  locale: Locale,
): Promise<Context> {
  const of = { scope, role, locale };
  const [family] = deps.catalogue.families(scope.district);
  const given = family ? answersOf(family) : {};
  const read: Context['case'] = {};
  for (const [name, answers] of Object.entries(given)) {
    const published = await newestVersion(deps, scope, name);
    if (!published) continue;
    const context = {
      ...(await buildContext(deps, { ...of, version: published, answers })),
      case: { ...read },
    };
    const settled = deps.forms.settle(deps.forms.outline(published), answers, context);
    const household = published.source.gives?.household;
    const members = household === undefined ? undefined : valueAt(settled.answers, household);
    if (Array.isArray(members)) read.nucleo = members as NonNullable<Context['case']['nucleo']>;
    if (name !== kept.definition.id) read[name] = settled.answers;
  }
  const own = nearest(given, kept.definition);
  const context = await buildContext(deps, {
    ...of,
    version: { source: kept.definition },
    answers: [read, own],
  });
  return { ...context, case: read };
}
