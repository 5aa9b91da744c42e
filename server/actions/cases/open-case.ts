// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Case, Submission, Version } from '../../../schemas/types.ts';
import { keyed, newId } from '../../clock.ts';
import { registerPublic } from '../../counter/register.ts';
import { comuneIn } from '../../counter/told.ts';
import type { Deps } from '../../deps.ts';
import { keep, refusal } from '../../keep.ts';
import { oneAtATime } from '../../mutexes.ts';
import { nextNumber } from '../../numbering.ts';
import { refuse, type Refusal } from '../../problems.ts';
import { versionId, type KeptAccess, type KeptRequest } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope, Write } from '../../storage/contract.ts';
import { placed } from './placed.ts';
import { refolder, submissionsOf } from './refold.ts';
import { routerOf } from './route-case.ts';
import { stateAfter } from './states.ts';

export type OpenCase =
  | { readonly submission: string; readonly comune?: string; readonly measure?: string }
  /** `access`: of the person who came; the case has what was said then */
  | { readonly measure: string; readonly comune: string; readonly name: string; readonly access?: string };
type Opened = { readonly ok: true; readonly id: string; readonly again: boolean } | Refusal;

/** Opens a case from a public request, or from nothing. The same request opens one case however often it is asked. */
export function openCase(
  deps: Deps,
  person: Person,
  given: OpenCase,
  key: string | undefined,
): Promise<Opened> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const name =
    'submission' in given ? `request ${given.submission}` : `case ${scope.actor} ${key ?? newId()}`;
  return oneAtATime.alone(`${scope.district} ${name}`, () =>
    'submission' in given
      ? fromRequest(deps, person, scope, given)
      : fromNothing(deps, person, scope, given, key),
  );
}

async function fromRequest(
  deps: Deps,
  person: Person,
  scope: Scope,
  given: { readonly submission: string; readonly comune?: string; readonly measure?: string },
): Promise<Opened> {
  const request = await deps.store.get<Submission>(scope, 'submissions', given.submission);
  if (request?.value.submittedBy === 'public') await registerPublic(deps, scope.district, request.id);
  const entry = await deps.store.get<KeptRequest>(scope, 'requests', given.submission);
  if (!request || !entry) return refuse('not-found');
  const { comuni } = person.account.value;
  const asked = comuneOf(deps, person, request.value, entry.value);
  // What the list of requests does not show cannot be taken from it either.
  if (comuni.length > 0 && !comuni.includes(asked)) return refuse('not-found');
  const { case: already, definition, version } = request.value;
  if (already) return { ok: true, id: already, again: true };
  const frozen = await deps.store.get<Version>(scope, 'versions', versionId(definition, version));
  if (!frozen) return refuse('not-found');
  const comune = given.comune ?? asked;
  const measure = given.measure ?? deps.catalogue.measureOf(scope.district, definition);
  const blank = await newCase(deps, person, scope, { measure, comune, name: request.value.receipt });
  if (!blank.ok) return blank;
  // What was looked into before there was a case is known to it, too.
  const steps = await submissionsOf(
    deps,
    scope,
    entry.value.steps.map(({ submission }) => submission),
  );
  const told = (await refolder(deps, scope, [request, ...steps]))(blank.value);
  const route = await routerOf(deps, scope);
  const value: Case = route({
    ...told,
    timeline: [
      {
        at: request.value.submittedAt,
        by: request.value.submittedBy,
        what: 'submitted',
        submission: request.id,
        definition,
      },
      ...told.timeline,
    ],
  });
  const id = newId();
  return write(deps, scope, id, value, await taken(deps, scope, id, request, entry));
}

/** The request, its steps and the access it came from belong to the case from now on. */
async function taken(
  deps: Deps,
  scope: Scope,
  kase: string,
  request: Kept<Submission>,
  entry: Kept<KeptRequest>,
): Promise<readonly Write[]> {
  const said = [...entry.value.steps.map(({ submission }) => submission), entry.value.access];
  const others = await Promise.all(
    said.map((id) => (id ? deps.store.get<Submission>(scope, 'submissions', id) : undefined)),
  );
  const access = entry.value.access
    ? await deps.store.get<KeptAccess>(scope, 'accesses', entry.value.access)
    : undefined;
  const own = [request, ...others.filter((one) => one !== undefined && one.value.case === undefined)];
  const into = <Value extends object>(collection: string, kept: Kept<Value>): Write => ({
    do: 'replace',
    collection,
    id: kept.id,
    value: { ...kept.value, case: kase },
    rev: kept.rev,
  });
  return [
    ...own.flatMap((one) => (one ? [into('submissions', one)] : [])),
    into('requests', entry),
    ...(access ? [into('accesses', access)] : []),
  ];
}

