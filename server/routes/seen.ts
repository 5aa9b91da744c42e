// SPDX-License-Identifier: AGPL-3.0-or-later
import { walkAudit, whoHasSeen } from '../actions/file/seen.ts';
import { accessSheet } from '../reports/case-access.ts';
import { tableFile } from '../tables/file.ts';
import { personOf, scopeOf, type Route } from './contract.ts';
import { list, object, text, whole } from './schema.ts';

const chain = object({ ok: { type: 'boolean' }, entries: whole, firstBad: whole }, ['ok', 'entries']);

export const seenRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/seen',
    summary:
      'Who saw, printed, exported or changed a case between two dates, by person and day; nothing of the case itself',
    access: 'seen: read',
    query: {
      number: text(),
      case: text(),
      from: text('date'),
      to: text('date'),
      as: { enum: ['json', 'csv', 'xlsx'] },
    },
    answer: object({
      case: text(),
      comune: text(),
      from: text('date'),
      to: text('date'),
      rows: list(
        object({
          day: text('date'),
          name: text(),
          profile: text(),
          saw: whole,
          printed: whole,
          exported: whole,
          wrote: whole,
          what: list(text()),
          reasons: list(text()),
        }),
      ),
    }),
    async run(asked, deps) {
      const done = await whoHasSeen(deps, personOf(asked), asked.query, asked.locale);
      if (!done.ok) return done;
      const { as } = asked.query;
      return as === 'csv' || as === 'xlsx'
        ? tableFile([accessSheet(done.value)], as, `chi-ha-visto-${done.value.case}`)
        : { ok: true, body: done.value };
    },
  },
  {
    method: 'GET',
    path: '/api/audit/chain',
    summary: 'Walks the audit of the district: is every line bound to the one before?',
    access: 'audit: verify',
    answer: chain,
    // it reads the whole audit
    rate: 'print',
    run: async (asked, deps) => ({ ok: true, body: await walkAudit(deps, scopeOf(asked).district) }),
  },
];
