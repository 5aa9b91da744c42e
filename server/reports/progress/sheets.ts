// SPDX-License-Identifier: AGPL-3.0-or-later
// The state of progress as tables for spreadsheets: all that stands on the paper. Pure.
import type { Figure, Measure, Progress } from '../../../templates/documents/progress/content.ts';
import {
  figureText,
  progressWords,
  rowLabel,
  tableTitle,
} from '../../../templates/documents/progress/texts.ts';
import type { Sheet } from '../../tables/sheet.ts';

const t = progressWords('it');

const cell = (figure: Figure, is: Measure): string | number => {
  if (typeof figure !== 'number') return figureText(figure, is, 'it');
  return is === 'money' ? figure / 100 : figure;
};

export function progressSheets(content: Progress): readonly Sheet[] {
  const { from, to, least, medians, milestones, critical } = content;
  const rest: readonly Sheet[] = [
    { name: t('ratio'), columns: [t('item'), t('many')], rows: ratioRows(content) },
    {
      name: t('milestones'),
      columns: [t('item'), t('state'), t('day')],
      rows: milestones.map(({ title, state, on }) => [title, t(state), on ?? '']),
    },
    { name: t('critical'), columns: [t('critical')], rows: critical ? [[critical]] : [] },
  ];
  return [
    {
      name: t('summary'),
      columns: [t('item'), t('many')],
      rows: [
        ...content.figures.map(({ id, is, figure }) => [t(id), cell(figure, is)]),
        [t('from'), from],
        [t('to'), to],
        ...(least === undefined ? [] : [[t('untold'), least]]),
      ],
    },
    {
      name: t('times'),
      columns: [t('item'), t('days'), t('cases')],
      rows: medians.map(({ id, days, cases }) => [
        t(id),
        days === undefined ? '' : cell(days, 'count'),
        cell(cases, 'count'),
      ]),
    },
    ...content.tables.map((table) => ({
      name: tableTitle(table, 'it'),
      columns: [tableTitle(table, 'it'), ...table.columns.map(({ id }) => t(id))],
      rows: [...table.rows, { label: t('total'), figures: table.total }].map(({ label, figures }) => [
        rowLabel(label, 'it'),
        ...figures.map((figure, column) => cell(figure, table.columns[column]?.is ?? 'count')),
      ]),
    })),
    ...rest.filter(({ rows }) => rows.length > 0),
  ];
}

function ratioRows({ ratio, lacks }: Progress): Sheet['rows'] {
  if (!ratio) return lacks ? [[t(`lacks-${lacks}`), '']] : [];
  const { inhabitants, fte, one, needed, marks = [] } = ratio;
  return [
    [t('inhabitants'), inhabitants],
    [t('fte'), fte],
    [t('one'), one],
    [t('needed'), needed],
    [t(one <= ratio.standard ? 'enough' : 'short'), ratio.standard],
    ...marks.map((mark) => [
      `${mark.title}: ${t(one <= mark.inhabitants ? 'markMet' : 'markShort')}`,
      mark.inhabitants,
    ]),
  ];
}
