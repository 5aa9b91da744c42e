// SPDX-License-Identifier: AGPL-3.0-or-later
// What a page of another site may do: read a form that the district has opened to the public, and keep one draft of it.
import type { Context, Draft, Version } from '../../../schemas/types.ts';
import { codeOf, keyed, newId, readCode } from '../../clock.ts';
import { buildContext } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { hasSent, issueToken, noteOn, publicScope } from '../../guests.ts';
import { keep, keepNew, refusal } from '../../keep.ts';
import { refuse, type Locale, type Refusal } from '../../problems.ts';
import { draftOf, versionId, type KeptDefinition, type KeptDraft } from '../../records.ts';
import type { Guest } from '../../routes/contract.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { isWithdrawn, newestVersion } from '../definitions/definitions.ts';
import { mergeDraft, type MergeRequest } from './merge-draft.ts';
import { filesNamed, foreignFiles, letFilesGo, sweepFiles } from './named-files.ts';
import { saveDraft, type SentDraft } from './save-draft.ts';

export const publicRole = 'public';
/** after its last change */
const draftLife = 90 * 24 * 3_600_000;

/** Whether any page may show this form: the district says so, and it is published. */
export async function isPublic(deps: Deps, district: string, form: string): Promise<boolean> {
  if (!deps.catalogue.districts.get(district)?.publicForms?.includes(form)) return false;
  const kept = await deps.store.get<KeptDefinition>(publicScope(district), 'definitions', form);
  return Boolean(kept?.value.published);
}

/** A version of a public form; the newest without a number. */
export async function publicVersion(
  deps: Deps,
  district: string,
  form: string,
  number?: number,
): Promise<Version | undefined> {
  if (!(await isPublic(deps, district, form))) return undefined;
  if (number === undefined) return newestVersion(deps, publicScope(district), form);
  const kept = await deps.store.get<Version>(publicScope(district), 'versions', versionId(form, number));
  return kept?.value.withdrawn ? undefined : kept?.value;
}

export const publicContext = (
  deps: Deps,
  district: string,
  version: Version,
  locale: Locale,
  answers?: unknown,
) => buildContext(deps, { scope: publicScope(district), version, role: publicRole, locale, answers });

type MadeDraft =
  | { readonly ok: true; readonly id: string; readonly rev: number; readonly code: string }
  | Refusal;

/** The token's one draft, with the code that opens it again. */
export async function createPublicDraft(
  deps: Deps,
  guest: Guest,
  sent: SentDraft,
  key: string | undefined,
  locale: Locale,
): Promise<MadeDraft> {
  const { form } = guest.token.value;
  if (sent.definition !== form) return refuse('other-form', {}, '/definition');
  if (await hasSent(deps, guest)) return refuse('already-sent');
  const scope = publicScope(guest.district);
  const id = key === undefined ? newId() : keyed(deps.secret, 'draft', guest.token.id, key).slice(0, 22);
  // It follows from the id, so that a page that never heard the answer can ask again.
  const code = codeOf(deps.secret, id);
  const noted = guest.token.value.draft;
  if (noted !== undefined && noted !== id) return refuse('already-done');
  const before = noted === undefined ? undefined : await deps.store.get<KeptDraft>(scope, 'drafts', id);
  if (before) {
    const saved = await savePublicDraft(deps, guest, id, sent, before.rev, locale);
    return saved.ok ? { ok: true, id, rev: saved.rev, code } : saved;
  }
  if (await isWithdrawn(deps, scope, form)) return refuse('withdrawn-form');
  const version = await publicVersion(deps, guest.district, form, sent.version);
  if (!version) return refuse('not-published', { id: form });
  const { case: _case, window: _window, ...own } = sent;
  const value: KeptDraft = {
    ...own,
    savedAt: deps.clock.instant(),
    by: 'public',
    code: keyed(deps.secret, 'resume', code),
    origin: guest.token.value.origin,
  };
  const outline = deps.forms.outline(version);
  const context = await publicContext(deps, guest.district, version, locale);
  const unknown = deps.forms
    .check(outline, deps.forms.settle(outline, sent.answers, context), context)
    .filter((one) => one.code === 'unknown-answer');
  if (unknown[0])
    return { ok: false, problem: { ...unknown[0], at: `/answers${unknown[0].at}` }, problems: unknown };
  // A draft that is not there yet has no files.
  const foreign = await foreignFiles(deps, scope, filesNamed(outline, sent.answers), {
    draft: id,
    case: undefined,
  });
  if (foreign[0])
    return { ok: false, problem: { ...foreign[0], at: `/answers${foreign[0].at}` }, problems: foreign };
  // The token first: two at once make one draft.
  if (noted === undefined && !(await noteOn(deps, guest, { draft: id }))) return refuse('already-done');
  await sweepDrafts(deps, guest.district);
  const entry = { action: 'draft.create', object: id };
  const made = await keepNew(deps, scope, entry, 'drafts', () => value, undefined);
  return made.ok ? { ok: true, id, rev: made.value.rev, code } : refusal(made);
}

