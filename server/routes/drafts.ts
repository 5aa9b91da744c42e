// SPDX-License-Identifier: AGPL-3.0-or-later
import { newestVersion } from '../actions/definitions/definitions.ts';
import { letFilesGo } from '../actions/drafts/named-files.ts';
import { mergeDraft, seenBy, type MergeRequest } from '../actions/drafts/merge-draft.ts';
import { saveDraft, type SentDraft } from '../actions/drafts/save-draft.ts';
import { submitDraft } from '../actions/drafts/submit-draft.ts';
import { submitAtCounter } from '../actions/counter/submit-at-counter.ts';
import { watchDraft } from '../actions/drafts/watch-draft.ts';
import { allowed, allowedNow, mayRead, roleIn, thingOf } from '../authorize.ts';
import { buildContext, contextSeen } from '../context.ts';
import { counterContext } from '../counter/context.ts';
import type { Deps } from '../deps.ts';
import { limits } from '../guard.ts';
import { recorded, refusal } from '../keep.ts';
import { withRowsOf } from '../lists.ts';
import { refuse } from '../problems.ts';
import { draftOf, versionId, type KeptDraft } from '../records.ts';
import type { Account, Answers, Submission, Version } from '../../schemas/types.ts';
import type { Kept } from '../storage/contract.ts';
import { withoutHidden } from '../visible.ts';
import { caseOf } from './cases.ts';
import { personOf, scopeOf, type Asked, type Route } from './contract.ts';
import { anything, grammar, list, object, text, whole } from './schema.ts';

const pointerTexts = {
  type: 'object',
  additionalProperties: { type: 'string', maxLength: 20000 },
  maxProperties: 5000,
};
const draftFields = {
  definition: { type: 'string', maxLength: 60 },
  version: { type: 'integer', minimum: 1 },
  case: { type: 'string', maxLength: 120 },
  answers: anything,
  typed: pointerTexts,
  parked: { type: 'object', maxProperties: 5000 },
  from: {
    type: 'object',
    additionalProperties: { enum: ['typed', 'prefilled', 'computed', 'declared', 'verified'] },
    maxProperties: 5000,
  },
  page: { type: 'string', maxLength: 200 },
  savedAt: { type: 'string', maxLength: 40 },
  removed: {
    type: 'object',
    additionalProperties: { type: 'string', maxLength: 300 },
    maxProperties: 5000,
  },
  /** the server's own, which may come back and is not heard */
  sources: { type: 'object', maxProperties: 5000 },
  /** how the window that sends it calls itself */
  window: { type: 'string', maxLength: 60 },
};
const unfinished = ['answers', 'typed', 'parked', 'from'] as const;
/** The grammar of a draft as it is sent. */
export const draftSchema = object(draftFields, ['definition', 'version', ...unfinished]);
/** What a window has, with what it last knew that the server had, and at which revision. */
export const mergeSchema = object({
  base: object(Object.fromEntries(unfinished.map((name) => [name, draftFields[name]]))),
  rev: whole,
  draft: draftSchema,
});
export const mergedSchema = object(
  {
    rev: whole,
    savedAt: text('date-time'),
    draft: grammar('submission-draft'),
    conflicts: list(anything),
    taken: list(text()),
    rescued: list(text()),
    by: text(),
  },
  ['rev', 'savedAt', 'draft', 'conflicts', 'taken', 'rescued'],
);

function draftIn(asked: Asked): Kept<KeptDraft> {
  if (!asked.found.draft) throw new Error('the rule found no draft');
  return asked.found.draft;
}

/** The version that a draft or a submission was given to. */
export async function versionOf(
  asked: Asked,
  deps: Deps,
  definition: string,
  number: number,
): Promise<Version> {
  const kept = await deps.store.get<Version>(scopeOf(asked), 'versions', versionId(definition, number));
  if (!kept) throw new Error(`version ${number} of ${definition} is not there`);
  return kept.value;
}

