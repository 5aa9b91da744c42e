// SPDX-License-Identifier: AGPL-3.0-or-later
import { correctNote, readDiary, writeNote } from '../actions/file/diary.ts';
import { limits } from '../guard.ts';
import { readers } from '../readers.ts';
import type { NoteText } from '../records.ts';
import { caseOf } from './cases.ts';
import { personOf, type Route } from './contract.ts';
import { list, object, text, whole } from './schema.ts';

const short = { type: 'string', minLength: 1, maxLength: 200 } as const;
const said = {
  kind: short,
  at: text('date-time'),
  people: { type: 'array', maxItems: 50, items: short },
  others: { type: 'string', maxLength: 300 },
  text: { type: 'string', minLength: 1, maxLength: 10_000 },
  readers: {
    enum: readers,
    description: 'family: who may see the case; team: who it was given to; author: nobody else',
  },
} as const;
const needed = ['kind', 'at', 'people', 'text', 'readers'];
const note = object(said, needed);
const kept = object(
  {
    ...said,
    id: text(),
    rev: whole,
    by: text(),
    writtenAt: text('date-time'),
    own: { type: 'boolean' },
    corrected: whole,
    earlier: list(object({ ...said, writtenAt: text('date-time') }, [...needed, 'writtenAt'])),
  },
  [...needed, 'id', 'rev', 'by', 'writtenAt', 'own', 'corrected'],
);
const named = list(object({ id: text(), name: text() }));

export const diaryRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/cases/{id}/diary',
    summary: 'Notes of a case that the person may read, the latest contact first',
    access: 'diary: read',
    query: {
      kind: text(),
      person: text(),
      by: text(),
      from: text('date'),
      to: text('date'),
      cursor: text(),
      limit: whole,
    },
    answer: object(
      {
        items: list(kept),
        total: whole,
        next: text(),
        kinds: list(object({ id: text(), title: text() })),
        members: named,
        authors: list(object({ id: text(), name: text(), profile: text() })),
        team: list(text()),
        writes: { type: 'boolean' },
      },
      ['items', 'total', 'kinds', 'members', 'authors', 'team', 'writes'],
    ),
    run: async (asked, deps) => ({
      ok: true,
      body: await readDiary(deps, personOf(asked), caseOf(asked), asked.query),
    }),
  },
  {
    method: 'POST',
    path: '/api/cases/{id}/diary',
    summary: 'Writes a note in the diary of a case',
    access: 'diary: write',
    body: { schema: note, limit: limits.request },
    status: 201,
    answer: object({ id: text() }),
    async run(asked, deps) {
      const done = await writeNote(deps, personOf(asked), caseOf(asked), asked.body as NoteText, asked.key);
      return done.ok ? { ok: true, status: done.again ? 200 : 201, body: { id: done.id } } : done;
    },
  },
  {
    method: 'PUT',
    path: '/api/cases/{id}/diary/{note}',
    summary: 'Corrects a note of one’s own; what it said before is kept',
    access: 'diary: write',
    needs: ['rev'],
    body: { schema: note, limit: limits.request },
    answer: object({ rev: whole }),
    async run(asked, deps) {
      const done = await correctNote(
        deps,
        personOf(asked),
        caseOf(asked),
        asked.path['note'] ?? '',
        asked.body as NoteText,
        asked.rev ?? 0,
      );
      return done.ok ? { ok: true, rev: done.rev, body: { rev: done.rev } } : done;
    },
  },
];
