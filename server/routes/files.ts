// SPDX-License-Identifier: AGPL-3.0-or-later
// Files of drafts and submissions: sent as bytes, given back as downloads.
import { publicRole, publicVersion } from '../actions/drafts/public-form.ts';
import { keepFile, type SentFile } from '../actions/drafts/keep-file.ts';
import { readFile } from '../actions/drafts/read-file.ts';
import { roleIn } from '../authorize.ts';
import type { Deps } from '../deps.ts';
import { limits } from '../guard.ts';
import { refuse, type Refusal } from '../problems.ts';
import type { KeptDraft } from '../records.ts';
import type { Version } from '../../schemas/types.ts';
import type { Kept } from '../storage/contract.ts';
import { personOf, scopeOf, type Asked, type Reply, type Route } from './contract.ts';
import { versionOf } from './drafts.ts';
import { object, text, whole } from './schema.ts';

export const sending = {
  rate: 'upload',
  file: { type: 'application/octet-stream', limit: limits.upload },
  named: true,
  query: { field: text(), sha256: text() },
  status: 201,
  answer: object({ id: text(), name: text(), type: text(), size: whole, sha256: text() }),
} as const;

export const sentIn = (asked: Asked): SentFile => ({
  bytes: asked.body as Uint8Array,
  name: asked.fileName,
  field: asked.query['field'] ?? '',
  sha256: asked.query['sha256'] ?? '',
});

type Taken = Awaited<ReturnType<typeof keepFile>>;
const reply = (taken: Taken): Reply | Refusal =>
  taken.ok ? { ok: true, status: taken.again ? 200 : 201, body: taken.file } : taken;

/** The draft of a page's token, with its version. */
async function guestDraft(
  asked: Asked,
  deps: Deps,
): Promise<{ readonly ok: true; readonly draft: Kept<KeptDraft>; readonly version: Version } | Refusal> {
  const id = asked.guest?.token.value.draft;
  if (!asked.guest || id === undefined) return refuse('draft-first');
  const draft = await deps.store.get<KeptDraft>(scopeOf(asked), 'drafts', id);
  if (!draft) return refuse('already-sent');
  if (draft.value.by !== 'public') return refuse('not-found');
  const { definition, version: number } = draft.value;
  const version = await publicVersion(deps, asked.guest.district, definition, number);
  return version ? { ok: true, draft, version } : refuse('not-found');
}

export const fileRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/embed/files',
    summary: 'Keeps a file for a question of the draft of this token; its kind is told by its content',
    access: 'embed token',
    cors: true,
    ...sending,
    async run(asked, deps) {
      const found = await guestDraft(asked, deps);
      return found.ok
        ? reply(await keepFile(deps, scopeOf(asked), found.draft, found.version, sentIn(asked), publicRole))
        : found;
    },
  },
  {
    method: 'GET',
    path: '/embed/files/{file}',
    summary: 'A file of the draft of this token, as a download',
    access: 'embed token',
    cors: true,
    async run(asked, deps) {
      const found = await guestDraft(asked, deps);
      if (!found.ok) return found;
      const { draft, version } = found;
      return readFile(deps, scopeOf(asked), {
        id: asked.path['file'] ?? '',
        outline: deps.forms.outline(version),
        answers: draft.value.answers,
        role: publicRole,
        draft: draft.id,
      });
    },
  },
  {
    method: 'POST',
    path: '/api/drafts/{id}/files',
    summary: 'Keeps a file for a question of a draft; its kind is told by its content',
    access: 'draft: write',
    ...sending,
    async run(asked, deps) {
      const { draft } = asked.found;
      if (!draft) return refuse('not-found');
      const version = await versionOf(asked, deps, draft.value.definition, draft.value.version);
      const role = roleIn(personOf(asked), asked.found.case?.value ?? asked.found.counter);
      return reply(await keepFile(deps, scopeOf(asked), draft, version, sentIn(asked), role));
    },
  },
  {
    method: 'GET',
    path: '/api/drafts/{id}/files/{file}',
    summary: 'A file of a draft, as a download',
    access: 'draft: read',
    async run(asked, deps) {
      const { draft } = asked.found;
      if (!draft) return refuse('not-found');
      const version = await versionOf(asked, deps, draft.value.definition, draft.value.version);
      return readFile(deps, scopeOf(asked), {
        id: asked.path['file'] ?? '',
        outline: deps.forms.outline(version),
        answers: draft.value.answers,
        role: roleIn(personOf(asked), asked.found.case?.value ?? asked.found.counter),
        draft: draft.id,
      });
    },
  },
  {
    method: 'GET',
    path: '/api/submissions/{id}/files/{file}',
    summary: 'A file that a submission names, as a download',
    access: 'submission: read',
    async run(asked, deps) {
      const { submission } = asked.found;
      if (!submission) return refuse('not-found');
      const { definition, version: number, answers } = submission.value;
      const version = await versionOf(asked, deps, definition, number);
      return readFile(deps, scopeOf(asked), {
        id: asked.path['file'] ?? '',
        outline: deps.forms.outline(version),
        answers,
        role: roleIn(personOf(asked), asked.found.case?.value ?? asked.found.counter),
      });
    },
  },
];
