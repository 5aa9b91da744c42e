// SPDX-License-Identifier: AGPL-3.0-or-later
// What a document of the district would say, on the screen: one way of drawing for each kind.
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { JobCentreList } from '../../../../templates/documents/job-centre-list/content.ts';
import { barsOf } from '../../../../templates/documents/progress/bars.ts';
import type { Progress, Table } from '../../../../templates/documents/progress/content.ts';
import {
  figureText,
  grouped,
  progressWords,
  rowLabel,
  tableTitle,
} from '../../../../templates/documents/progress/texts.ts';
import type { ServiceGuide } from '../../../../templates/documents/service-guide/content.ts';
import { dayOf } from '../dates.ts';
import type { ReportWords } from './report-words.ts';

type Language = 'it' | 'en';
type Draw = (content: never, say: ReportWords, language: Language) => TemplateResult;

const framed = (label: string, table: TemplateResult): TemplateResult =>
  html`<div class="scroll" tabindex="0" role="region" aria-label=${label}>${table}</div>`;

type SeenList = Omit<JobCentreList, 'rows'> & {
  readonly rows: readonly (JobCentreList['rows'][number] & { readonly listed: string })[];
  readonly before: number;
};

function list({ rows, before }: SeenList, say: ReportWords): TemplateResult {
  const left = before > 0 ? html`<p class="hint">${before} ${say.before}.</p>` : nothing;
  if (rows.length === 0)
    return html`<p>${say.nobody}</p>
      ${left}`;
  return html`<p><strong>${rows.length}</strong> ${rows.length === 1 ? say.onePerson : say.people}</p>
    ${left}
    ${framed(
      say.people,
      html`<table>
        <thead>
          <tr>
            <th scope="col">${say.person}</th>
            <th scope="col">${say.contact}</th>
            <th scope="col">${say.path}</th>
            <th scope="col">${say.analysed}</th>
            <th scope="col">${say.due}</th>
            ${rows.some(({ listed }) => listed) ? html`<th scope="col">${say.listed}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                <td>
                  <strong>${row.surname} ${row.name}</strong><br /><span class="hint">${row.taxCode}</span>
                </td>
                <td>${row.phone || say.through}<br /><span class="hint">${row.email}</span></td>
                <td data-title=${say.path}>${row.path}</td>
                <td class="numbers" data-title=${say.analysed}>${row.analysed ? dayOf(row.analysed) : ''}</td>
                <td class="numbers" data-title=${say.due}>${dayOf(row.due)}</td>
                ${rows.some(({ listed }) => listed) ? html`<td data-title=${say.listed}>${row.listed}</td>` : nothing}
              </tr>`,
          )}
        </tbody>
      </table>`,
    )}`;
}

