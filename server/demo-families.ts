// SPDX-License-Identifier: AGPL-3.0-or-later
// Sample families of the demonstration come in by the road of everybody: a public form, then the desk. They stand where
// they would on the demonstration's day: what they do later has not happened yet.
import type { Account, Answers, Case, District, SampleSubmission } from '../schemas/types.ts';
import { assignCase } from './actions/cases/assign-case.ts';
import { openCase, type OpenCase } from './actions/cases/open-case.ts';
import { submitPublic } from './actions/drafts/public-submission.ts';
import { newestVersion } from './actions/definitions/definitions.ts';
import { startDraft } from './actions/drafts/start-draft.ts';
import { submitDraft } from './actions/drafts/submit-draft.ts';
import { createClock } from './clock.ts';
import type { Deps } from './deps.ts';
import { guestOfToken, issueToken, publicScope } from './guests.ts';
import { refuse, sentence, type Refusal } from './problems.ts';
import type { SampleFamily } from './sample-families.ts';
import type { Person } from './sessions.ts';

/** What the families of a district have done by today, when the district has nothing yet. */
export async function fillFamilies(deps: Deps, district: District): Promise<void> {
  const scope = publicScope(district.id);
  const families = deps.catalogue.families(district.id);
  if (families.length === 0) return;
  if ((await deps.store.list(scope, 'submissions', { limit: 1 })).total > 0) return;
  const today = deps.clock.today();
  const steps = families
    .flatMap((family) => stepsOf(family).map((step) => ({ family, step })))
    .filter(({ step }) => step.day <= today)
    .sort((a, b) => (a.step.day < b.step.day ? -1 : a.step.day > b.step.day ? 1 : 0));
  const cases = new Map<string, string>();
  for (const { family, step } of steps) {
    const then: Deps = { ...deps, clock: morningOf(step.day) };
    const refused = await take(then, district, family, step, cases);
    if (!refused) continue;
    const why = (refused.problems ?? [refused.problem]).map(
      (one) => `${one.at} ${sentence(one, deps.sentences, 'it')}`,
    );
    const { definition } = step;
    deps.log('sample-family-refused', { family: family.id, definition, why: why.slice(0, 5).join(' | ') });
  }
}

/** A family without people assigned only asks: its request waits at the desk. */
const stepsOf = ({ assigned, submissions }: SampleFamily): readonly SampleSubmission[] =>
  assigned?.length ? submissions : submissions.slice(0, 1);

/** An hour at which people fill in forms. */
const morningOf = (day: string) => createClock(day, () => Date.parse(`${day}T09:40:00Z`));

/** One submission; the first one opens the case. */
async function take(
  deps: Deps,
  district: District,
  family: SampleFamily,
  { definition, answers }: SampleSubmission,
  cases: Map<string, string>,
): Promise<Refusal | undefined> {
  const known = cases.get(family.id);
  if (known !== undefined) return fill(deps, district, family, known, definition, answers);
  const asked = district.publicForms?.includes(definition)
    ? await send(deps, district, family, definition, answers)
    : undefined;
  if (asked && !asked.ok) return asked;
  if (!family.assigned?.length) return undefined;
  const { comune, measure, title: name } = family;
  const opened = await open(
    deps,
    district,
    family.assigned,
    asked ? { submission: asked.id, comune, measure } : { comune, measure, name },
  );
  if (!opened.ok) return opened;
  cases.set(family.id, opened.id);
  return asked ? undefined : fill(deps, district, family, opened.id, definition, answers);
}

/** A guest of a comune's page sends the form. */
async function send(
  deps: Deps,
  district: District,
  { id }: SampleFamily,
  form: string,
  answers: Answers,
): Promise<{ readonly ok: true; readonly id: string } | Refusal> {
  const version = await newestVersion(deps, publicScope(district.id), form);
  if (!version) return notThere;
  const { token } = await issueToken(deps, district.id, form, 'https://comune.example');
  const guest = await guestOfToken(deps, token, 'https://comune.example');
  if (!guest.ok) return guest;
  const sent = { definition: form, version: version.number, answers };
  return submitPublic(deps, guest.value, sent, `sample-${id}`, 'it');
}

/** The coordinator opens the case and gives it to who will follow it. */
async function open(
  deps: Deps,
  district: District,
  assigned: readonly string[],
  given: OpenCase,
): Promise<{ readonly ok: true; readonly id: string } | Refusal> {
  const coordinator = await personOf(deps, district, ({ roles }) => roles.includes('coordinator'));
  if (!coordinator) return notThere;
  const opened = await openCase(deps, coordinator, given, undefined);
  if (!opened.ok) return opened;
  const scope = { district: district.id, actor: coordinator.account.id };
  for (const account of assigned) {
    const kase = await deps.store.get<Case>(scope, 'cases', opened.id);
    if (!kase) return notThere;
    const done = await assignCase(deps, scope, kase, account);
    if (!done.ok) return done;
  }
  return opened;
}

/** Who follows the case fills the form at the desk. */
async function fill(
  deps: Deps,
  district: District,
  family: SampleFamily,
  id: string,
  definition: string,
  answers: Answers,
): Promise<Refusal | undefined> {
  const person = await personOf(deps, district, (one) => one.id === family.assigned?.[0]);
  const kase = await deps.store.get<Case>(publicScope(district.id), 'cases', id);
  if (!person || !kase) return notThere;
  const draft = await startDraft(deps, person, kase, definition, 'it');
  if (!draft.ok) return draft;
  const sent = await submitDraft(deps, person, kase, draft.id, answers, undefined, 'it');
  return sent.ok ? undefined : sent;
}

const notThere: Refusal = refuse('not-found');

/** The first member of the district's staff that fits, with the account that was made for them. */
async function personOf(
  deps: Deps,
  { id: district, staff = [] }: District,
  fits: (one: (typeof staff)[number]) => boolean,
): Promise<Person | undefined> {
  const found = staff.find(fits)?.id ?? '';
  const account = await deps.store.get<Account>(publicScope(district), 'accounts', found);
  return account && { district, account, session: '', endsAt: 0 };
}
