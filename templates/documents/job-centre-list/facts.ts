// SPDX-License-Identifier: AGPL-3.0-or-later
import { comuniText, reportPartials, reportView } from '../../report-view.ts';
import type { ReportKind } from '../../report.ts';
import { day } from '../../writing.ts';
import type { JobCentreList } from './content.ts';
import { words } from './words.ts';

/** The people whom the job centre is to call. */
export const jobCentreList: ReportKind = {
  kind: 'job-centre-list',
  words: words.title,
  files: { folder: 'job-centre-list', file: 'job-centre-list.hbs', partials: reportPartials },
  view: (input) =>
    reportView(input, words, (t) => {
      const list = input.content as JobCentreList;
      return {
        receiver: [list.receiver.name, list.receiver.address].filter(Boolean),
        basis: list.basis,
        where: comuniText(input, list.comuni, t.everywhere),
        total: list.rows.length,
        paths: list.paths.map(({ code, title }) => ({ code, title })),
        rows: list.rows.map((row) => ({
          name: `${row.surname} ${row.name}`,
          taxCode: row.taxCode,
          birth: row.birth ? `${t.born} ${day(row.birth)}` : '',
          phone: row.phone || t.through,
          email: row.email,
          path: row.path,
          analysed: row.analysed ? day(row.analysed) : '',
          sent: day(row.sent),
          due: day(row.due),
          availability: [row.availability, row.travel].filter(Boolean).join('; ') || t.none,
        })),
      };
    }),
};
