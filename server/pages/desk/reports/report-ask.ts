// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, forms, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { stacked } from '../../look.ts';
import type { DistrictView } from '../api.ts';
import { dayOf, isoOf } from '../dates.ts';
import * as api from './report-api.ts';
import { isEmpty, kinds } from './report-seen.ts';
import { reportWords } from './report-words.ts';

/** One document of the district being prepared: what it asks, what it would say, issuing it. */
@customElement('patto-report-ask')
export class ReportAsk extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    css`
      form {
        max-width: 640px;
      }
      .period {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 12px;
      }
      .figures {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(230px, calc(50% - 6px)), 1fr));
        gap: 12px;
        margin: 16px 0;
      }
      .figures > div {
        min-width: 0;
        border: 1px solid var(--patto-line);
        border-radius: var(--patto-radius);
        padding: 10px 14px;
      }
      .beside {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        gap: 8px 32px;
        align-items: start;
      }
      .chart {
        display: grid;
        gap: 10px;
        font-size: 15px;
      }
      .chart svg {
        display: block;
        width: 100%;
        height: 14px;
      }
      .chart rect {
        fill: var(--patto-primary-soft);
      }
      .chart .told {
        fill: var(--patto-primary);
      }
      @media (max-width: 800px) {
        .beside {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      .figures dt {
        color: var(--patto-muted);
        font-size: 15px;
      }
      .figures dd {
        margin: 0;
        font-size: 21px;
        font-weight: 700;
        font-variant-numeric: tabular-nums;
      }
      .figures .badge {
        font-size: 13px;
      }
      h3 {
        margin-block-start: 20px;
      }
      .counted td {
        white-space: nowrap;
      }
      .counted td,
      .counted thead th:not(:first-child) {
        text-align: end;
      }
      .counted tbody th {
        color: inherit;
      }
      .counted tr:last-child > * {
        font-weight: 700;
      }
      .last {
        margin-block-start: 20px;
      }
      #seen {
        outline: none;
        margin-block-start: 20px;
      }
    `,
    stacked,
  ];
  @property() kind = '';
  @property() heading = '';
  @property({ attribute: false }) session: Session | undefined;
  @property({ attribute: false }) district: DistrictView | undefined;
  @property() locale = 'it';
  @state() private seen: api.Seen | undefined;
  @state() private problem = '';
  @state() private busy: '' | 'see' | 'issue' = '';
  private asked: api.Asked | undefined;

  /** Another kind begins with an empty sheet. */
  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('kind')) return;
    this.seen = undefined;
    this.problem = '';
  }

  private get comuni() {
    const own = this.session?.account.comuni ?? [];
    return (this.district?.comuni ?? []).filter(({ id }) => own.length === 0 || own.includes(id));
  }

  /** What the form asks for; undefined, with a sentence, where something is missing. */
  private read(form: HTMLFormElement): api.Asked | undefined {
    const say = reportWords(this.locale);
    const data = new FormData(form);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const asks = kinds[this.kind]?.asks ?? [];
    const [from, to] = [isoOf(text('from')), isoOf(text('to'))];
    if (asks.includes('period') && (!from || !to || from > to)) {
      this.problem = say.dateWrong;
      return undefined;
    }
    if (asks.includes('purpose') && text('purpose').length < 3) {
      this.problem = say.purposeMissing;
      return undefined;
    }
    return {
      kind: this.kind,
      ...(text('comune') ? { comuni: [text('comune')] } : {}),
      ...(asks.includes('period') ? { from, to } : {}),
      ...(data.get('again') === null ? {} : { again: true }),
      ...(asks.includes('purpose') ? { purpose: text('purpose') } : {}),
      ...(text('critical') ? { critical: text('critical') } : {}),
    };
  }
  private async see(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const asked = this.read(event.target as HTMLFormElement);
    if (!asked) return;
    this.busy = 'see';
    const answer = await api.seeReport(asked);
    this.busy = '';
    this.problem = answer.ok ? '' : answer.problem.title;
    this.asked = answer.ok ? asked : undefined;
    this.seen = answer.ok ? answer.value : undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#seen')?.focus();
  }
  private async issue(): Promise<void> {
    const form = this.renderRoot.querySelector('form');
    const asked = form && this.read(form);
    if (!asked) return;
    this.busy = 'issue';
    const answer = await api.issueReport(asked);
    this.busy = '';
    this.problem = answer.ok ? '' : answer.problem.title;
    const options = { bubbles: true, composed: true };
    // What could not be made stands among the jobs, to be begun again.
    if (!answer.ok) this.dispatchEvent(new CustomEvent('patto-changed', options));
    else {
      const detail = 'act' in answer.value ? answer.value.act : undefined;
      this.dispatchEvent(new CustomEvent('patto-issued', { detail, ...options }));
    }
  }

  private form() {
    const say = reportWords(this.locale);
    const asks = kinds[this.kind]?.asks ?? [];
    const today = this.session?.today ?? '';
    const date = (name: 'from' | 'to', value: string) =>
      html`<div>
        <label for=${name}>${say[name]}</label>
        <input
          id=${name}
          name=${name}
          inputmode="numeric"
          required
          placeholder=${say.dateHint}
          value=${value ? dayOf(value) : ''}
        />
      </div>`;
    return html`<form novalidate @submit=${this.see}>
      <div>
        <label for="comune">${say.where}</label>
        <select id="comune" name="comune">
          ${this.session?.account.comuni.length ? nothing : html`<option value="">${say.everywhere}</option>`}
          ${this.comuni.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
        </select>
      </div>
      ${
        asks.includes('period')
          ? html`<fieldset class="period">
              <legend>${say[`period.${this.kind}` as 'period.progress']}</legend>
              ${date('from', today ? `${today.slice(0, 4)}-01-01` : '')} ${date('to', today)}
            </fieldset>`
          : nothing
      }
      ${asks.includes('again') ? html`<label class="tick"><input type="checkbox" name="again" /> ${say.again}</label>` : nothing}
      ${
        asks.includes('purpose')
          ? html`<div>
              <label for="purpose">${say.purpose}</label>
              <input id="purpose" name="purpose" required maxlength="500" aria-describedby="purpose-hint" />
              <p class="hint" id="purpose-hint">${say.purposeHint}</p>
            </div>`
          : nothing
      }
      ${
        asks.includes('critical')
          ? html`<div>
              <label for="critical">${say.critical}</label
              ><textarea id="critical" name="critical" maxlength="2000"></textarea>
            </div>`
          : nothing
      }
      <div class="cluster">
        <button class="primary" ?disabled=${this.busy !== ''}>
          ${this.busy === 'see' ? say.seeing : say.see}
        </button>
        <button type="button" class="quiet" @click=${() => this.dispatchEvent(new Event('patto-close'))}>
          ${say.close}
        </button>
      </div>
    </form>`;
  }

  override render() {
    const say = reportWords(this.locale);
    const draw = kinds[this.kind]?.draw as
      | ((content: unknown, say: unknown, language: string) => unknown)
      | undefined;
    return html`<h2>${this.heading}</h2>
      ${this.form()} ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${
        this.seen
          ? html`<section id="seen" tabindex="-1" aria-label=${this.heading}>
              ${draw?.(this.seen.content, say, this.locale.startsWith('en') ? 'en' : 'it')}
              <p class="cluster last">
                <button
                  class="primary"
                  ?disabled=${this.busy !== '' || isEmpty(this.seen.content)}
                  @click=${this.issue}
                  data-issue
                >
                  ${this.busy === 'issue' ? say.issuing : say.issue}
                </button>
              </p>
            </section>`
          : nothing
      }`;
  }
}