/** What a draft is settled with, in its case or at the counter. */
export async function contextFor(
  asked: Asked,
  deps: Deps,
  version: Version,
  answers: unknown,
  proposes?: true,
) {
  const { case: kase, draft } = asked.found;
  const counter = draft?.value.counter;
  if (!kase && counter)
    return counterContext(deps, personOf(asked), { version, counter, locale: asked.locale, answers });
  const role = roleIn(personOf(asked), caseOf(asked).value);
  return buildContext(deps, {
    scope: scopeOf(asked),
    version,
    case: caseOf(asked),
    role,
    locale: asked.locale,
    answers,
    ...(proposes ? { proposes } : {}),
  });
}

export const draftRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/drafts/{id}',
    summary: 'Unsubmitted answers, with the version and the context that they are settled with',
    access: 'draft: read',
    answer: object(
      {
        draft: grammar('submission-draft'),
        rev: whole,
        version: grammar('version'),
        newest: whole,
        context: grammar('submission-context'),
        // of somebody at the counter who has no case yet: what it is about
        counter: object(
          {
            comune: text(),
            purpose: { enum: ['access', 'request', 'step'] },
            access: text(),
            request: text(),
          },
          ['comune', 'purpose'],
        ),
        paper: object({ on: text('date') }),
        // may the person send it, or only write at it?
        submits: { type: 'boolean' },
      },
      ['draft', 'rev', 'version', 'newest', 'context'],
    ),
    async run(asked, deps) {
      const kept = draftIn(asked);
      const version = await versionOf(asked, deps, kept.value.definition, kept.value.version);
      const draft = draftOf(kept.value);
      const context = await contextFor(asked, deps, version, [draft.answers, draft.parked], true);
      const seen = seenBy(deps, version, draft, context.role);
      const known = withRowsOf(context, [seen.answers, seen.parked]);
      const latest = await newestVersion(deps, scopeOf(asked), version.definition);
      const newest = latest?.number ?? version.number;
      const { counter, paper } = kept.value;
      const about = { ...(counter ? { counter } : {}), ...(paper ? { paper } : {}) };
      const [person, kase] = [personOf(asked), asked.found.case?.value];
      const thing = thingOf(deps, person.district, version.definition, version.kind);
      const submits = kase === undefined || allowedNow(person, kase, thing, 'e');
      const body = { draft: seen, rev: kept.rev, version, newest, context: known, submits, ...about };
      return { ok: true, rev: kept.rev, body };
    },
  },
  {
    method: 'GET',
    path: '/api/drafts/{id}/watch',
    summary:
      'Answers when the draft is another than `rev` or others than `known` have it open, at the latest after twenty seconds',
    access: 'draft: watch',
    still: true,
    query: { rev: whole, known: text() },
    answer: object({ rev: whole, gone: { type: 'boolean' }, others: list(text()) }),
    async run(asked, deps) {
      const { rev, known } = asked.query;
      const body = await watchDraft(deps, scopeOf(asked), draftIn(asked).id, Number(rev ?? 0), known);
      return { ok: true, body };
    },
  },
  {
    method: 'POST',
    path: '/api/drafts/{id}/merge',
    summary: 'Puts the changes of a window and those that others saved meanwhile together, field by field',
    access: 'draft: merge',
    rate: 'draft',
    body: { schema: mergeSchema, limit: 2 * limits.draft },
    status: 200,
    answer: mergedSchema,
    async run(asked, deps) {
      const kept = draftIn(asked);
      const version = await versionOf(asked, deps, kept.value.definition, kept.value.version);
      const context = await contextFor(asked, deps, version, undefined);
      const sent = asked.body as MergeRequest;
      const merged = await mergeDraft(deps, scopeOf(asked), kept.id, sent, version, context);
      if (!merged.ok) return merged;
      const { ok: _ok, ...body } = merged;
      return { ok: true, rev: merged.rev, body };
    },
  },
  {
    method: 'PUT',
    path: '/api/drafts/{id}',
    summary: 'Saves unsubmitted answers, however unfinished',
    access: 'draft: write',
    needs: ['rev'],
    rate: 'draft',
    body: { schema: draftSchema, limit: limits.draft },
    answer: object({ rev: whole, savedAt: text('date-time') }),
    async run(asked, deps) {
      const kept = draftIn(asked);
      const version = await versionOf(asked, deps, kept.value.definition, kept.value.version);
      const context = await contextFor(asked, deps, version, undefined);
      const saved = await saveDraft(
        deps,
        scopeOf(asked),
        kept,
        asked.body as SentDraft,
        asked.rev ?? 0,
        version,
        context,
      );
      return saved.ok
        ? { ok: true, rev: saved.rev, body: { rev: saved.rev, savedAt: saved.savedAt } }
        : saved;
    },
  },
  {
    method: 'DELETE',
    path: '/api/drafts/{id}',
    summary: 'Throws a draft away',
    access: 'draft: write',
    needs: ['rev'],
    status: 204,
    async run(asked, deps) {
      const { id } = draftIn(asked);
      const gone = await recorded(deps, scopeOf(asked), { action: 'draft.remove', object: id }, () =>
        deps.store.remove(scopeOf(asked), 'drafts', id, asked.rev ?? 0),
      );
      if (!gone.ok) return refusal(gone);
      await letFilesGo(deps, scopeOf(asked), id);
      return { ok: true, status: 204 };
    },
  },
  {
    method: 'POST',
    path: '/api/drafts/{id}/submit',
    summary: 'Submits the answers of a draft; asked twice it gives the same submission',
    access: 'draft: submit',
    body: { schema: object({ answers: anything, rev: whole }, []), limit: limits.draft },
    status: 201,
    answer: object(
      {
        id: text(),
        receipt: text(),
        outcome: anything,
        differences: list(text()),
        // at the counter: what it led to
        to: object({ access: text(), request: text(), case: text() }, []),
      },
      ['id', 'receipt', 'differences'],
    ),
    async run(asked, deps) {
      const { answers, rev } = asked.body as { answers?: Answers; rev?: number };
      const [person, id] = [personOf(asked), asked.path['id'] ?? ''];
      const done = asked.found.case
        ? await submitDraft(deps, person, caseOf(asked), id, answers, rev, asked.locale)
        : await submitAtCounter(deps, person, id, answers, rev, asked.locale);
      if (!done.ok) return done;
      const to = 'to' in done ? { to: done.to } : {};
      const { receipt, outcome, differences } = done.value.value;
      return {
        ok: true,
        status: done.again ? 200 : 201,
        body: { id: done.value.id, receipt, ...(outcome ? { outcome } : {}), differences, ...to },
      };
    },
  },
  {
    method: 'GET',
    path: '/api/submissions/{id}',
    summary: 'A submission, with its version and the context that it was settled with',
    access: 'submission: read',
    answer: object({
      submission: grammar('submission'),
      version: grammar('version'),
      context: grammar('submission-context'),
      by: text(),
      // may the person begin another one in its place?
      mayReplace: { type: 'boolean' },
    }),
    async run(asked, deps) {
      const kept: Kept<Submission> | undefined = asked.found.submission;
      if (!kept) return refuse('not-found');
      const version = await versionOf(asked, deps, kept.value.definition, kept.value.version);
      const [person, kase] = [personOf(asked), asked.found.case?.value ?? asked.found.counter];
      if (!kase) return refuse('not-found');
      const role = roleIn(person, kase);
      const answers = withoutHidden(deps.forms.outline(version), kept.value.answers, role);
      // Whoever submitted may have read more of the case than whoever reads now.
      const context = await contextSeen(
        deps,
        scopeOf(asked),
        kept.value.context,
        role,
        (id, kind) => {
          const thing = thingOf(deps, person.district, id, kind);
          // What opens with a written reason alone opens with none inside another form either.
          return asked.reason ? mayRead(person, kase, thing) : allowed(person, kase, thing, 'v');
        },
        answers,
      );
      const by = await deps.store.get<Account>(scopeOf(asked), 'accounts', kept.value.submittedBy);
      return {
        ok: true,
        body: {
          submission: { ...kept.value, answers, context },
          version,
          context,
          by: by?.value.name ?? kept.value.submittedBy,
          mayReplace:
            asked.found.case !== undefined &&
            asked.found.case.value.closed === undefined &&
            kept.value.replaced === undefined &&
            allowed(person, kase, thingOf(deps, person.district, kept.value.definition, version.kind), 'e'),
        },
      };
    },
  },
];
