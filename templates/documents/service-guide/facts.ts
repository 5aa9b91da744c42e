// SPDX-License-Identifier: AGPL-3.0-or-later
import { comuniText, reportPartials, reportView } from '../../report-view.ts';
import type { ReportKind } from '../../report.ts';
import { hoursInWords } from '../../hours.ts';
import { day } from '../../writing.ts';
import type { ServiceGuide } from './content.ts';
import { words } from './words.ts';

/** The services of the district, or of one of its comuni, for who is looking for help. */
export const serviceGuide: ReportKind = {
  kind: 'service-guide',
  words: words.title,
  files: { folder: 'service-guide', file: 'service-guide.hbs', partials: reportPartials },
  view: (input) =>
    reportView(input, words, (t) => {
      const guide = input.content as ServiceGuide;
      const texts: { readonly [word: string]: string } = t;
      return {
        where: comuniText(input, guide.comuni, t.everywhere),
        count: guide.groups.reduce((sum, { entries }) => sum + entries.length, 0),
        anyStale: guide.groups.some(({ entries }) => entries.some(({ stale }) => stale)),
        offices: guide.offices.map(({ name, address, reach, hours }) => ({
          name,
          where: [address, ...reach].join(' · '),
          hours: hoursInWords(hours, input.language),
        })),
        groups: guide.groups.map((group) => ({
          title: group.title || t.others,
          entries: group.entries.map((one) => ({
            title: one.title,
            provider: one.provider,
            about: one.about,
            facts: one.facts.map(({ word, text }) => ({ word: texts[word] ?? word, text })),
            checked:
              one.checked === ''
                ? t.never
                : `${t.checked} ${day(one.checked)}${one.checkedBy ? ` ${t.checkedBy} ${one.checkedBy}` : ''}`,
            stale: one.stale,
          })),
        })),
      };
    }),
};