async function fromNothing(
  deps: Deps,
  person: Person,
  scope: Scope,
  given: Exclude<OpenCase, { readonly submission: string }>,
  key: string | undefined,
): Promise<Opened> {
  const id =
    key === undefined ? newId() : keyed(deps.secret, 'case', scope.district, scope.actor, key).slice(0, 22);
  const before = key === undefined ? undefined : await deps.store.get<Case>(scope, 'cases', id);
  if (before) return before.value.name === given.name ? { ok: true, id, again: true } : refuse('key-reused');
  const access = given.access && (await deps.store.get<KeptAccess>(scope, 'accesses', given.access));
  const { comuni } = person.account.value;
  if (given.access && (!access || (comuni.length > 0 && !comuni.includes(access.value.comune))))
    return refuse('not-found', {}, '/access');
  if (access && access.value.case) return { ok: true, id: access.value.case, again: true };
  const value = await newCase(deps, person, scope, given);
  if (!value.ok || !access) return value.ok ? write(deps, scope, id, value.value, []) : value;
  const said = await deps.store.get<Submission>(scope, 'submissions', access.id);
  const told = [access, ...(said ? [said] : [])].map((kept: Kept<object>, place): Write => ({
    do: 'replace',
    collection: place === 0 ? 'accesses' : 'submissions',
    id: kept.id,
    value: { ...kept.value, case: id },
    rev: kept.rev,
  }));
  return write(deps, scope, id, value.value, told);
}

async function newCase(
  deps: Deps,
  person: Person,
  scope: Scope,
  given: { readonly measure: string; readonly comune: string; readonly name: string },
): Promise<{ readonly ok: true; readonly value: Case } | Refusal> {
  const district = deps.catalogue.districts.get(scope.district);
  if (!district?.comuni.some(({ id }) => id === given.comune))
    return refuse('unknown-comune', { id: given.comune }, '/comune');
  if (!district.measures.includes(given.measure))
    return refuse('unknown-measure', { id: given.measure }, '/measure');
  const { comuni, roles } = person.account.value;
  // What is outside a person's comuni is not there for that person.
  if (comuni.length > 0 && !comuni.includes(given.comune)) return refuse('not-found');
  const at = deps.clock.instant();
  const follows = roles.includes('case-manager') || roles.includes('family-worker');
  return {
    ok: true,
    value: {
      number: await nextNumber(deps, scope, 'pratica', given.comune),
      measure: given.measure,
      comune: given.comune,
      state: stateAfter(deps, scope.district, '', 'opened'),
      name: given.name,
      household: [],
      dates: {},
      facts: {},
      assigned: follows ? [scope.actor] : [],
      openedAt: at,
      openedBy: scope.actor,
      timeline: [{ at, by: scope.actor, what: 'opened' }],
    },
  };
}

async function write(
  deps: Deps,
  scope: Scope,
  id: string,
  value: Case,
  more: readonly Write[],
): Promise<Opened> {
  const done = await keep(deps, scope, { action: 'case.open', object: id }, [
    { do: 'create', collection: 'cases', id, value: placed(deps, scope.district, value) },
    ...more,
  ]);
  return done.ok ? { ok: true, id, again: false } : refusal(done);
}

/** The comune that a request concerns: that of the registry, else of its answers, else the person's only one, else the lead one. */
export function comuneOf(
  deps: Deps,
  person: Person | undefined,
  request: Submission,
  entry?: Pick<KeptRequest, 'comune'>,
): string {
  const district = deps.catalogue.districts.get(person?.district ?? '');
  const answered = entry?.comune ?? comuneIn(deps, district?.id ?? '', undefined, request.answers);
  const only = person?.account.value.comuni.length === 1 ? person.account.value.comuni[0] : undefined;
  return answered ?? only ?? district?.lead ?? district?.comuni[0]?.id ?? '';
}

export type { Kept };
