// SPDX-License-Identifier: AGPL-3.0-or-later
// Answers given at the counter become what they are for: an access, a request with its number, a step of a request.
import { same } from '../../../runtime/engine/pointer.ts';
import type { Answers, Case, Draft, Submission, Version } from '../../../schemas/types.ts';
import { romeDay } from '../../clock.ts';
import { counterContext } from '../../counter/context.ts';
import { requestOf } from '../../counter/register.ts';
import { withStep } from '../../counter/step.ts';
import { toldBy } from '../../counter/told.ts';
import type { Deps } from '../../deps.ts';
import { gatheringOf, gatherings } from '../../gatherings.ts';
import { keep, refusal } from '../../keep.ts';
import { oneAtATime } from '../../mutexes.ts';
import { nextNumber } from '../../numbering.ts';
import { refuse, type Locale, type Refusal } from '../../problems.ts';
import { provenance } from '../../provenance.ts';
import { versionId, type KeptAccess, type KeptDraft, type KeptRequest } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope, Write } from '../../storage/contract.ts';
import { withEvent } from '../cases/change-case.ts';
import { claims, filesNamed, foreignFiles, letFilesGo } from '../drafts/named-files.ts';
import { openCase } from '../cases/open-case.ts';
import { refolder } from '../cases/refold.ts';
import { outcomeOf, receive, refused } from '../drafts/receive.ts';
import { submissionOf } from '../drafts/submission-id.ts';

/** What a draft at the counter led to. */
export interface LedTo {
  readonly access?: string;
  readonly request?: string;
  readonly case?: string;
}
type Submitted =
  | { readonly ok: true; readonly value: Kept<Submission>; readonly again: boolean; readonly to: LedTo }
  | Refusal;

export function submitAtCounter(
  deps: Deps,
  person: Person,
  draft: string,
  sent: Answers | undefined,
  rev: number | undefined,
  locale: Locale,
): Promise<Submitted> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const id = submissionOf(deps, draft);
  return oneAtATime.alone(`${scope.district} draft ${draft}`, async () => {
    const before = await deps.store.get<Submission>(scope, 'submissions', id);
    if (before) return { ok: true, value: before, again: true, to: await ledTo(deps, scope, before) };
    const kept = await deps.store.get<KeptDraft>(scope, 'drafts', draft);
    const counter = kept?.value.counter;
    if (!kept || !counter) return refuse('not-found');
    if (rev !== undefined && kept.rev !== rev) return refuse('conflict', { rev: kept.rev });
    const found = await deps.store.get<Version>(
      scope,
      'versions',
      versionId(kept.value.definition, kept.value.version),
    );
    if (!found) return refuse('not-published', { id: kept.value.definition });
    const version = found.value;
    const answers = sent ?? kept.value.answers;
    const context = await counterContext(deps, person, { version, counter, locale, answers });
    const received = await receive(deps, scope.district, version, answers, context, kept.value.answers);
    if (!received.ok) return received;
    const outline = deps.forms.outline(version);
    const named = filesNamed(outline, received.settled.answers);
    const foreign = await foreignFiles(deps, scope, named, { draft, case: undefined });
    if (foreign.length > 0) return refused('answers-refused', foreign);
    const given = provenance(deps, outline, received.settled, context, kept.value.from, 'typed');
    const from = withCarried(given, kept.value, received.settled.answers);
    const known = Object.entries(kept.value.sources ?? {});
    const sources = Object.fromEntries(known.filter(([pointer]) => from[pointer] === 'prefilled'));
    const request = counter.request
      ? await deps.store.get<KeptRequest>(scope, 'requests', counter.request)
      : undefined;
    if (counter.request && !request) return refuse('not-found');
    const kase = request?.value.case;
    const taken = kase === undefined ? undefined : await deps.store.get<Case>(scope, 'cases', kase);
    if (taken?.value.closed) return refuse('case-closed');
    const value: Submission = {
      definition: version.definition,
      version: version.number,
      hash: version.hash,
      ...(kase === undefined ? {} : { case: kase }),
      ...(request ? { request: request.id } : {}),
      answers: received.settled.answers,
      context,
      ...outcomeOf(received),
      from,
      ...(Object.keys(sources).length ? { sources } : {}),
      ...(kept.value.paper ? { paper: kept.value.paper } : {}),
      submittedAt: deps.clock.instant(),
      submittedBy: scope.actor,
      receipt: await nextNumber(deps, scope, counter.purpose === 'access' ? 'accesso' : 'ricevuta'),
      draft,
      differences: [...received.differences],
    };
    const more = request
      ? await stepWrites(deps, scope, version, value, id, request)
      : await entryWrites(deps, scope, version, value, id, kept.value);
    const writes: readonly Write[] = [
      { do: 'create', collection: 'submissions', id, value },
      ...more,
      ...(await claims(deps, scope, named, draft, id)),
      { do: 'remove', collection: 'drafts', id: draft, rev: kept.rev },
    ];
    const action = { access: 'access.create', request: 'request.create', step: 'request.step' }[
      counter.purpose
    ];
    const entry = { action, object: request?.id ?? id, hash: version.hash };
    // A step tells the case of its request, which others may be changing too.
    const turn = kase === undefined ? `request ${request?.id ?? id}` : `case ${kase}`;
    const done = await oneAtATime.alone(`${scope.district} ${turn}`, () => keep(deps, scope, entry, writes));
    if (!done.ok) return refusal(done);
    await letFilesGo(deps, scope, draft);
    gatherings.tell(gatheringOf(scope.district, draft));
    const opens = deps.catalogue.districts.get(scope.district)?.counter?.opens ?? 'case';
    // Where this fails the request waits in the registry, like one of the public.
    if (counter.purpose === 'request' && opens === 'case')
      await openCase(deps, person, { submission: id }, undefined);
    const made = await deps.store.get<Submission>(scope, 'submissions', id);
    if (!made) return refuse('not-found');
    return { ok: true, value: made, again: false, to: await ledTo(deps, scope, made) };
  });
}

