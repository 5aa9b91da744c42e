// SPDX-License-Identifier: AGPL-3.0-or-later
// What pages of other sites ask: forms and runtime as modules, a token, and with it one draft and one submission.
import {
  createPublicDraft,
  isPublic,
  mergePublicDraft,
  publicContext,
  publicVersion,
  resumeDraft,
  savePublicDraft,
} from '../actions/drafts/public-form.ts';
import { isWithdrawn } from '../actions/definitions/definitions.ts';
import { submitPublic, type PublicSubmission } from '../actions/drafts/public-submission.ts';
import { issueToken, publicScope } from '../guests.ts';
import { limits } from '../guard.ts';
import { refuse, type Refusal } from '../problems.ts';
import type { Deps } from '../deps.ts';
import type { Asked, Guest, Reply, Route } from './contract.ts';
import type { MergeRequest } from '../actions/drafts/merge-draft.ts';
import type { SentDraft } from '../actions/drafts/save-draft.ts';
import { draftSchema, mergedSchema, mergeSchema } from './drafts.ts';
import { askingQuery, namesList, rowsAnswer, rowsFor } from './lists.ts';
import { framedPage } from './framed.ts';
import { anything, grammar, object, text, whole } from './schema.ts';
import { mediaType } from './media.ts';
import { publicFile } from './public-file.ts';

const forever = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const shortly = { 'Cache-Control': 'public, max-age=60' };

function guestIn(asked: Asked): Guest {
  if (!asked.guest) throw new Error('no token');
  return asked.guest;
}

/** <form>.js, <form>@<n>.js, <form>@<n>.check.js, <form>@<n>.schema.json, <form>@<n>.d.ts; both .html too */
async function formFile(asked: Asked, deps: Deps): Promise<Reply | Refusal> {
  const { district = '', file = '' } = asked.path;
  const [, form = '', number, suffix = ''] =
    /^([a-z][a-z0-9-]{0,59})(?:@(\d{1,6}))?((?:\.[a-z]+)+)$/.exec(file) ?? [];
  if (!form || !(await isPublic(deps, district, form))) return refuse('not-found');
  const version = await publicVersion(
    deps,
    district,
    form,
    number === undefined ? undefined : Number(number),
  );
  if (!version) return refuse('not-found');
  // A pinned module is kept for ever by whoever has it: who has begun with it goes on.
  const withdrawn = number === undefined && (await isWithdrawn(deps, publicScope(district), form));
  if (suffix === '.html') {
    const { lang = '' } = asked.query;
    return framedPage(district, version, /^[a-z]{2}$/.test(lang) ? lang : 'it', withdrawn);
  }
  const bytes = await deps.publishing.file(district, version, suffix, withdrawn);
  if (bytes === undefined) return refuse('not-found');
  return {
    ok: true,
    open: true,
    bytes,
    type: mediaType(suffix),
    headers: number === undefined ? shortly : forever,
  };
}

