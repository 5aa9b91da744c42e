// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HttpProblem } from '../../../../runtime/elements/kit/http.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import * as api from '../api.ts';
import { minuteOf } from '../dates.ts';
import { jobWords, type JobWords } from '../documents/job-words.ts';
import '../documents/job.ts';

/** The same document for several cases at once, and what has been asked for. */
@customElement('patto-desk-series')
export class SeriesScreen extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      label.pick {
        display: flex;
        gap: 8px;
        align-items: center;
        min-height: 44px;
        margin: 0;
      }
      td:first-child {
        padding-block: 0;
      }
      td:not(:first-child) {
        vertical-align: middle;
      }
      #kind {
        max-width: 480px;
      }
      th {
        vertical-align: middle;
      }
      .narrow {
        display: none;
      }
      @media (max-width: 640px) {
        th:nth-child(n + 2),
        td:nth-child(n + 2) {
          display: none;
        }
        .narrow {
          display: block;
        }
      }
    `,
  ];
  @property() locale = 'it';
  @state() private shown: api.Printables | undefined;
  @state() private jobs: readonly api.Job[] = [];
  @state() private left: ReadonlySet<string> = new Set();
  @state() private problem: HttpProblem | undefined;
  @state() private busy = false;
  private kind = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }
  private async load(): Promise<void> {
    const [shown, jobs] = await Promise.all([api.listPrintables(this.kind), api.listJobs()]);
    if (shown.ok) {
      this.shown = shown.value;
      this.kind = shown.value.kind;
      this.problem = undefined;
    } else this.problem = shown.problem;
    if (jobs.ok) this.jobs = jobs.value.items.filter(({ batch, state }) => batch || state === 'failed');
  }
  private choose(event: Event): void {
    this.kind = (event.target as HTMLSelectElement).value;
    this.left = new Set();
    void this.load();
  }
  private get wanted(): readonly api.PrintableRow[] {
    return (this.shown?.items ?? []).filter((row) => !this.left.has(row.case));
  }
  private pick(row: api.PrintableRow, isWanted: boolean): void {
    const left = new Set(this.left);
    if (isWanted) left.delete(row.case);
    else left.add(row.case);
    this.left = left;
  }
  private pickAll(areWanted: boolean): void {
    this.left = new Set(areWanted ? [] : this.shown?.items.map((row) => row.case));
  }
  private async make(): Promise<void> {
    this.busy = true;
    const items = this.wanted.map((row) => ({ case: row.case, submission: row.submission, kind: this.kind }));
    const answer = await api.askForMany(items);
    this.busy = false;
    if (answer.ok) await this.load();
    else this.problem = answer.problem;
  }

  private table(say: JobWords, rows: readonly api.PrintableRow[]) {
    if (rows.length === 0) return html`<p>${say.none}</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${say.series}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <label class="pick"
                ><input
                  type="checkbox"
                  .checked=${this.left.size === 0}
                  .indeterminate=${this.left.size > 0 && this.wanted.length > 0}
                  @change=${(event: Event) => this.pickAll((event.target as HTMLInputElement).checked)}
                />${say.number}<span class="hidden-text">: ${say.all}</span></label
              >
            </th>
            <th scope="col">${say.name}</th>
            <th scope="col">${say.submitted}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                <td>
                  <label class="pick numbers"
                    ><input
                      type="checkbox"
                      .checked=${!this.left.has(row.case)}
                      @change=${(event: Event) => this.pick(row, (event.target as HTMLInputElement).checked)}
                    /><span>${row.number}<span class="narrow hint">${row.name}</span></span></label
                  >
                </td>
                <td>${row.name}</td>
                <td class="numbers">${minuteOf(row.submittedAt)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  override render() {
    const say = jobWords(this.locale);
    const trouble = this.problem
      ? html`<p class="notice bad" role="alert">${this.problem.title}</p>`
      : nothing;
    if (!this.shown) return this.problem ? trouble : html`<p role="status">${say.loading}</p>`;
    const { kinds, items } = this.shown;
    const many = this.wanted.length;
    return html`<div class="stack">
      <div>
        <h1>${say.series}</h1>
        <p class="hint">${say.seriesHint}</p>
      </div>
      ${trouble}
      <section class="card stack" aria-label=${say.kind}>
        ${
          kinds.length === 0
            ? html`<p>${say.noKind}</p>`
            : html`<div>
                  <label for="kind">${say.kind}</label>
                  <select id="kind" @change=${this.choose}>
                    ${kinds.map((one) => html`<option value=${one.kind} ?selected=${one.kind === this.kind}>${one.title}</option>`)}
                  </select>
                </div>
                ${this.table(say, items)}
                ${
                  items.length > 0
                    ? html`<div>
                        <button
                          class="primary"
                          id="make"
                          ?disabled=${this.busy || many === 0}
                          @click=${this.make}
                        >
                          ${say.make} ${many} ${many === 1 ? say.documentOne : say.documents}
                        </button>
                      </div>`
                    : nothing
                }`
        }
      </section>
      <section class="card" aria-labelledby="begun">
        <h2 id="begun">${say.begun}</h2>
        ${this.jobs.length === 0 ? html`<p class="hint">${say.noneBegun}</p>` : nothing}
        ${this.jobs.map(
          (job) =>
            html`<patto-job
              .job=${job}
              .locale=${this.locale}
              data-job=${job.id}
              @patto-changed=${() => this.load()}
            ></patto-job>`,
        )}
      </section>
    </div>`;
  }
}
