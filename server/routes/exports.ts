// SPDX-License-Identifier: AGPL-3.0-or-later
import { exportOf, listExports, makeExport, takeExport, type AskedExport } from '../actions/file/exports.ts';
import { formats } from '../exports/write.ts';
import { limits } from '../guard.ts';
import { personOf, type Route } from './contract.ts';
import { list, object, text, whole } from './schema.ts';

const yes = { type: 'boolean' } as const;
const format = { enum: Object.keys(formats) };

export const exportRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/exports',
    summary: 'Definitions whose submissions the person may export, and exports that were made',
    access: 'exports: list',
    answer: object({
      definitions: list(object({ id: text(), title: text() })),
      delicate: { ...yes, description: 'delicate answers may be asked for, with a reason' },
      items: list(
        object(
          {
            id: text(),
            title: text(),
            format,
            purpose: text(),
            asks: object({ names: yes, texts: yes, delicate: yes }),
            reason: text(),
            by: text(),
            at: text('date-time'),
            rows: whole,
            cases: whole,
            file: { ...yes, description: 'this person may still fetch it' },
          },
          ['id', 'title', 'format', 'purpose', 'asks', 'by', 'at', 'rows', 'cases', 'file'],
        ),
      ),
    }),
    run: async (asked, deps) => ({ ok: true, body: await listExports(deps, personOf(asked)) }),
  },
  {
    method: 'POST',
    path: '/api/exports',
    summary:
      'Prepares an export of the submissions of a definition, for a written purpose; without names unless asked',
    access: 'exports: make',
    rate: 'print',
    body: {
      limit: limits.request,
      schema: object(
        {
          definition: { type: 'string', minLength: 1, maxLength: 60 },
          format,
          purpose: { type: 'string', minLength: 1, maxLength: 500 },
          from: text('date'),
          to: text('date'),
          names: yes,
          texts: yes,
          delicate: yes,
          reason: { type: 'string', maxLength: 500 },
        },
        ['definition', 'format', 'purpose'],
      ),
    },
    status: 201,
    answer: object({ id: text(), rows: whole, cases: whole }),
    async run(asked, deps) {
      const done = await makeExport(deps, personOf(asked), asked.body as AskedExport, asked.key);
      if (!done.ok) return done;
      const { ok: _ok, ...body } = done;
      return { ok: true, body };
    },
  },
  {
    method: 'GET',
    path: '/api/exports/{id}',
    summary: 'An export of one’s own: how many rows it has, and how many of its file are written by now',
    access: 'exports: take',
    answer: object({ id: text(), rows: whole, cases: whole, done: whole }),
    run: (asked, deps) => exportOf(deps, personOf(asked), asked.path['id'] ?? ''),
  },
  {
    method: 'GET',
    path: '/api/exports/{id}/file',
    summary: 'The file of an export of one’s own, within a day; made while it is sent',
    access: 'exports: take',
    run: (asked, deps) => takeExport(deps, personOf(asked), asked.path['id'] ?? ''),
  },
];
