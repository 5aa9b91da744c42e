// SPDX-License-Identifier: AGPL-3.0-or-later
// What the desk shows of the life of a pact: where it is, what comes next, how far its results are.
import { at as valueAt } from '../../../runtime/engine/pointer.ts';
import type { Case, Version } from '../../../schemas/types.ts';
import { allowedNow, mayRead, thingOf } from '../../authorize.ts';
import type { Deps } from '../../deps.ts';
import { resultsOver } from '../../pact/checks.ts';
import { pactFacts, submissionsOf, type PactFacts } from '../../pact/facts.ts';
import { byHand, pactLifeOf, type Life } from '../../pact/life.ts';
import type { Locale } from '../../problems.ts';
import type { KeptDefinition } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { namesOf } from '../../names.ts';
import { titleOf } from '../definitions/definitions.ts';
import { daysAfter } from '../../calendar.ts';

/** Something to be done next: a new version of the pact, or a definition to fill in. */
export interface Next {
  readonly why: 'update' | 'renewal' | 'decided' | 'refused' | 'shared' | 'check' | 'close';
  readonly definition: string;
  readonly title: string;
  /** by which beginning the draft of a pact is started */
  readonly how?: 'update' | 'renewal';
  /** of whom, or which decision, in words */
  readonly about?: string;
}

/** undefined: the measure says nothing of a pact. */
export async function showPact(deps: Deps, person: Person, kase: Kept<Case>, locale: Locale) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const life = pactLifeOf(deps.catalogue, scope.district, kase.value.measure);
  if (!life) return { states: [], history: [], hand: [], copies: [], refused: [], next: [] };
  const facts = await pactFacts(deps, scope, kase, life);
  const nameOf = await namesOf(deps, scope, [
    ...(kase.value.pact?.history ?? []).map(({ by }) => by),
    ...facts.copies.map(({ value }) => value.by),
  ]);
  const title = (id: string): string => {
    const state = life.states.find((one) => one.id === id);
    return (locale === 'en' ? state?.title_en : undefined) ?? state?.title ?? id;
  };
  const { inForce, copies, refused, checks } = facts;
  const state = kase.value.pact?.state;
  const isOver = life.states.find(({ id }) => id === state)?.final ?? false;
  const thing = (id: string, kind: Version['kind']) => thingOf(deps, scope.district, id, kind);
  const writes = allowedNow(person, kase.value, thing(life.definition, 'pact'), 'd');
  const readsChecks = life.monitoring && mayRead(person, kase.value, thing(life.monitoring.definition, 'form')); // prettier-ignore
  const today = deps.clock.today();
  return {
    state,
    states: life.states.map(({ id, final, aside }) => ({
      id,
      title: title(id),
      ...(final ? { final } : {}),
      ...(aside ? { aside } : {}),
    })),
    history: (kase.value.pact?.history ?? []).map((step) => ({
      ...step,
      title: title(step.state),
      by: nameOf(step.by),
    })),
    hand: allowedNow(person, kase.value, thing(life.definition, 'pact'), 'e')
      ? byHand(life, state).map(({ id }) => ({ id, title: title(id) }))
      : [],
    ...(inForce
      ? {
          inForce: {
            submission: inForce.submission.id,
            document: inForce.document.id,
            number: inForce.document.value.number,
            revision: inForce.document.value.revision,
          },
        }
      : {}),
    ...(facts.begins ? { begins: facts.begins } : {}),
    ...(facts.ends ? { ends: facts.ends } : {}),
    ...(facts.every === undefined ? {} : { every: facts.every }),
    ...(facts.next && !isOver ? { check: { day: facts.next, late: facts.next < today } } : {}),
    copies: copies.map(({ id, value: { number, at, by, draft } }) => ({
      id,
      number,
      at,
      by: nameOf(by),
      draft,
    })),
    refused: refused.map((one) => ({ ...one, matters: life.refusal?.matters ?? false })),
    ...(refused.length > 0 && life.refusal?.text
      ? { refusalText: life.refusal.text, refusalSource: life.refusal.source ?? '' }
      : {}),
    ...(readsChecks && life.monitoring && checks.length > 0
      ? { results: await resultsView(deps, scope, life.monitoring, checks) }
      : {}),
    next: writes
      ? await nextOf(deps, scope, kase, life, facts, isOver, (id, kind) =>
          allowedNow(person, kase.value, thing(id, kind), 'd'),
        )
      : [],
  };
}

