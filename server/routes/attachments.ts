// SPDX-License-Identifier: AGPL-3.0-or-later
import { attach, listAttachments, openAttachment } from '../actions/file/attachments.ts';
import { limits } from '../guard.ts';
import { readers } from '../readers.ts';
import { caseOf } from './cases.ts';
import { personOf, type Route } from './contract.ts';
import { list, object, text, whole } from './schema.ts';

const file = object({ id: text(), name: text(), type: text(), size: whole, sha256: text() });
const row = object(
  {
    id: text(),
    kind: text(),
    title: text(),
    date: text('date'),
    expires: text('date'),
    readers: { enum: readers },
    person: { type: 'string', description: 'name of whom it is about; absent: of the household' },
    about: text(),
    file,
    by: text(),
    at: text('date-time'),
    replaces: text(),
    replacedBy: text(),
  },
  ['id', 'kind', 'title', 'date', 'readers', 'file', 'by', 'at'],
);

export const attachmentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/cases/{id}/attachments',
    summary: 'Attachments of a case that the person may see, with the kinds that there are',
    access: 'attachments: read',
    answer: object({
      items: list(row),
      kinds: list(object({ id: text(), title: text(), expires: { type: 'boolean' } })),
      members: list(object({ id: text(), name: text() })),
      writes: { type: 'boolean' },
    }),
    run: async (asked, deps) => ({
      ok: true,
      body: await listAttachments(deps, personOf(asked), caseOf(asked)),
    }),
  },
  {
    method: 'POST',
    path: '/api/cases/{id}/attachments',
    summary: 'Keeps a file in a case; with replaces=… in the place of an older one, which stays',
    access: 'attachments: write',
    rate: 'upload',
    file: { type: 'application/octet-stream', limit: limits.upload },
    named: true,
    query: {
      kind: text(),
      date: text('date'),
      expires: text('date'),
      readers: { enum: readers },
      person: text(),
      about: text(),
      replaces: text(),
      sha256: text(),
    },
    status: 201,
    answer: object({ id: text() }),
    async run(asked, deps) {
      const { query } = asked;
      const done = await attach(deps, personOf(asked), caseOf(asked), asked.body as Uint8Array, {
        kind: query['kind'] ?? '',
        date: query['date'] ?? '',
        expires: query['expires'] || undefined,
        readers: query['readers'] ?? '',
        person: query['person'] || undefined,
        about: query['about']?.trim() || undefined,
        replaces: query['replaces'] || undefined,
        name: asked.fileName,
        sha256: query['sha256'] ?? '',
      });
      return done.ok ? { ok: true, status: done.again ? 200 : 201, body: { id: done.id } } : done;
    },
  },
  {
    method: 'GET',
    path: '/api/cases/{id}/attachments/{attachment}',
    summary: 'The file of an attachment, as a download',
    access: 'attachments: open',
    run: (asked, deps) =>
      openAttachment(deps, personOf(asked), caseOf(asked), asked.path['attachment'] ?? '', asked.reason),
  },
];
