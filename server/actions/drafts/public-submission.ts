// SPDX-License-Identifier: AGPL-3.0-or-later
// Answers of the public: kept once per key, whatever the network does; one submission per token.
import type { Answers, Submission, Version } from '../../../schemas/types.ts';
import { digest, keyed } from '../../clock.ts';
import { canonical } from '../../compile/freeze.ts';
import { registerPublic } from '../../counter/register.ts';
import type { Deps } from '../../deps.ts';
import { publicScope } from '../../guests.ts';
import { keep, keepNew, refusal } from '../../keep.ts';
import { oneAtATime } from '../../mutexes.ts';
import { nextNumber } from '../../numbering.ts';
import { refuse, type Locale, type Refusal } from '../../problems.ts';
import { provenance } from '../../provenance.ts';
import type { KeptDraft, KeptToken } from '../../records.ts';
import type { Guest } from '../../routes/contract.ts';
import { isWithdrawn } from '../definitions/definitions.ts';
import { publicContext, publicVersion } from './public-form.ts';
import { claims, filesNamed, foreignFiles, letFilesGo } from './named-files.ts';
import { outcomeOf, receive, refused, type Received } from './receive.ts';

export interface PublicSubmission {
  readonly definition: string;
  readonly version: number;
  readonly answers: Answers;
  readonly draft?: string;
  /** revision of the draft that the answers are those of; absent: whatever it is */
  readonly rev?: number;
}
type Submitted =
  | { readonly ok: true; readonly id: string; readonly receipt: string; readonly again: boolean }
  | Refusal;

/** Settles, checks and keeps what a page of another site sends; the receipt number is the person's. */
export async function submitPublic(
  deps: Deps,
  guest: Guest,
  sent: PublicSubmission,
  key: string,
  locale: Locale,
): Promise<Submitted> {
  const { form } = guest.token.value;
  if (sent.definition !== form) return refuse('other-form', {}, '/definition');
  const version = await publicVersion(deps, guest.district, form, sent.version);
  if (!version) return refuse('not-published', { id: form });
  // Who had begun goes on to the end; nobody begins any more.
  const begun = guest.token.value.draft !== undefined || guest.token.value.submission !== undefined;
  if (!begun && (await isWithdrawn(deps, publicScope(guest.district), form))) return refuse('withdrawn-form');
  const context = await publicContext(deps, guest.district, version, locale, sent.answers);
  const received = await receive(deps, guest.district, version, sent.answers, context);
  if (!received.ok) return received;
  const named = filesNamed(deps.forms.outline(version), received.settled.answers);
  const make = (origin: string) => submissionOf(deps, guest.district, version, received, context, origin);
  // A draft may be open on two devices, each with a token of its own.
  const turn = guest.token.value.draft ?? guest.token.id;
  return oneAtATime.alone(`${guest.district} public ${turn}`, () =>
    keepOnce(deps, guest, sent, key, make, version.hash, named),
  );
}

async function keepOnce(
  deps: Deps,
  guest: Guest,
  sent: PublicSubmission,
  key: string,
  make: (origin: string) => Promise<Submission>,
  hash: string,
  named: ReturnType<typeof filesNamed>,
): Promise<Submitted> {
  const scope = publicScope(guest.district);
  // The id follows from the key: a page that asks again with a newer token finds what it sent before.
  const id = keyed(deps.secret, 'public', guest.district, sent.definition, key).slice(0, 22);
  const token = await deps.store.get<KeptToken>(scope, 'tokens', guest.token.id);
  if (!token) return refuse('token-needed');
  const { draft, submission, origin } = token.value;
  const noted = submission !== undefined && submission !== id;
  // What was noted but could not be kept does not count.
  if (noted && (await deps.store.get(scope, 'submissions', submission))) return refuse('already-done');
  const old = draft === undefined ? undefined : await deps.store.get<KeptDraft>(scope, 'drafts', draft);
  // A draft that is gone was submitted, perhaps from another device.
  const gone = draft !== undefined && !old && submission === undefined;
  if (gone && !(await deps.store.get(scope, 'submissions', id))) return refuse('already-done');
  const known = await deps.store.get(scope, 'submissions', id);
  // A page whose token was renewed after its draft was sent elsewhere, or one that names somebody else's draft.
  if (!known && sent.draft !== undefined && sent.draft !== draft)
    return refuse((await deps.store.get(scope, 'drafts', sent.draft)) ? 'not-found' : 'already-done');
  const foreign = known ? [] : await foreignFiles(deps, scope, named, { draft, case: undefined });
  if (foreign.length > 0) return refused('answers-refused', foreign);
  // Somebody else changed the draft: who sends has not seen that yet.
  if (old && sent.rev !== undefined && old.rev !== sent.rev) return refuse('conflict', { rev: old.rev });
  if (submission !== id) {
    const done = await deps.store.replace(
      scope,
      'tokens',
      token.id,
      { ...token.value, submission: id },
      token.rev,
    );
    // The page saved its draft in the same moment, which renewed its token: look again.
    if (!done.ok && done.problem.code === 'conflict')
      return keepOnce(deps, guest, sent, key, make, hash, named);
    if (!done.ok) return refusal(done);
  }
  // The files first: what a submission names is never swept away with its draft.
  const claimed = await claims(deps, scope, named, draft, id);
  if (claimed.length > 0) {
    const done = await deps.store.commit(scope, claimed);
    if (!done.ok) return refusal(done);
  }
  const entry = { action: 'submission.create', object: id, hash };
  const of = digest(canonical({ version: sent.version, answers: sent.answers }));
  const made = await keepNew(deps, scope, entry, 'submissions', () => make(origin), { key: id, of });
  if (!made.ok) return made.problem.code === 'exists' ? refuse('key-reused') : refusal(made);
  await registerPublic(deps, guest.district, id);
  if (old)
    await keep(deps, scope, { action: 'draft.remove', object: old.id }, [
      { do: 'remove', collection: 'drafts', id: old.id, rev: old.rev },
    ]);
  if (draft !== undefined) await letFilesGo(deps, scope, draft);
  return { ok: true, id: made.value.id, receipt: made.value.value.receipt, again: made.again === true };
}

async function submissionOf(
  deps: Deps,
  district: string,
  version: Version,
  received: Received,
  context: Submission['context'],
  origin: string,
): Promise<Submission> {
  const { settled, differences } = received;
  return {
    definition: version.definition,
    version: version.number,
    hash: version.hash,
    answers: settled.answers,
    context,
    ...outcomeOf(received),
    // Whoever sends a public form answers for what is in it.
    from: provenance(deps, deps.forms.outline(version), settled, context, {}, 'declared'),
    submittedAt: deps.clock.instant(),
    submittedBy: 'public',
    receipt: await nextNumber(deps, publicScope(district), 'ricevuta'),
    origin,
    differences: [...differences],
  };
}
