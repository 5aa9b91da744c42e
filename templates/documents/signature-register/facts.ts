// SPDX-License-Identifier: AGPL-3.0-or-later
import { reportPartials, reportView } from '../../report-view.ts';
import type { ReportKind } from '../../report.ts';
import { day, hour } from '../../writing.ts';
import type { SignatureRegister } from './content.ts';
import { words } from './words.ts';

/** Who signed what in a case, over all its documents. */
export const signatureRegister: ReportKind = {
  kind: 'signature-register',
  words: words.title,
  files: { folder: 'signature-register', file: 'signature-register.hbs', partials: reportPartials },
  view: (input) =>
    reportView(input, words, (t) => {
      const all = input.content as SignatureRegister;
      return {
        case: all.case,
        empty: all.documents.length === 0,
        documents: all.documents.map((one) => ({
          title: one.title,
          number: one.number,
          revision: one.revision,
          issuedAt: day(one.issuedAt),
          sealedAt: one.sealedAt ? day(one.sealedAt) : '',
          rows: one.signatures.map((row) => ({
            name: row.name,
            role: row.role,
            how: t[row.mode],
            note: row.note,
            when: row.at ? `${day(row.at)}, ${hour(row.at)}` : t.none,
            place: row.place,
            identified: row.identified,
            by: row.by,
          })),
          files: [...new Set(one.signatures.map(({ sha256 }) => sha256).filter(Boolean))],
        })),
      };
    }),
};
