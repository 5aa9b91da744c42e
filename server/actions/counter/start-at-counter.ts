// SPDX-License-Identifier: AGPL-3.0-or-later
// Drafts of the counter: for somebody who has no case. What was said before is not asked twice.
import type { Outline } from '../../../runtime/engine/contract.ts';
import { same } from '../../../runtime/engine/pointer.ts';
import type { Answers, Case, Context, Draft } from '../../../schemas/types.ts';
import { allowed, allowedAt } from '../../authorize.ts';
import { newId } from '../../clock.ts';
import { counterContext, saidBefore } from '../../counter/context.ts';
import type { Deps } from '../../deps.ts';
import { keepNew, refusal } from '../../keep.ts';
import { oneAtATime } from '../../mutexes.ts';
import { refuse, type Locale, type Refusal } from '../../problems.ts';
import type { CounterDraft, KeptAccess, KeptDraft, KeptRequest } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Scope } from '../../storage/contract.ts';
import { isWithdrawn, newestVersion } from '../definitions/definitions.ts';
import { sweepDrafts } from '../drafts/public-form.ts';
import { firstAnswers } from '../drafts/start-draft.ts';

export interface StartAtCounter {
  readonly definition: string;
  /** id of the access that it goes on from */
  readonly access?: string;
  /** id of the request that it is about */
  readonly request?: string;
  /** where it is taken, of those of the person; absent: that of the access or request, else the person's first */
  readonly comune?: string;
}

/** Begins a draft; of a step of a request the one that is there. */
export async function startAtCounter(
  deps: Deps,
  person: Person,
  asked: StartAtCounter,
  locale: Locale,
): Promise<{ readonly ok: true; readonly id: string; readonly again: boolean } | Refusal> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const counter = await counterOf(deps, person, scope, asked);
  if ('ok' in counter) return counter;
  const { definition } = asked;
  const version = await newestVersion(deps, scope, definition);
  if (!version) return refuse('not-published', { id: definition }, '/definition');
  return oneAtATime.alone(`${scope.district} counter ${counter.request ?? newId()}`, async () => {
    const where = { request: counter.request ?? '', definition };
    const there = counter.request && (await deps.store.list(scope, 'drafts', { where, limit: 1 })).items[0];
    if (there) return { ok: true, id: there.id, again: true };
    if (await isWithdrawn(deps, scope, definition)) return refuse('withdrawn-form', {}, '/definition');
    await sweepDrafts(deps, scope.district);
    const context = await counterContext(deps, person, { version, counter, locale });
    const outline = deps.forms.outline(version);
    const first = firstAnswers(deps, outline, context);
    const { answers, from, sources } = await carried(deps, scope, counter, outline, context, first);
    const id = newId();
    const value: KeptDraft = {
      definition,
      version: version.number,
      answers: deps.forms.settle(outline, answers, context).answers,
      typed: {},
      parked: {},
      from,
      ...(Object.keys(sources).length ? { sources } : {}),
      savedAt: deps.clock.instant(),
      by: scope.actor,
      counter,
    };
    const made = await keepNew(
      deps,
      scope,
      { action: 'draft.start', object: id },
      'drafts',
      () => value,
      undefined,
    );
    return made.ok ? { ok: true, id, again: false } : refusal(made);
  });
}

/** What the draft is about, if the district lets the person fill it in there. */
async function counterOf(
  deps: Deps,
  person: Person,
  scope: Scope,
  asked: StartAtCounter,
): Promise<CounterDraft | Refusal> {
  const { definition } = asked;
  const district = deps.catalogue.districts.get(scope.district);
  const found = <Value>(collection: string, id: string | undefined) =>
    id === undefined ? undefined : deps.store.get<Value>(scope, collection, id);
  const [access, request] = await Promise.all([
    found<KeptAccess>('accesses', asked.access),
    found<KeptRequest>('requests', asked.request),
  ]);
  if ((asked.access !== undefined && !access) || (asked.request !== undefined && !request))
    return refuse('not-found');
  const comuni = person.account.value.comuni;
  const comune =
    request?.value.comune ??
    access?.value.comune ??
    asked.comune ??
    comuni[0] ??
    district?.lead ??
    district?.comuni[0]?.id ??
    '';
  // What is outside a person's comuni is not there for that person.
  if (!district?.comuni.some(({ id }) => id === comune) || (comuni.length > 0 && !comuni.includes(comune)))
    return refuse('not-found');
  if (!allowedAt(person, comune, 'form', 'e')) return refuse('forbidden');
  const kase = await found<Case>('cases', request?.value.case ?? access?.value.case);
  // What was said then is in the case now, and so is what would be said.
  if (kase && !allowed(person, kase.value, 'form', 'e')) return refuse('not-assigned');
  if (request && kase?.value.closed) return refuse('case-closed');
  if (request) {
    const steps = deps.catalogue.measures.get(request.value.measure)?.requests?.steps ?? [];
    const step = steps.find((one) => one.definition === definition);
    if (!step || step.does === 'close') return refuse('not-at-counter', {}, '/definition');
    return { comune, purpose: 'step', request: request.id };
  }
  if (definition === district.counter?.access) return { comune, purpose: 'access' };
  if (!requestForms(deps, scope.district).includes(definition))
    return refuse('not-at-counter', {}, '/definition');
  return { comune, purpose: 'request', ...(access ? { access: access.id } : {}) };
}

/** Definitions whose submissions are requests: what the public may send, and what the measures say. */
export function requestForms(deps: Pick<Deps, 'catalogue'>, district: string): readonly string[] {
  const { publicForms = [], measures = [] } = deps.catalogue.districts.get(district) ?? {};
  const named = measures.flatMap((id) => deps.catalogue.measures.get(id)?.requests?.forms ?? []);
  return [...new Set([...publicForms, ...named])];
}

type First = Pick<Draft, 'answers' | 'from'> & { readonly sources?: Draft['sources'] };

/** With the answers that were given before to a question of the same key and type, where the form asks it again. */
async function carried(
  deps: Deps,
  scope: Scope,
  counter: CounterDraft,
  outline: Outline,
  context: Context,
  first: First,
): Promise<Required<First> & { sources: NonNullable<Draft['sources']> }> {
  const answers: Answers = { ...first.answers };
  const from: Draft['from'] = { ...first.from };
  const sources: NonNullable<Draft['sources']> = {};
  if (counter.purpose !== 'request') return { answers, from, sources };
  for (const said of await saidBefore(deps, scope, counter, context.role)) {
    const before = deps.forms.outline(said.version);
    for (const node of outline.fields) {
      const value = said.answers[node.key];
      const other = before.byPointer.get(node.pointer);
      const asks = node.parent === undefined && node.value === undefined && answers[node.key] === undefined;
      if (!asks || value === undefined || !other || other.type.type !== node.type.type) continue;
      if (!same(other.schema['x-choices'], node.schema['x-choices'])) continue;
      answers[node.key] = structuredClone(value);
      from[node.pointer] = 'prefilled';
      sources[node.pointer] = { definition: said.definition, title: said.version.title, at: said.at };
    }
  }
  return { answers, from, sources };
}