function progress(all: Progress, say: ReportWords, language: Language): TemplateResult {
  const word = progressWords(language);
  const figures = html`<dl class="figures">
    ${all.figures.map(
      ({ id, is, figure }) =>
        html`<div>
          <dt>${word(id)}</dt>
          <dd>${figureText(figure, is, language)}</dd>
        </div>`,
    )}
    ${all.medians.map(
      ({ id, days, cases }) =>
        html`<div>
          <dt>${word(id)}, ${word('days')}</dt>
          <dd>
            ${days === undefined ? '–' : figureText(days, 'count', language)}
            <small>(${figureText(cases, 'count', language)})</small>
          </dd>
        </div>`,
    )}
    ${
      all.ratio
        ? html`<div>
            <dt>${word('one')}</dt>
            <dd>
              ${grouped(all.ratio.one)}
              <span class="badge ${all.ratio.one <= all.ratio.standard ? 'good' : 'warn'}"
                >${word(all.ratio.one <= all.ratio.standard ? 'enough' : 'short')}</span
              >
            </dd>
          </div>`
        : nothing
    }
  </dl>`;
  const marks = all.ratio?.marks ?? [];
  const workers = all.lacks
    ? html`<p class="notice warn">${word(`lacks-${all.lacks}`)}</p>`
    : marks.length > 0
      ? html`<ul>
          ${marks.map(
            ({ inhabitants, title }) =>
              html`<li>
                1:${grouped(inhabitants)}, ${title}:
                ${word((all.ratio?.one ?? 0) <= inhabitants ? 'markMet' : 'markShort')}
              </li>`,
          )}
        </ul>`
      : nothing;
  const tables = all.tables.map(
    (table) =>
      html`<h3>${tableTitle(table, language)}</h3>
        <div class="beside">
          ${framed(
            tableTitle(table, language),
            html`<table class="counted">
              <thead>
                <tr>
                  <th scope="col">${word('item')}</th>
                  ${table.columns.map(({ id }) => html`<th scope="col">${word(id)}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${[...table.rows, { label: word('total'), figures: table.total }].map(
                  ({ label, figures }) =>
                    html`<tr>
                      <th scope="row">${rowLabel(label, language)}</th>
                      ${figures.map(
                        (one, place) =>
                          html`<td class="numbers">
                            ${figureText(one, table.columns[place]?.is ?? 'count', language)}
                          </td>`,
                      )}
                    </tr>`,
                )}
              </tbody>
            </table>`,
          )}
          ${chart(table, language)}
        </div>`,
  );
  return html`<p class="notice">${say.inside}</p>
    ${figures} ${workers} ${tables}
    ${
      all.milestones.length > 0
        ? html`<h3>${word('milestones')}</h3>
            <ul>
              ${all.milestones.map(
                ({ title, state, on }) =>
                  html`<li>${title}: ${word(state)}${on ? `, ${dayOf(on)}` : ''}</li>`,
              )}
            </ul>`
        : nothing
    }
    <p class="hint">${word('source')}</p>`;
}

/** The table says the same: who does not see it misses nothing. */
const chart = (table: Table, language: Language): TemplateResult =>
  html`<div class="chart" aria-hidden="true">
    ${barsOf(table).map(
      ({ label, share }) =>
        html`<div>
          ${rowLabel(label, language)}
          <svg viewBox="0 0 100 8" preserveAspectRatio="none">
            <rect width="100" height="8"></rect>
            ${share === undefined ? nothing : svg`<rect class="told" width=${share} height="8"></rect>`}
          </svg>
        </div>`,
    )}
  </div>`;

function guide({ groups }: ServiceGuide, say: ReportWords): TemplateResult {
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  return html`<p><strong>${count}</strong> ${say.services}</p>
    ${framed(
      say.services,
      html`<table>
        <thead>
          <tr>
            <th scope="col">${say.service}</th>
            <th scope="col">${say.provider}</th>
            <th scope="col">${say.checked}</th>
          </tr>
        </thead>
        <tbody>
          ${groups.flatMap(({ entries }) =>
            entries.map(
              (one) =>
                html`<tr>
                  <td><strong>${one.title}</strong></td>
                  <td>${one.provider}</td>
                  <td class="numbers" data-title=${say.checked}>
                    ${one.checked ? dayOf(one.checked) : '–'}
                    ${one.stale ? html`<span class="badge warn">${say.stale}</span>` : nothing}
                  </td>
                </tr>`,
            ),
          )}
        </tbody>
      </table>`,
    )}`;
}

/** A list of nobody is not worth issuing. */
export const isEmpty = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && 'rows' in content && Array.isArray(content.rows)
    ? content.rows.length === 0
    : false;

/** What is asked for a kind, and how what it would say is drawn. A kind that is not here is not offered. */
export const kinds: {
  readonly [kind: string]: {
    readonly asks: readonly ('period' | 'again' | 'purpose' | 'critical')[];
    readonly draw: Draw;
  };
} = {
  'job-centre-list': { asks: ['period', 'again', 'purpose'], draw: list },
  progress: { asks: ['period', 'critical'], draw: progress },
  'service-guide': { asks: [], draw: guide },
};
