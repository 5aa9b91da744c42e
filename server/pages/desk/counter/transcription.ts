// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import type {
  TranscribedItem,
  Transcription,
} from '../../../../templates/documents/transcription/content.ts';
import * as desk from '../api.ts';
import { JobRow } from '../documents/job.ts';
import * as api from '../reports/report-api.ts';
import { reportWords } from '../reports/report-words.ts';

/** What is copied by hand into a platform of others, value by value in its order. */
@customElement('patto-desk-transcription')
export class TranscriptionScreen extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      dl {
        margin: 0;
      }
      dl > div {
        display: grid;
        grid-template-columns: minmax(140px, 1fr) 2fr auto;
        gap: 4px 16px;
        align-items: center;
        padding-block: 6px;
        border-block-end: 1px solid var(--patto-line);
      }
      dl > div:last-child {
        border: 0;
      }
      dt {
        color: var(--patto-muted);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
        user-select: all;
      }
      dd.none {
        color: var(--patto-muted);
        user-select: auto;
      }
      h3 {
        margin-block: 16px 4px;
      }
      button.done {
        border-color: var(--patto-success);
        color: var(--patto-success);
      }
      @media (max-width: 640px) {
        dl > div {
          grid-template-columns: 1fr auto;
        }
        dt {
          grid-column: 1 / -1;
        }
      }
    `,
  ];
  @property({ attribute: 'case-id' }) caseId = '';
  @property() locale = 'it';
  @state() private all: Transcription | undefined;
  @state() private issues = false;
  @state() private problem = '';
  @state() private told = '';
  @state() private done: ReadonlySet<TranscribedItem> = new Set();
  @state() private busy = false;
  @state() private job: desk.Job | undefined;
  @state() private made: { readonly id: string; readonly number: string } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }
  private async load(): Promise<void> {
    const answer = await api.seeCaseReport<Transcription>(this.caseId, 'transcription');
    if (answer.ok) this.all = answer.value.content;
    this.issues = answer.ok && answer.value.issues;
    this.problem = answer.ok ? '' : answer.problem.title;
  }
  private async copy(item: TranscribedItem): Promise<void> {
    const say = reportWords(this.locale);
    try {
      await navigator.clipboard.writeText(item.text);
      this.told = `${say.copied} ${item.title}`;
      this.done = new Set([...this.done, item]);
    } catch {
      this.problem = say.notCopied;
    }
  }
  private async print(): Promise<void> {
    this.busy = true;
    const answer = await api.issueCaseReport(this.caseId, 'transcription');
    this.busy = false;
    this.problem = answer.ok ? '' : answer.problem.title;
    if (!answer.ok) return;
    if ('act' in answer.value) this.made = answer.value.act;
    else this.job = answer.value;
  }
  private moved(event: Event): void {
    if (!(event.target instanceof JobRow)) return;
    const [part] = event.target.job.parts;
    if (part?.state === 'done' && part.act) {
      this.made = { id: part.act, number: part.number ?? '' };
      this.job = undefined;
    }
  }

  private item(item: TranscribedItem) {
    const say = reportWords(this.locale);
    return html`<div>
      <dt>${item.title}</dt>
      <dd class=${item.text ? '' : 'none'}>${item.text || say.noAnswer}</dd>
      ${
        item.text
          ? html`<dd>
              <button
                class="small ${this.done.has(item) ? 'done' : ''}"
                @click=${() => this.copy(item)}
                aria-label="${say.copy}: ${item.title}"
              >
                ${this.done.has(item) ? html`<span aria-hidden="true">✓</span>` : nothing} ${say.copy}
              </button>
            </dd>`
          : nothing
      }
    </div>`;
  }

  override render() {
    const say = reportWords(this.locale);
    const { all } = this;
    return html`<div class="stack">
      <p><a href="#/case/${this.caseId}">← ${say.backToCase}</a></p>
      <div class="spread">
        <h1>${say.transcription}</h1>
        ${
          all && this.issues && all.groups.length > 0
            ? html`<button ?disabled=${this.busy} @click=${this.print} data-print>
                ${this.busy ? say.issuing : say.print}
              </button>`
            : nothing
        }
      </div>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${
        this.made
          ? html`<p class="notice good" role="status">
              ${say.done}
              <a href=${desk.fileUrl(this.made.id)} target="_blank" rel="noopener">${this.made.number}</a>
            </p>`
          : nothing
      }
      ${
        this.job
          ? html`<section class="card">
              <patto-job .job=${this.job} .locale=${this.locale} @patto-changed=${this.moved}></patto-job>
            </section>`
          : nothing
      }
      <p class="hidden-text" role="status">${this.told}</p>
      ${!all && !this.problem ? html`<p role="status">${say.loading}</p>` : nothing}
      ${
        all
          ? html`<p class="hint">${say.order.replace('{platform}', all.platform)} ${all.source}</p>
              ${all.groups.length === 0 ? html`<p>${say.nothingYet}</p>` : nothing}
              ${all.groups.map(
                (group) =>
                  html`<section class="card" aria-label=${group.title}>
                    <h2>${group.title}</h2>
                    ${group.rows.map(
                      ({ label, items }) =>
                        html`${label ? html`<h3>${label}</h3>` : nothing}
                          <dl>${items.map((item) => this.item(item))}</dl>`,
                    )}
                  </section>`,
              )}`
          : nothing
      }
    </div>`;
  }
}
