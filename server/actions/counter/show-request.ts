// SPDX-License-Identifier: AGPL-3.0-or-later
import { hoursInWords } from '../../../templates/hours.ts';
import { rules } from '../../access.ts';
import { allowed, allowedAt } from '../../authorize.ts';
import { saysOf, stateOf, termsOfRequest } from '../../counter/states.ts';
import type { Deps } from '../../deps.ts';
import type { Locale } from '../../problems.ts';
import type { KeptRequest } from '../../records.ts';
import type { Found } from '../../routes/contract.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import type { Case } from '../../../schemas/types.ts';
import { namesOf } from '../../names.ts';

/** A request: state, what a person may be told, terms, what was filled in about it and what can be. */
export async function showRequest(
  deps: Deps,
  person: Person,
  request: Kept<KeptRequest>,
  kase: Found['case'],
  locale: Locale,
) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const { value } = request;
  const measure = deps.catalogue.measures.get(value.measure);
  const state = stateOf(deps, scope.district, value, locale);
  const rows = termsOfRequest(deps, value, deps.clock.today());
  const due = rows.find(({ met }) => met === undefined);
  const drafts = await deps.store.list(scope, 'drafts', { where: { request: request.id }, limit: 50 });
  const writes = kase
    ? allowed(person, kase.value, 'form', 'e')
    : allowedAt(person, value.comune, 'form', 'e');
  const nameOf = await namesOf(deps, scope, [value.by, ...value.steps.map(({ by }) => by)]);
  const closers: readonly string[] = rules['request: close'].who;
  const closes = person.account.value.roles.some((role) => closers.includes(role));
  const offered = (measure?.requests?.steps ?? []).filter(({ does }) => does !== 'close' || closes);
  const steps = await Promise.all(
    offered.map(async ({ definition, does }) => {
      const version = await deps.store.list(scope, 'versions', { where: { definition }, limit: 1 });
      const title = String(version.items[0]?.fields['title'] ?? definition);
      const draft = drafts.items.find(({ fields }) => fields['definition'] === definition)?.id;
      return { definition, does, title, ...(draft ? { draft } : {}) };
    }),
  );
  return {
    id: request.id,
    number: value.number,
    definition: value.definition,
    title: value.title,
    name: value.name,
    comune: value.comune,
    channel: value.channel,
    at: value.at,
    by: nameOf(value.by),
    dates: value.dates,
    state: {
      id: state.id,
      title: state.title,
      closed: state.closed,
      says: saysOf(state, value, due?.due ?? ''),
      ...(state.todo ? { todo: state.todo } : {}),
    },
    measure: { id: value.measure, name: measure?.name ?? value.measure },
    ...(measure?.transcription ? { platform: measure.transcription.platform } : {}),
    terms: rows,
    taken: value.steps.map((step) => ({ ...step, by: nameOf(step.by) })),
    steps,
    writes,
    ...(value.access === undefined ? {} : { access: value.access }),
    ...(kase ? { case: { id: kase.id, number: kase.value.number } } : {}),
  };
}

/** Where a request stands, for who asks with its number: that of the request, its receipt or its case. */
export async function requestStatus(deps: Deps, person: Person, typed: string, locale: Locale) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const { comuni } = person.account.value;
  const found = await findByNumber(deps, scope, typed.trim().toUpperCase());
  if (!found || (comuni.length > 0 && !comuni.includes(found.value.comune))) return undefined;
  const { value } = found;
  const state = stateOf(deps, scope.district, value, locale);
  const rows = termsOfRequest(deps, value, deps.clock.today());
  const due = rows.find(({ met }) => met === undefined);
  const kase = value.case === undefined ? undefined : await deps.store.get<Case>(scope, 'cases', value.case);
  const offices = deps.catalogue.districts.get(scope.district)?.offices ?? [];
  const office = offices.find(({ comune }) => comune === value.comune);
  return {
    id: found.id,
    number: value.number,
    title: value.title,
    comune: value.comune,
    day: value.dates['richiesta'] ?? '',
    state: state.title,
    says: saysOf(state, value, due?.due ?? ''),
    ...(due ? { term: { title: due.title, due: due.due, late: due.state === 'late' } } : {}),
    ...(office
      ? {
          office: {
            name: office.name,
            address: office.address,
            phone: office.phone ?? '',
            hours: hoursInWords(office.hours, locale),
          },
        }
      : {}),
    ...(kase ? { case: kase.value.number } : {}),
  };
}

async function findByNumber(
  deps: Deps,
  scope: Scope,
  number: string,
): Promise<Kept<KeptRequest> | undefined> {
  if (number === '') return undefined;
  const get = async (id: unknown) =>
    typeof id === 'string' ? deps.store.get<KeptRequest>(scope, 'requests', id) : undefined;
  const first = async (collection: string, where: { readonly [field: string]: string }) =>
    (await deps.store.list(scope, collection, { where, limit: 1 })).items[0];
  const direct = await first('requests', { number });
  if (direct) return get(direct.id);
  const paper = (await first('documents', { number })) ?? (await first('documents', { code: number }));
  if (paper?.fields['submission']) return get(paper.fields['submission']);
  const kase = await first('cases', { number });
  const request = kase && (await first('requests', { case: kase.id }));
  return request && get(request.id);
}
