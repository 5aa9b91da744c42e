// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../../../runtime/elements/kit/dialog.ts';
import type { PattoDialog } from '../../../../runtime/elements/kit/dialog.ts';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { stacked } from '../../look.ts';
import * as desk from '../api.ts';
import { dayOf } from '../dates.ts';
import * as api from './report-api.ts';
import { JobRow } from '../documents/job.ts';
import './report-ask.ts';
import { kinds } from './report-seen.ts';
import { reportWords } from './report-words.ts';

/** Documents of the district: what was issued, and preparing one more. */
@customElement('patto-desk-reports')
export class Reports extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      td .cluster {
        gap: 6px;
      }
    `,
    stacked,
  ];
  @property({ attribute: false }) session: Session | undefined;
  @property() locale = 'it';
  @state() private view: api.ReportsView | undefined;
  @state() private district: desk.DistrictView | undefined;
  @state() private problem = '';
  @state() private chosen = '';
  @state() private made: { readonly id: string; readonly number: string } | undefined;
  @state() private busy = '';
  @state() private leaving: api.ReportRow | undefined;
  @query('patto-dialog') private dialog!: PattoDialog;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }
  private async load(): Promise<void> {
    const [view, district] = await Promise.all([api.listReports(), desk.openDistrict()]);
    if (view.ok) {
      this.view = view.value;
      this.problem = '';
    } else this.problem = view.problem.title;
    if (district.ok) this.district = district.value;
  }
  private async more(): Promise<void> {
    const answer = await api.listReports(this.view?.next);
    if (answer.ok)
      this.view = { ...answer.value, items: [...(this.view?.items ?? []), ...answer.value.items] };
    else this.problem = answer.problem.title;
  }
  /** `detail`: what was made; none while a job goes on making it. */
  private async issued(event: CustomEvent<{ id: string; number: string } | undefined>): Promise<void> {
    this.made = event.detail;
    this.chosen = '';
    await this.load();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#made a')?.focus();
  }
  private moved(event: Event): void {
    const [part] = event.target instanceof JobRow ? event.target.job.parts : [];
    if (part?.of === 'report' && part.state === 'done' && part.act)
      this.made = { id: part.act, number: part.number ?? '' };
    void this.load();
  }
  private async seal(id: string): Promise<void> {
    this.busy = id;
    const answer = await desk.seal(id);
    this.busy = '';
    await this.load();
    if (!answer.ok && !this.isSealing(id)) this.problem = answer.problem.title;
  }

  private async withdraw(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason') ?? '').trim();
    const row = this.leaving;
    if (!row || !reason) return;
    const answer = await desk.withdraw(row.id, reason);
    this.dialog.hide();
    if (answer.ok) await this.load();
    else this.problem = answer.problem.title;
  }

  /** A seal that is being set, or could not be, has its own line. */
  private isSealing(id: string): boolean {
    return (
      this.view?.jobs.some(({ parts }) => parts.some(({ of, act }) => of === 'seal' && act === id)) ?? false
    );
  }

  private actions(row: api.ReportRow) {
    const say = reportWords(this.locale);
    const of = `${row.number}`;
    return html`<div class="cluster">
      <a
        class="button small"
        href=${desk.fileUrl(row.id)}
        target="_blank"
        rel="noopener"
        aria-label="${say.file} ${of}"
        >${say.file}</a
      >
      <a
        class="button small quiet"
        href=${desk.pageUrl(row.id)}
        target="_blank"
        rel="noopener"
        aria-label="${say.page} ${of}"
        >${say.page}</a
      >
      ${
        row.state === 'sealed'
          ? html`<a
              class="button small quiet"
              href=${desk.packageUrl(row.id)}
              download
              aria-label="${say.archive} ${of}"
              >${say.archive}</a
            >`
          : nothing
      }
      ${
        row.tables
          ? (['csv', 'xlsx'] as const).map(
              (as) =>
                html`<a
                  class="button small"
                  href=${api.tableUrl(row.id, as)}
                  download
                  aria-label="${as} ${of}"
                  >${as.toUpperCase()}</a
                >`,
            )
          : nothing
      }
      ${
        row.closes && row.state === 'issued' && !this.isSealing(row.id)
          ? html`<button
              class="small"
              ?disabled=${this.busy === row.id}
              @click=${() => this.seal(row.id)}
              aria-label="${say.seal} ${of}"
            >
              ${this.busy === row.id ? say.sealing : say.seal}
            </button>`
          : nothing
      }
      ${
        row.closes && ['issued', 'sealed'].includes(row.state)
          ? html`<button
              class="small quiet"
              @click=${() => {
                this.leaving = row;
                this.dialog.show();
              }}
              aria-label="${say.withdraw} ${of}"
            >
              ${say.withdraw}
            </button>`
          : nothing
      }
    </div>`;
  }

  private list() {
    const say = reportWords(this.locale);
    if (!this.view) return html`<p role="status">${say.loading}</p>`;
    const { items, kinds: known, next } = this.view;
    if (items.length === 0) return html`<p>${say.none}</p>`;
    const titleOf = (kind: string): string => known.find((one) => one.kind === kind)?.title ?? kind;
    return html`<table>
        <thead>
          <tr>
            <th scope="col">${say.number}</th>
            <th scope="col">${say.kind}</th>
            <th scope="col">${say.when}</th>
            <th scope="col">${say.state}</th>
            <th scope="col"><span class="hidden-text">${say.file}</span></th>
          </tr>
        </thead>
        <tbody>
          ${items.map(
            (row) =>
              html`<tr>
                <td class="numbers">
                  <a href="#/document/${row.id}" aria-label="${say.history} ${row.number}"
                    ><strong>${row.number}</strong></a
                  >
                </td>
                <td>${titleOf(row.kind)}<br /><span class="hint">${row.title}</span></td>
                <td class="numbers">${dayOf(row.issuedAt)}<br /><span class="hint">${row.by}</span></td>
                <td>
                  <span
                    class="badge ${row.state === 'sealed' ? 'good' : row.state === 'withdrawn' ? 'bad' : ''}"
                    >${say[`state_${row.state}`]}</span
                  >
                </td>
                <td>${this.actions(row)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${next ? html`<p><button class="small" @click=${this.more}>${say.more}</button></p>` : nothing}`;
  }

  override render() {
    const say = reportWords(this.locale);
    const offered = (this.view?.kinds ?? []).filter(
      ({ kind, issues }) => issues && Object.hasOwn(kinds, kind),
    );
    const chosen = offered.find(({ kind }) => kind === this.chosen);
    return html`<div class="stack" @patto-changed=${this.moved}>
      <h1>${say.title}</h1>
      <p class="hint">${say.intro}</p>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${
        this.made
          ? html`<p class="notice good" role="status" id="made">
              ${say.done}
              <a href=${desk.fileUrl(this.made.id)} target="_blank" rel="noopener">${this.made.number}</a>
            </p>`
          : nothing
      }
      ${
        this.view && offered.length === 0
          ? html`<p>${say.noneMayMake}</p>`
          : html`<section class="card" aria-labelledby="make">
              <h2 id="make">${say.make}</h2>
              <div class="cluster">
                ${offered.map(
                  ({ kind, title }) =>
                    html`<button
                      aria-pressed=${this.chosen === kind}
                      class=${this.chosen === kind ? 'primary' : ''}
                      @click=${() => {
                        this.made = undefined;
                        this.chosen = kind;
                      }}
                      data-kind=${kind}
                    >
                      ${title}
                    </button>`,
                )}
              </div>
            </section>`
      }
      ${
        chosen
          ? html`<section class="card">
              <patto-report-ask
                .kind=${chosen.kind}
                .heading=${chosen.title}
                .session=${this.session}
                .district=${this.district}
                .locale=${this.locale}
                @patto-issued=${this.issued}
                @patto-close=${() => (this.chosen = '')}
              ></patto-report-ask>
            </section>`
          : nothing
      }
      ${
        this.view?.jobs.length
          ? html`<section class="card" aria-labelledby="under-way">
              <h2 id="under-way">${say.underWay}</h2>
              ${this.view.jobs.map((job) => html`<patto-job .job=${job} .locale=${this.locale}></patto-job>`)}
            </section>`
          : nothing
      }
      <section class="card" aria-labelledby="issued">
        <h2 id="issued">${say.issued}</h2>
        ${this.list()}
      </section>
      <patto-dialog heading="${say.withdraw} ${this.leaving?.number ?? ''}" close-label=${say.cancel}>
        <form @submit=${this.withdraw}>
          <p>${say.withdrawText}</p>
          <div>
            <label for="reason">${say.reason}</label
            ><textarea id="reason" name="reason" required maxlength="1000"></textarea>
          </div>
        </form>
        <button slot="actions" @click=${() => this.dialog.hide()}>${say.cancel}</button>
        <button
          slot="actions"
          class="danger"
          @click=${() => this.renderRoot.querySelector<HTMLFormElement>('patto-dialog form')?.requestSubmit()}
        >
          ${say.withdraw}
        </button>
      </patto-dialog>
    </div>`;
  }
}