export const embedRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/embed/runtime/{path...}',
    summary: 'The runtime that form modules load',
    access: 'anyone',
    cors: true,
    async run(asked) {
      const path = asked.path['path'] ?? '';
      const bytes = await publicFile(path);
      if (!bytes) return refuse('not-found');
      return {
        ok: true,
        open: true,
        bytes,
        type: mediaType(path),
        headers: path.startsWith('chunks/') || path.endsWith('.woff2') ? forever : shortly,
      };
    },
  },
  {
    method: 'GET',
    path: '/embed/{district}/{file}',
    summary:
      'A published form as a module, its check, its JSON Schema, its types, or as a page for an iframe',
    access: 'anyone',
    cors: true,
    query: { lang: { type: 'string', maxLength: 2 } },
    run: formFile,
  },
  {
    method: 'GET',
    path: '/embed/{district}/{form}/context',
    summary: 'What a version of a public form reads beside the answers; no case data',
    access: 'anyone',
    cors: true,
    query: { version: whole },
    answer: grammar('submission-context'),
    async run(asked, deps) {
      const { district = '', form = '' } = asked.path;
      const number = asked.query['version'];
      const version = await publicVersion(
        deps,
        district,
        form,
        number === undefined ? undefined : Number(number),
      );
      return version
        ? { ok: true, body: await publicContext(deps, district, version, asked.locale) }
        : refuse('not-found');
    },
  },
  {
    method: 'GET',
    path: '/embed/{district}/{form}/lists/{list}',
    summary:
      'The best twenty rows of a long list for what is typed, or rows by id; of the lists that the form names',
    access: 'anyone',
    cors: true,
    rate: 'look-up',
    query: { ...askingQuery, version: whole },
    answer: rowsAnswer,
    async run(asked, deps) {
      const { district = '', form = '', list = '' } = asked.path;
      const number = asked.query['version'];
      const version = await publicVersion(
        deps,
        district,
        form,
        number === undefined ? undefined : Number(number),
      );
      if (!version || !namesList(version, list)) return refuse('not-found');
      return rowsFor(asked, deps, district, shortly);
    },
  },
  {
    method: 'POST',
    path: '/embed/{district}/{form}/token',
    summary:
      'Lets a page make one draft and one submission of this form, from its origin, for fifteen minutes at a time',
    access: 'anyone',
    cors: true,
    rate: 'token',
    status: 201,
    answer: object({ token: text(), expiresAt: text('date-time') }),
    async run(asked, deps) {
      const { district = '', form = '' } = asked.path;
      if (!(await isPublic(deps, district, form))) return refuse('not-found');
      if (!asked.origin || asked.origin === 'null') return refuse('other-origin');
      return { ok: true, body: await issueToken(deps, district, form, asked.origin) };
    },
  },
  {
    method: 'POST',
    path: '/embed/drafts',
    summary: 'Keeps a draft; the code opens it again on any device',
    access: 'embed token',
    cors: true,
    rate: 'draft',
    body: { schema: object({ draft: draftSchema }), limit: limits.draft },
    status: 201,
    answer: object({ id: text(), rev: whole, code: text() }),
    async run(asked, deps) {
      const { draft } = asked.body as { draft: SentDraft };
      const made = await createPublicDraft(deps, guestIn(asked), draft, asked.key, asked.locale);
      return made.ok
        ? { ok: true, rev: made.rev, body: { id: made.id, rev: made.rev, code: made.code } }
        : made;
    },
  },
  {
    method: 'PUT',
    path: '/embed/drafts/{id}',
    summary: 'Saves the draft of this token',
    access: 'embed token',
    cors: true,
    rate: 'draft',
    needs: ['rev'],
    body: { schema: draftSchema, limit: limits.draft },
    answer: object({ rev: whole, savedAt: text('date-time') }),
    async run(asked, deps) {
      const saved = await savePublicDraft(
        deps,
        guestIn(asked),
        asked.path['id'] ?? '',
        asked.body as SentDraft,
        asked.rev ?? 0,
        asked.locale,
      );
      return saved.ok
        ? { ok: true, rev: saved.rev, body: { rev: saved.rev, savedAt: saved.savedAt } }
        : saved;
    },
  },
  {
    method: 'POST',
    path: '/embed/drafts/{id}/merge',
    summary: 'Puts the changes of a page and those of another device or window together, field by field',
    access: 'embed token',
    cors: true,
    rate: 'draft',
    body: { schema: mergeSchema, limit: 2 * limits.draft },
    status: 200,
    answer: mergedSchema,
    async run(asked, deps) {
      const sent = asked.body as MergeRequest;
      const merged = await mergePublicDraft(deps, guestIn(asked), asked.path['id'] ?? '', sent, asked.locale);
      if (!merged.ok) return merged;
      const { ok: _ok, ...body } = merged;
      return { ok: true, rev: merged.rev, body };
    },
  },
  {
    method: 'POST',
    path: '/embed/drafts/resume',
    summary: 'Opens a draft with its code',
    access: 'embed token',
    cors: true,
    rate: 'resume',
    body: { schema: object({ code: { type: 'string', maxLength: 60 } }), limit: limits.request },
    status: 200,
    answer: object({ id: text(), rev: whole, draft: grammar('submission-draft'), token: text() }),
    async run(asked, deps) {
      const { code } = asked.body as { code: string };
      const found = await resumeDraft(deps, guestIn(asked), code);
      if (!found.ok) return found;
      const { ok: _ok, ...body } = found;
      return { ok: true, rev: found.rev, body };
    },
  },
  {
    method: 'POST',
    path: '/embed/submissions',
    summary: 'Submits answers, exactly once per Idempotency-Key',
    access: 'embed token',
    cors: true,
    rate: 'submission',
    needs: ['key'],
    body: {
      schema: object(
        {
          definition: { type: 'string', maxLength: 60 },
          version: { type: 'integer', minimum: 1 },
          answers: anything,
          draft: { type: 'string', maxLength: 60 },
          rev: whole,
        },
        ['definition', 'version', 'answers'],
      ),
      limit: limits.draft,
    },
    status: 201,
    answer: object({ id: text(), receipt: text() }),
    async run(asked, deps) {
      const done = await submitPublic(
        deps,
        guestIn(asked),
        asked.body as PublicSubmission,
        asked.key ?? '',
        asked.locale,
      );
      if (!done.ok) return done;
      return { ok: true, status: done.again ? 200 : 201, body: { id: done.id, receipt: done.receipt } };
    },
  },
];