/** What was left unfinished three months ago, by the public or at the counter, leaves the store, a few at a time. */
export async function sweepDrafts(deps: Deps, district: string): Promise<void> {
  const scope: Scope = { district, actor: 'system' };
  const { items } = await deps.store.list(scope, 'drafts', { where: { case: null }, limit: 5 });
  for (const { id, rev, fields } of items)
    if (Date.parse(deps.clock.instant()) - Date.parse(String(fields['savedAt'])) > draftLife)
      await keep(deps, scope, { action: 'draft.remove', object: id }, [
        { do: 'remove', collection: 'drafts', id, rev },
      ]).then((gone) => (gone.ok ? letFilesGo(deps, scope, id) : undefined));
  await sweepFiles(deps, district);
}

/** The token's draft, with the version that it was begun on and what that reads. */
async function draftIn(
  deps: Deps,
  guest: Guest,
  id: string,
  locale: Locale,
): Promise<
  | {
      readonly ok: true;
      readonly kept: Kept<KeptDraft>;
      readonly version: Version;
      readonly context: Context;
    }
  | Refusal
> {
  if (guest.token.value.draft !== id) return refuse('not-found');
  const kept = await deps.store.get<KeptDraft>(publicScope(guest.district), 'drafts', id);
  if (!kept) return refuse('already-sent');
  if (kept.value.by !== 'public') return refuse('not-found');
  const version = await publicVersion(deps, guest.district, kept.value.definition, kept.value.version);
  if (!version) return refuse('not-found');
  const context = await publicContext(deps, guest.district, version, locale);
  return { ok: true, kept, version, context };
}

/** Saves the token's draft. */
export async function savePublicDraft(
  deps: Deps,
  guest: Guest,
  id: string,
  sent: SentDraft,
  rev: number,
  locale: Locale,
) {
  const found = await draftIn(deps, guest, id, locale);
  if (!found.ok) return found;
  const { case: _case, ...own } = sent;
  return saveDraft(deps, publicScope(guest.district), found.kept, own, rev, found.version, found.context);
}

/** The token's draft with a page's changes and those that came from elsewhere. */
export async function mergePublicDraft(
  deps: Deps,
  guest: Guest,
  id: string,
  sent: MergeRequest,
  locale: Locale,
) {
  const found = await draftIn(deps, guest, id, locale);
  if (!found.ok) return found;
  const { definition, version } = found.kept.value;
  if (sent.draft.definition !== definition || sent.draft.version !== version)
    return refuse('id-differs', {}, '/draft/definition');
  const { case: _case, ...own } = sent.draft;
  const scope = publicScope(guest.district);
  return mergeDraft(deps, scope, id, { ...sent, draft: own }, found.version, found.context);
}

/** Code → the draft, and a token bound to it and to the page's origin. */
export async function resumeDraft(
  deps: Deps,
  guest: Guest,
  typed: string,
): Promise<
  | {
      readonly ok: true;
      readonly id: string;
      readonly rev: number;
      readonly draft: Draft;
      readonly token: string;
    }
  | Refusal
> {
  const code = readCode(typed);
  if (!code) return refuse('code-unknown');
  const scope = publicScope(guest.district);
  const { items } = await deps.store.list(scope, 'drafts', {
    where: { code: keyed(deps.secret, 'resume', code) },
    limit: 1,
  });
  const kept = items[0] && (await deps.store.get<KeptDraft>(scope, 'drafts', items[0].id));
  if (!kept || kept.value.definition !== guest.token.value.form) return refuse('code-unknown');
  await deps.store.audit(scope, { action: 'draft.resume', object: kept.id, result: 'done' });
  const { token } = await issueToken(
    deps,
    guest.district,
    kept.value.definition,
    guest.token.value.origin,
    kept.id,
  );
  return { ok: true, id: kept.id, rev: kept.rev, draft: draftOf(kept.value), token };
}
