// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Answers, Case, Definition, Submission, Version } from '../../../schemas/types.ts';
import { appointmentOf } from '../../agenda/appointment.ts';
import { roleIn } from '../../authorize.ts';
import { buildContext, latestSubmission } from '../../context.ts';
import { stepOfCase } from '../../counter/step.ts';
import type { Deps } from '../../deps.ts';
import { gatheringOf, gatherings } from '../../gatherings.ts';
import { membersOf } from '../../members.ts';
import { oneAtATime } from '../../mutexes.ts';
import { nextNumber } from '../../numbering.ts';
import { refuse, type Locale, type Refusal } from '../../problems.ts';
import { askedAnew } from '../../protection.ts';
import { provenance } from '../../provenance.ts';
import { versionId, type KeptDraft } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { afterHappening, atSubmission, pactLifeOf } from '../../pact/life.ts';
import { changeCase, withEvent } from '../cases/change-case.ts';
import { claims, filesNamed, foreignFiles, letFilesGo } from './named-files.ts';
import { outcomeOf, receive, refused } from './receive.ts';
import { refolder, submissionsOf } from '../cases/refold.ts';
import { correcting } from './replace-submission.ts';
import { routerOf } from '../cases/route-case.ts';
import { listAll } from '../../storage/list-all.ts';
import { stateAfter } from '../cases/states.ts';
import { day as italian } from '../../../templates/writing.ts';
import { submissionOf } from './submission-id.ts';
import { householdFrom, tellCase } from '../cases/tell-case.ts';

/** The past is not edited: a household from a day before the last known one would change what was read meanwhile. */
function householdPast(
  kase: Case,
  definition: Definition,
  answers: Answers,
  wrong: string | undefined,
): Refusal | undefined {
  const from = householdFrom(definition, answers);
  const last = kase.household.findLast(({ submission }) => !wrong || submission !== wrong)?.from;
  if (from === undefined || last === undefined || from >= last) return undefined;
  return refused('answers-refused', [
    {
      code: 'household-past',
      at: definition.gives?.from ?? '',
      params: { day: italian(last) },
      level: 'error',
    },
  ]);
}

/** The timeline with the line that says which submission was wrong, and why. */
function marked(
  { timeline }: Pick<Case, 'timeline'>,
  submission: string | undefined,
  note: string | undefined,
  by: { readonly at: string; readonly by: string; readonly definition: string },
): Partial<Pick<Case, 'timeline'>> {
  if (submission === undefined) return {};
  return { timeline: [...timeline, { ...by, what: 'replaced', submission, ...(note ? { note } : {}) }] };
}

/** Tells the case everything anew, without the wrong one and with what takes its place. */
async function retelling(
  deps: Deps,
  scope: Scope,
  kase: string,
  fresh: Pick<Kept<Submission>, 'id' | 'value'>,
  wrong: Kept<Submission>,
) {
  const items = await listAll(deps, scope, 'submissions', { where: { case: kase } });
  const others = items.map(({ id }) => id).filter((id) => id !== wrong.id);
  return refolder(deps, scope, [...(await submissionsOf(deps, scope, others)), wrong, fresh]);
}

export type Submitted =
  | { readonly ok: true; readonly value: Kept<Submission>; readonly again: boolean }
  | Refusal;

