// SPDX-License-Identifier: AGPL-3.0-or-later
// The same summons for several families, one after the other: what is said of the meeting is taken over, what is of a
// family never is.
import type { FieldNode, Outline } from '../../../runtime/engine/contract.ts';
import type { Answers, Case, GivenAppointment, Submission, Version } from '../../../schemas/types.ts';
import { allowed, thingOf } from '../../authorize.ts';
import { householdAt } from '../../case-facts.ts';
import type { Deps } from '../../deps.ts';
import { refuse, type Locale, type Refusal } from '../../problems.ts';
import { versionId, type KeptAppointment, type KeptDraft } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { newestVersion } from '../definitions/definitions.ts';
import { listAll } from '../../storage/list-all.ts';
import { startDraft } from '../drafts/start-draft.ts';
import { submitDraft } from '../drafts/submit-draft.ts';

/** families called at once */
export const mostCalled = 50;

export interface Turn {
  readonly case: string;
  /** ISO date, HH:MM */
  readonly day: string;
  readonly time: string;
}

/** What became of one: an appointment, or a draft that somebody must finish, or neither. */
export interface Called {
  readonly case: string;
  readonly number: string;
  readonly appointment?: string;
  readonly draft?: string;
}

export async function repeatAppointment(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  id: string,
  turns: readonly Turn[],
  locale: Locale,
): Promise<{ readonly ok: true; readonly items: readonly Called[] } | Refusal> {
  if (!allowed(person, kase.value, 'case', 'v')) return refuse('not-assigned');
  const scope: Scope = { district: person.district, actor: person.account.id };
  const kept = await deps.store.get<KeptAppointment>(scope, 'appointments', id);
  const submission = kept && (await deps.store.get<Submission>(scope, 'submissions', id));
  if (!kept || kept.value.case !== kase.id || !submission) return refuse('not-found');
  const { definition, version } = submission.value;
  const old = await deps.store.get<Version>(scope, 'versions', versionId(definition, version));
  const newest = await newestVersion(deps, scope, definition);
  const gives = newest?.source.gives?.appointment;
  if (!old || !newest || !gives) return refuse('not-published', { id: definition });
  const taken = takenOver(deps.forms.outline(newest), definition, gives, submission.value.answers);
  const items: Called[] = [];
  // one after the other: each commits for itself, and a draft that cannot be sent stays where it can be finished
  for (const turn of turns) items.push(...(await call(deps, person, newest, gives, taken, turn, locale)));
  return { ok: true, items };
}

/** Answers that are of the meeting: nothing that points into a family, or is read from what it said elsewhere. */
function takenOver(outline: Outline, definition: string, gives: GivenAppointment, answers: Answers): Answers {
  const own = new Set([gives.day, gives.time, ...(gives.people ?? [])]);
  const ofFamily = ({ schema, pointer }: FieldNode): boolean => {
    const prefill = schema['x-prefill'];
    const elsewhere =
      typeof prefill === 'string' &&
      prefill.startsWith('case:/') &&
      !prefill.startsWith(`case:/${definition}/`);
    return own.has(pointer) || elsewhere || schema['x-ref'] !== undefined || schema['x-value'] !== undefined;
  };
  return Object.fromEntries(
    outline.fields
      .filter((node) => node.parent === undefined && !ofFamily(node) && Object.hasOwn(answers, node.key))
      .map(({ key }) => [key, structuredClone(answers[key])]),
  );
}

async function call(
  deps: Deps,
  person: Person,
  version: Version,
  gives: GivenAppointment,
  taken: Answers,
  turn: Turn,
  locale: Locale,
): Promise<Called[]> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const kase = await deps.store.get<Case>(scope, 'cases', turn.case);
  const thing = thingOf(deps, scope.district, version.definition, version.kind);
  if (!kase || !allowed(person, kase.value, thing, 'e')) return [];
  const told = { case: kase.id, number: kase.value.number };
  // Pressed twice, or sent again: the family is called to that hour already.
  const hour = { case: kase.id, day: turn.day, time: turn.time, outcome: null };
  const [there] = await listAll(deps, scope, 'appointments', { where: hour });
  if (there) return [{ ...told, appointment: there.id }];
  const begun = await startDraft(deps, person, kase, version.definition, locale);
  if (!begun.ok) return [told];
  // somebody is writing one already
  if (begun.again) return [{ ...told, draft: begun.id }];
  const draft = await deps.store.get<KeptDraft>(scope, 'drafts', begun.id);
  const first = householdAt(kase.value, deps.clock.today())?.members[0]?.id;
  const at = (pointer: string): string => pointer.slice(1);
  const [who] = gives.people ?? [];
  const answers: Answers = {
    ...draft?.value.answers,
    ...taken,
    [at(gives.day)]: turn.day,
    [at(gives.time)]: turn.time,
    ...(who !== undefined && first !== undefined ? { [at(who)]: first } : {}),
  };
  const sent = await submitDraft(deps, person, kase, begun.id, answers, undefined, locale);
  if (sent.ok) return [{ ...told, appointment: sent.value.id }];
  await keepAnswers(deps, scope, draft, answers);
  return [{ ...told, draft: begun.id }];
}

/** What could be written stays in the draft. */
async function keepAnswers(
  deps: Deps,
  scope: Scope,
  draft: Kept<KeptDraft> | undefined,
  answers: Answers,
): Promise<void> {
  if (!draft) return;
  const value = { ...draft.value, answers };
  await deps.store.audit(scope, { action: 'draft.save', object: draft.id, result: 'done' });
  await deps.store.replace(scope, 'drafts', draft.id, value, draft.rev);
}
