// SPDX-License-Identifier: AGPL-3.0-or-later
// Who saw, printed or exported a case between two dates, as a document of its own.
import type { CaseAccess } from '../../templates/documents/case-access/content.ts';
import { whoHasSeen } from '../actions/seen.ts';
import { refuse } from '../problems.ts';
import type { Sheet } from '../tables/sheet.ts';
import type { Report } from './contract.ts';

interface Asked {
  readonly number: string;
  readonly from: string;
  readonly to: string;
  /** of the case, for who works in some comuni only */
  readonly comuni?: readonly string[];
}
const day = { type: 'string', format: 'date' } as const;

export const accessSheet = (all: CaseAccess): Sheet => ({
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
    from: day,
    to: day,
    comuni: { type: 'array', items: { type: 'string', maxLength: 60 }, maxItems: 1 },
  },
  needs: ['number', 'from', 'to'],
  comuni: ({ comuni }) => comuni ?? [],
  async gather(deps, person, asked) {
    const done = await whoHasSeen(deps, person, asked, 'it');
    if (!done.ok) return done;
    const { value } = done;
    if (asked.comuni && !asked.comuni.includes(value.comune)) return refuse('not-found', {}, '/comuni');
    const said = (iso: string): string => iso.split('-').reverse().join('/');
    return {
      ok: true,
      gathered: {
        content: value,
        title: `${value.case} · ${said(value.from)} – ${said(value.to)}`,
        comuni: [value.comune],
      },
    };
  },
  sheets: (content) => [accessSheet(content)],
};
