// SPDX-License-Identifier: AGPL-3.0-or-later
import { comuniText, reportPartials, reportView } from '../../report-view.ts';
import type { ReportKind } from '../../report.ts';
import { day } from '../../writing.ts';
import { barDrawn, barsOf } from './bars.ts';
import type { Progress } from './content.ts';
import { figureText, grouped, progressWords, rowLabel, tableTitle } from './texts.ts';
import { words } from './words.ts';

/** The state of progress of the district, for council, region and public. */
export const progress: ReportKind = {
  kind: 'progress',
  words: words.title,
  files: { folder: 'progress', file: 'progress.hbs', partials: reportPartials },
  view: (input) =>
    reportView(input, words, (t) => {
      const all = input.content as Progress;
      const { language } = input;
      const say = progressWords(language);
      const { ratio } = all;
      return {
        where: comuniText(input, all.comuni, t.everywhere),
        span: `${day(all.from)} – ${day(all.to)}`,
        guarded: all.least === undefined ? '' : t.protected.replaceAll('{least}', String(all.least)),
        figures: all.figures.map(({ id, is, figure }) => ({
          label: say(id),
          text: figureText(figure, is, language),
        })),
        medians: all.medians.map(({ id, days, cases }) => ({
          label: say(id),
          days: days === undefined ? t.none : figureText(days, 'count', language),
          cases: figureText(cases, 'count', language),
        })),
        tables: all.tables.map((table) => ({
          title: tableTitle(table, language),
          columns: table.columns.map(({ id }) => say(id)),
          rows: barsOf(table).map(({ label, share }, row) => ({
            label: rowLabel(label, language),
            bar: barDrawn(share),
            cells: (table.rows[row]?.figures ?? []).map((one, place) =>
              figureText(one, table.columns[place]?.is ?? 'count', language),
            ),
          })),
          total: table.total.map((one, place) =>
            figureText(one, table.columns[place]?.is ?? 'count', language),
          ),
          once: table.id === 'categories' ? t.once : '',
        })),
        ratio: ratio
          ? {
              source: ratio.source,
              rows: [
                { label: t.inhabitants, text: grouped(ratio.inhabitants) },
                { label: t.fte, text: grouped(ratio.fte, 1) },
                { label: t.one, text: grouped(ratio.one) },
                { label: t.needed, text: grouped(ratio.needed, 2) },
              ],
              marks: (ratio.marks ?? []).map(({ inhabitants, title }) => ({
                title: `1:${grouped(inhabitants)}, ${title}`,
                text: ratio.one <= inhabitants ? t.markMet : t.markShort,
              })),
              verdict: ratio.one <= ratio.standard ? t.enough : t.short,
            }
          : null,
        lacks: all.lacks ? say(`lacks-${all.lacks}`) : '',
        milestones: all.milestones.map(({ title, state, on }) => ({
          title,
          state: on ? `${say(state)}, ${day(on)}` : say(state),
        })),
        critical: all.critical,
      };
    }),
};
