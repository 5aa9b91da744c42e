// SPDX-License-Identifier: AGPL-3.0-or-later
import { reportPartials, reportView } from '../../report-view.ts';
import type { ReportKind } from '../../report.ts';
import { day } from '../../writing.ts';
import type { CaseAccess } from './content.ts';
import { words } from './words.ts';

/** Who saw, printed or exported a case between two dates. */
export const caseAccess: ReportKind = {
  kind: 'case-access',
  words: words.title,
  files: { folder: 'case-access', file: 'case-access.hbs', partials: reportPartials },
  view: (input) =>
    reportView(input, words, (t) => {
      const all = input.content as CaseAccess;
      const { ok, entries, firstBad } = all.chain;
      return {
        case: all.case,
        period: `${day(all.from)} – ${day(all.to)}`,
        empty: all.rows.length === 0,
        chain: (ok ? t.whole : t.altered)
          .replace('{entries}', String(entries))
          .replace('{firstBad}', String(firstBad ?? '')),
        rows: all.rows.map((row) => ({
          ...row,
          day: day(row.day),
          what: [...row.what],
          reasons: [...row.reasons],
        })),
      };
    }),
};
