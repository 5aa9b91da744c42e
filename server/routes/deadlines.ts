// SPDX-License-Identifier: AGPL-3.0-or-later
import { changeTerm, type TermAsked } from '../actions/agenda/change-term.ts';
import { listDeadlines, spans, type Span } from '../actions/agenda/list-deadlines.ts';
import { limits } from '../guard.ts';
import { caseOf, termRow } from './cases.ts';
import { personOf, type Route } from './contract.ts';
import { list, object, text, whole } from './schema.ts';

const rows = 50;
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' };

export const deadlineRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/deadlines',
    summary: 'Terms of the cases that the person has a title to, by their last day, with counts',
    access: 'deadlines: list',
    query: {
      mine: text(),
      comune: text(),
      term: text(),
      span: { enum: [...spans] },
      from: { type: 'integer', minimum: 0 },
      limit: { type: 'integer', minimum: 1, maximum: 1000 },
    },
    answer: object(
      {
        items: list(
          object({
            case: text(),
            number: text(),
            name: text(),
            comune: text(),
            measure: text(),
            assigned: list(text()),
            term: termRow,
          }),
        ),
        total: whole,
        counts: object(Object.fromEntries(spans.map((span) => [span, whole]))),
        // those that there are, for a filter
        terms: list(object({ id: text(), title: text() })),
        next: text(),
      },
      ['items', 'total', 'counts', 'terms'],
    ),
    async run(asked, deps) {
      const { mine, comune, term, span, from, limit } = asked.query;
      const whole = (given: string | undefined, otherwise: number): number =>
        /^\d{1,6}$/.test(given ?? '') ? Number(given) : otherwise;
      const body = await listDeadlines(deps, personOf(asked), {
        mine: /^(true|1)$/.test(mine ?? ''),
        ...(comune ? { comune } : {}),
        ...(term ? { term } : {}),
        span: spans.find((one): one is Span => one === span) ?? 'all',
        from: whole(from, 0),
        limit: Math.min(1000, Math.max(1, whole(limit, rows))),
      });
      return { ok: true, body };
    },
  },
  {
    method: 'POST',
    path: '/api/cases/{id}/terms',
    summary: 'A decision about a term, with its reason: moved, not due, suspended, going on, as the law says',
    access: 'case: change term',
    body: {
      limit: limits.request,
      schema: object(
        {
          term: { type: 'string', minLength: 1, maxLength: 60 },
          start: day,
          what: { enum: ['moved', 'waived', 'suspended', 'resumed', 'law'] },
          date: day,
          reason: { type: 'string', minLength: 1, maxLength: 1000 },
        },
        ['term', 'start', 'what', 'reason'],
      ),
    },
    answer: object({ ok: { const: true } }),
    async run(asked, deps) {
      const done = await changeTerm(deps, personOf(asked), caseOf(asked), asked.body as TermAsked);
      return done.ok ? { ok: true, body: { ok: true } } : done;
    },
  },
];