async function resultsView(
  deps: Deps,
  scope: Scope,
  monitoring: NonNullable<Life['monitoring']>,
  checks: PactFacts['checks'],
) {
  const definition = (await deps.store.get<KeptDefinition>(scope, 'definitions', monitoring.definition))
    ?.value.definition;
  const key = monitoring.results.level.slice(2);
  const rows = definition?.schema.properties[monitoring.results.rows.slice(1)];
  const choices = rows?.items?.properties?.[key]?.oneOf ?? [];
  const words = new Map(choices.map((one) => [String(one.const), one.title]));
  return {
    days: checks.map(({ submission, day }) => ({ submission, day })),
    rows: resultsOver(monitoring, checks).map(({ id, text, levels }) => ({
      id,
      text,
      levels: levels.map((level) => ({ level, title: words.get(level) ?? level })),
    })),
  };
}

/** What the measure's data say is to be done now. */
async function nextOf(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  life: Life,
  facts: PactFacts,
  isOver: boolean,
  /** may the person fill in this definition? */
  may: (id: string, kind: Version['kind']) => boolean,
): Promise<readonly Next[]> {
  const named = async (id: string): Promise<string | undefined> => {
    const kept = await deps.store.get<KeptDefinition>(scope, 'definitions', id);
    const definition = kept?.value.definition;
    return definition && may(id, definition.kind) ? titleOf(definition) : undefined;
  };
  const next: Next[] = [];
  const add = async (one: Omit<Next, 'title'>): Promise<void> => {
    const title = await named(one.definition);
    if (title !== undefined) next.push({ ...one, title });
  };
  const { refusal, monitoring, renewal, sharing, closing } = life;
  if (refusal)
    for (const { name, heard } of facts.refused)
      if (heard === undefined) await add({ why: 'refused', definition: refusal.definition, about: name });
  if (sharing && (await isUntold(deps, scope, kase, life, facts)))
    await add({ why: 'shared', definition: sharing.definition });
  const decided = monitoring && decisionOf(monitoring, facts);
  const follows = decided && monitoring.leads?.[decided.code];
  if (follows && !isOver) {
    const done = follows.begins
      ? (await submissionsOf(deps, scope, kase.id, follows.begins)).some(
          ({ value }) => value.submittedAt > decided.at,
        )
      : (facts.pact?.value.submittedAt ?? '') > decided.at;
    const about = decided.code;
    if (!done && follows.update)
      await add({ why: 'decided', definition: life.definition, how: 'update', about });
    if (!done && follows.begins) await add({ why: 'decided', definition: follows.begins, about });
  }
  const isSigned = facts.inForce !== undefined;
  const today = deps.clock.today();
  if (isSigned && !isOver) {
    const due = facts.ends !== undefined && today >= daysAfter(facts.ends, -(renewal?.daysBefore ?? 0));
    if (monitoring) await add({ why: 'check', definition: monitoring.definition });
    if (renewal && due) await add({ why: 'renewal', definition: life.definition, how: 'renewal' });
    await add({ why: 'update', definition: life.definition, how: 'update' });
    if (closing) await add({ why: 'close', definition: closing.definition });
  }
  // One way to each thing is enough.
  return next.filter(
    (one, place) =>
      one.why !== 'update' || !next.some((other, at) => at < place && other.definition === one.definition),
  );
}

/** A copy was printed for the family, and nobody wrote yet what became of it. */
async function isUntold(
  deps: Deps,
  scope: Scope,
  kase: Kept<Case>,
  { sharing }: Life,
  { copies, submittedAt }: PactFacts,
): Promise<boolean> {
  const last = copies.at(-1);
  if (!last || last.value.at < submittedAt) return false;
  const said = (await submissionsOf(deps, scope, kase.id, sharing?.definition)).at(-1);
  return (said?.value.submittedAt ?? '') < last.value.at;
}

/** What the newest monitoring decided. */
function decisionOf(
  { decision }: NonNullable<Life['monitoring']>,
  { checks }: PactFacts,
): { readonly code: string; readonly at: string } | undefined {
  const last = checks.at(-1);
  const code = last && valueAt(last.answers, decision);
  return last && typeof code === 'string' ? { code, at: last.sentAt } : undefined;
}
