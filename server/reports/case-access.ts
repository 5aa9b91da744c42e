// SPDX-License-Identifier: AGPL-3.0-or-later
// Who saw, printed or exported a case between two dates, as a document of its own.
import type { Accesses, CaseAccess } from '../../templates/documents/case-access/content.ts';
import { walkAudit, whoHasSeen } from '../actions/file/seen.ts';
import { refuse } from '../problems.ts';
import type { Sheet } from '../tables/sheet.ts';
import { comuniAsked, comuniOf, periodAsked, span, type OfComuni, type OfPeriod } from './asked.ts';
import type { Report } from './contract.ts';

/** `comuni`: of the case, for who works in some comuni only */
interface Asked extends OfPeriod, OfComuni {
  readonly number: string;
}

export const accessSheet = (all: Accesses): Sheet => ({
  name: 'Chi ha visto',
  columns: [
    'Giorno',
    'Persona',
    'Profilo',
    'Ha visto',
    'Ha stampato',
    'Ha esportato',
    'Ha scritto',
    'Che cosa',
    'Motivi',
  ],
  rows: all.rows.map((row) => [
    row.day,
    row.name,
    row.profile,
    row.saw,
    row.printed,
    row.exported,
    row.wrote,
    row.what.join('; '),
    row.reasons.join('; '),
  ]),
});

export const caseAccess: Report<Asked, CaseAccess> = {
  kind: 'case-access',
  asks: {
    number: { type: 'string', minLength: 1, maxLength: 120 },
    ...periodAsked,
    comuni: comuniAsked(1),
  },
  needs: ['number', 'from', 'to'],
  comuni: comuniOf,
  async gather(deps, person, asked) {
    const done = await whoHasSeen(deps, person, asked, 'it');
    if (!done.ok) return done;
    const { value } = done;
    if (asked.comuni && !asked.comuni.includes(value.comune)) return refuse('not-found', {}, '/comuni');
    return {
      ok: true,
      gathered: {
        content: { ...value, chain: await walkAudit(deps, person.district) },
        title: `${value.case} · ${span(value)}`,
        comuni: [value.comune],
      },
    };
  },
  sheets: (content) => [accessSheet(content)],
};