/** A new access or a new request, and the access that a request goes on from. */
async function entryWrites(
  deps: Deps,
  scope: Scope,
  version: Version,
  submission: Submission,
  id: string,
  { counter, paper }: KeptDraft,
): Promise<readonly Write[]> {
  if (!counter) return [];
  if (counter.purpose === 'request') {
    const channel = paper ? 'paper' : 'counter';
    const { access, comune } = counter;
    const more = { channel, comune, ...(access === undefined ? {} : { access }) } as const;
    const value = requestOf(deps, scope.district, version, submission, more);
    const before =
      access === undefined ? undefined : await deps.store.get<KeptAccess>(scope, 'accesses', access);
    return [
      { do: 'create', collection: 'requests', id, value },
      ...(before && access !== undefined
        ? [
            {
              do: 'replace',
              collection: 'accesses',
              id: access,
              value: { ...before.value, request: id },
              rev: before.rev,
            } as const,
          ]
        : []),
    ];
  }
  const { definition, answers, context, submittedAt: at } = submission;
  const day = romeDay(at);
  const told = toldBy(deps, scope.district, version, answers, context, day);
  const { name, facts, counts } = told;
  // An access stays where it was taken, wherever the person lives.
  const value: KeptAccess = {
    definition,
    comune: counter.comune,
    at,
    day,
    by: scope.actor,
    name,
    facts,
    counts,
  };
  return [{ do: 'create', collection: 'accesses', id, value }];
}

/** What a step does to its request, and to the case of it. */
async function stepWrites(
  deps: Deps,
  scope: Scope,
  version: Version,
  submission: Submission,
  id: string,
  request: Kept<KeptRequest>,
): Promise<readonly Write[]> {
  const value = withStep(deps, scope.district, request.value, version, submission, id);
  const own: Write = { do: 'replace', collection: 'requests', id: request.id, value, rev: request.rev };
  const kase = request.value.case && (await deps.store.get<Case>(scope, 'cases', request.value.case));
  if (!kase) return [own];
  const { submittedAt: at, definition } = submission;
  const tell = await refolder(deps, scope, [{ id, value: submission }]);
  const event = { at, by: scope.actor, what: 'submitted', submission: id, definition } as const;
  const told = tell(withEvent(kase.value, event));
  return [own, { do: 'replace', collection: 'cases', id: kase.id, value: told, rev: kase.rev }];
}

/** What was carried over and left as it was counts as prefilled. */
function withCarried(from: Draft['from'], draft: KeptDraft, answers: Answers): Draft['from'] {
  const kept = Object.keys(draft.sources ?? {}).filter(
    (pointer) =>
      draft.from[pointer] === 'prefilled' && same(draft.answers[pointer.slice(1)], answers[pointer.slice(1)]),
  );
  return { ...from, ...Object.fromEntries(kept.map((pointer) => [pointer, 'prefilled' as const])) };
}

async function ledTo(deps: Deps, scope: Scope, { id, value }: Kept<Submission>): Promise<LedTo> {
  const about = value.request ?? id;
  const request = await deps.store.get<KeptRequest>(scope, 'requests', about);
  const kase = request?.value.case ?? value.case;
  return {
    ...(request ? { request: request.id } : { access: id }),
    ...(kase === undefined ? {} : { case: kase }),
  };
}
