// SPDX-License-Identifier: AGPL-3.0-or-later
import { reportPartials, reportView } from '../../report-view.ts';
import type { ReportKind } from '../../report.ts';
import type { Transcription } from './content.ts';
import { words } from './words.ts';

/** What is copied by hand into a platform of others. */
export const transcription: ReportKind = {
  kind: 'transcription',
  words: words.title,
  files: { folder: 'transcription', file: 'transcription.hbs', partials: reportPartials },
  view: (input) =>
    reportView(input, words, (t) => {
      const all = input.content as Transcription;
      return {
        platform: all.platform,
        case: all.case,
        source: all.source,
        groups: all.groups.map(({ title, rows }) => ({
          title,
          rows: rows.map(({ label, items }) => ({
            label,
            items: items.map((one) => ({ title: one.title, text: one.text || t.none })),
          })),
        })),
      };
    }),
};