/** Answers become a submission of the case; the draft goes, the case is told what `gives` says. */
export function submitDraft(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  draft: string,
  sent: Answers | undefined,
  rev: number | undefined,
  locale: Locale,
): Promise<Submitted> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const id = submissionOf(deps, draft);
  return oneAtATime.alone(`${scope.district} draft ${draft}`, async () => {
    const before = await deps.store.get<Submission>(scope, 'submissions', id);
    if (before) return { ok: true, value: before, again: true };
    const kept = await deps.store.get<KeptDraft>(scope, 'drafts', draft);
    if (!kept) return refuse('not-found');
    if (rev !== undefined && kept.rev !== rev) return refuse('conflict', { rev: kept.rev });
    const { definition, version: number } = kept.value;
    const version = await deps.store.get<Version>(scope, 'versions', versionId(definition, number));
    if (!version) return refuse('not-published', { id: definition });
    const context = await buildContext(deps, {
      scope,
      version: version.value,
      case: kase,
      role: roleIn(person, kase.value),
      locale,
      answers: sent ?? kept.value.answers,
    });
    const received = await receive(
      deps,
      scope.district,
      version.value,
      sent ?? kept.value.answers,
      context,
      kept.value.answers,
    );
    if (!received.ok) return received;
    const { answers } = received.settled;
    const outline = deps.forms.outline(version.value);
    const named = filesNamed(outline, answers);
    const foreign = await foreignFiles(deps, scope, named, { draft, case: kase.id });
    if (foreign.length > 0) return refused('answers-refused', foreign);
    const at = deps.clock.instant();
    const correction = await correcting(deps, scope, kept.value, { id, at });
    if (!correction.ok) return correction;
    const { corrects, wrong } = correction;
    const past = householdPast(kase.value, version.value.source, answers, wrong?.id);
    if (past) return past;
    const previous = await latestSubmission(deps, scope, kase.id, definition);
    const from = provenance(deps, outline, received.settled, context, kept.value.from, 'typed');
    const known = Object.entries(kept.value.sources ?? {});
    const sources = Object.fromEntries(known.filter(([pointer]) => from[pointer] === 'prefilled'));
    const value: Submission = {
      definition,
      version: number,
      hash: version.value.hash,
      case: kase.id,
      answers,
      context,
      ...outcomeOf(received),
      from,
      ...(Object.keys(sources).length ? { sources } : {}),
      ...(kept.value.removed ? { removed: kept.value.removed } : {}),
      submittedAt: at,
      submittedBy: scope.actor,
      receipt: await nextNumber(deps, scope, 'ricevuta'),
      ...(previous ? { replaces: previous.id } : {}),
      draft,
      ...(corrects ? { corrects } : {}),
      ...(kept.value.paper ? { paper: kept.value.paper } : {}),
      differences: [...received.differences],
    };
    const route = await routerOf(deps, scope);
    const anew = wrong && (await retelling(deps, scope, kase.id, { id, value }, wrong));
    const gone = wrong && (await deps.store.get(scope, 'appointments', wrong.id));
    const claimed = await claims(deps, scope, named, draft, id);
    const about = await stepOfCase(deps, scope, kase.id, version.value, value, id);
    const done = await changeCase(
      deps,
      scope,
      kase.id,
      { action: 'submission.create', object: id, hash: version.value.hash },
      (now) => {
        const told = anew
          ? anew(now)
          : tellCase(askedAnew(now, version.value.source), {
              definition: version.value.source,
              answers,
              submission: id,
              from: context.referenceDate,
              text: (pointer) => deps.forms.text(outline, pointer, answers, context),
              sensitivity: (pointer) => outline.byPointer.get(pointer)?.schema['x-sensitivity'],
            });
        const meeting = appointmentOf({
          definition: version.value.source,
          answers,
          case: kase.id,
          assigned: now.assigned,
          members: membersOf(now),
          by: scope.actor,
          at,
          text: (pointer) => deps.forms.text(outline, pointer, answers, context),
        });
        const done = stateAfter(deps, scope.district, told.state, `${version.value.kind} submitted`);
        const state = meeting ? stateAfter(deps, scope.district, done, 'appointment made') : done;
        const life = pactLifeOf(deps.catalogue, scope.district, now.measure);
        const step = { at, by: scope.actor, submission: id };
        const moved = afterHappening(life, { ...told, state }, atSubmission(life, definition), step);
        return {
          value: route(
            withEvent(
              {
                ...moved,
                ...marked(moved, wrong?.id, corrects?.reason, { at, by: scope.actor, definition }),
              },
              { at, by: scope.actor, what: 'submitted', submission: id, definition },
            ),
          ),
          writes: [
            { do: 'create', collection: 'submissions', id, value },
            ...(wrong
              ? [
                  {
                    do: 'replace',
                    collection: 'submissions',
                    id: wrong.id,
                    value: wrong.value,
                    rev: wrong.rev,
                  } as const,
                ]
              : []),
            ...claimed,
            ...about,
            ...(gone
              ? [{ do: 'remove' as const, collection: 'appointments', id: gone.id, rev: gone.rev }]
              : []),
            ...(meeting ? [{ do: 'create' as const, collection: 'appointments', id, value: meeting }] : []),
            { do: 'remove', collection: 'drafts', id: draft, rev: kept.rev },
          ],
        };
      },
    );
    if (!done.ok) return done;
    await letFilesGo(deps, scope, draft);
    gatherings.tell(gatheringOf(scope.district, draft));
    const made = await deps.store.get<Submission>(scope, 'submissions', id);
    return made ? { ok: true, value: made, again: false } : refuse('not-found');
  });
}
