// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  askArchive,
  decideArchive,
  listArchives,
  takeArchive,
  type AskedArchive,
  type Decision,
} from '../actions/file/archives.ts';
import { limits } from '../guard.ts';
import { personOf, type Route } from './contract.ts';
import { list, object, text } from './schema.ts';

const yes = { type: 'boolean' } as const;
const short = { type: 'string', minLength: 1, maxLength: 200 } as const;
const purpose = { type: 'string', minLength: 10, maxLength: 500 } as const;

export const archiveRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/archives',
    summary: 'Archives of people that were asked for, the newest first; names only for who coordinates',
    access: 'archives: list',
    answer: object({
      items: list(
        object(
          {
            id: text(),
            number: text(),
            purpose: text(),
            by: text(),
            at: text('date-time'),
            state: { enum: ['asked', 'given', 'refused'] },
            decidedBy: text(),
            decidedAt: text('date-time'),
            note: text(),
            gives: object({ team: yes, delicate: yes }),
            case: text(),
            name: text(),
          },
          ['id', 'number', 'purpose', 'by', 'at', 'state'],
        ),
      ),
    }),
    run: async (asked, deps) => ({ ok: true, body: await listArchives(deps, personOf(asked)) }),
  },
  {
    method: 'POST',
    path: '/api/archives',
    summary:
      'Asks for the archive of a person: by tax code (and number of the case), or, for who coordinates, by case and row',
    access: 'archives: ask',
    rate: 'look-up',
    body: {
      limit: limits.request,
      schema: {
        type: 'object',
        oneOf: [
          object({ number: short, taxCode: short, purpose }, ['taxCode', 'purpose']),
          object({ case: short, person: short, purpose }),
        ],
      },
    },
    status: 201,
    answer: object({ id: text() }),
    async run(asked, deps) {
      const done = await askArchive(deps, personOf(asked), asked.body as AskedArchive);
      return done.ok ? { ok: true, body: { id: done.id } } : done;
    },
  },
  {
    method: 'POST',
    path: '/api/archives/{id}/decide',
    summary: 'Grants or refuses the archive of a person, and says what goes into it',
    access: 'archives: decide',
    body: {
      limit: limits.request,
      schema: object(
        { give: yes, team: yes, delicate: yes, checked: yes, note: { type: 'string', maxLength: 1000 } },
        ['give'],
      ),
    },
    async run(asked, deps) {
      const done = await decideArchive(deps, personOf(asked), asked.path['id'] ?? '', asked.body as Decision);
      return done.ok ? { ok: true, status: 204 } : done;
    },
  },
  {
    method: 'GET',
    path: '/api/archives/{id}/file',
    summary:
      'The archive of a person that was granted: a page in plain words, the data, the files, as one ZIP',
    access: 'archives: take',
    rate: 'print',
    run: (asked, deps) => takeArchive(deps, personOf(asked), asked.path['id'] ?? ''),
  },
];
