// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, forms, tokens } from '../../../../runtime/elements/kit/styles.ts';
import * as api from './agenda-api.ts';
import { agendaWords } from './agenda-words.ts';
import { dayOf, isoOf } from '../dates.ts';
import { listDeadlines, type DeadlineRow, type DeadlinesView } from './term-api.ts';

/** families called at once */
const most = 50;
const written = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** One summons repeated for other families, each at its hour. */
@customElement('patto-desk-summon')
export class SummonScreen extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    css`
      .ask {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(180px, 100%), 1fr));
        gap: 12px 20px;
        align-items: end;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        border-block-end: 1px solid var(--patto-line);
      }
      li:last-child {
        border: 0;
      }
      .pick {
        display: grid;
        grid-template-columns: 20px auto minmax(0, 1fr);
        overflow-wrap: anywhere;
        gap: 12px;
        align-items: center;
        min-height: 44px;
        padding-block: 6px;
        margin: 0;
        font-weight: 400;
      }
      .pick strong:empty {
        display: none;
      }
      .pick strong:empty + span {
        grid-column: span 2;
      }
      #told {
        outline: none;
      }
      #told li {
        padding-block: 8px;
      }
      #told p {
        margin-block: 12px 0;
      }
    `,
  ];
  @property({ attribute: 'case-id' }) caseId = '';
  @property({ attribute: 'appointment-id' }) appointmentId = '';
  @property({ attribute: false }) session: Session | undefined;
  @property() locale = 'it';
  @state() private model: api.Appointment | undefined;
  @state() private view: DeadlinesView | undefined;
  @state() private term = '';
  @state() private chosen: readonly string[] = [];
  @state() private day = '';
  @state() private first = '';
  @state() private step = '';
  @state() private problem = '';
  @state() private busy = false;
  @state() private called: readonly api.Called[] | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('appointmentId')) void this.load();
  }
  private async load(): Promise<void> {
    const answer = await api.readAppointments(this.caseId);
    const model = answer.ok ? answer.value.items.find(({ id }) => id === this.appointmentId) : undefined;
    this.problem = answer.ok ? '' : answer.problem.title;
    if (model) {
      const [hour = 0, minute = 0] = model.time.split(':').map(Number);
      this.model = model;
      const today = this.session?.today ?? '';
      this.day = dayOf(model.day < today ? today : model.day);
      this.first = written(hour * 60 + minute + model.minutes);
      this.step = String(model.minutes);
    }
    await this.families();
  }
  private async families(): Promise<void> {
    const answer = await listDeadlines(
      { mine: false, comune: '', term: this.term, span: 'all' },
      { limit: '500' },
    );
    if (answer.ok) this.view = answer.value;
    else this.problem = answer.problem.title;
  }
  /** One row for each case, the nearest term first. */
  private get rows(): readonly DeadlineRow[] {
    const seen = new Set([this.caseId]);
    return (this.view?.items ?? []).filter((row) => !seen.has(row.case) && seen.add(row.case));
  }
  private hourOf(id: string): string | undefined {
    const at = this.chosen.indexOf(id);
    const [, hour, minute] = /^(\d{1,2})[.:](\d{2})$/.exec(this.first) ?? [];
    const minutes = Number(hour) * 60 + Number(minute) + at * Number(this.step);
    return at < 0 || !Number.isInteger(minutes) || minutes < 0 || minutes >= 1440
      ? undefined
      : written(minutes);
  }
  private pick(id: string, isChosen: boolean): void {
    const others = this.chosen.filter((one) => one !== id);
    this.chosen = isChosen ? [...others, id].slice(0, most) : others;
  }
  private async call(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const say = agendaWords(this.locale);
    const day = isoOf(this.day);
    const items = this.chosen.flatMap((id) => {
      const time = this.hourOf(id);
      return day && time ? [{ case: id, day, time }] : [];
    });
    if (!day || items.length !== this.chosen.length) {
      this.problem = day ? say.timeWrong : say.dayWrong;
      return;
    }
    this.busy = true;
    const answer = await api.repeat(this.caseId, this.appointmentId, items);
    this.busy = false;
    this.problem = answer.ok ? '' : answer.problem.title;
    if (!answer.ok) return;
    this.called = answer.value.items;
    this.chosen = [];
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#told')?.focus();
  }

  private told(called: readonly api.Called[]) {
    const say = agendaWords(this.locale);
    return html`<section class="card" tabindex="-1" id="told" aria-labelledby="done">
      <h2 id="done">${say.done}</h2>
      <ul>
        ${called.map(
          (one) =>
            html`<li class="spread kept">
              <a class="numbers" href="#/case/${one.case}">${one.number}</a>
              ${
                one.appointment
                  ? html`<span class="badge good">${say.made}</span>`
                  : one.draft
                    ? html`<a class="button small" href="#/draft/${one.draft}">${say.toFinish}</a>`
                    : html`<span class="badge bad">${say.notMade}</span>`
              }
            </li>`,
        )}
      </ul>
      <p><a class="button" href="#/series">${say.letters}</a></p>
    </section>`;
  }

  override render() {
    const say = agendaWords(this.locale);
    const { model, view, rows } = this;
    const many = this.chosen.length;
    const value = (event: Event): string => (event.target as HTMLInputElement).value;
    return html`<div class="stack">
      <p><a href="#/case/${this.caseId}">← ${say.back}</a></p>
      <h1>${say.repeatTitle}</h1>
      <p class="hint">${say.repeatIntro}</p>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${this.called ? this.told(this.called) : nothing}
      ${
        model && !this.called
          ? html`<form class="card" @submit=${this.call}>
              <p>
                <strong>${say.model}:</strong>
                <span class="numbers"
                  >${dayOf(model.day)}, ${model.time.replace(/^0/, '').replace(':', '.')}</span
                >
                · ${model.place}
              </p>
              <div class="ask">
                <div>
                  <label for="day">${say.on}</label>
                  <input
                    id="day"
                    inputmode="numeric"
                    required
                    .value=${this.day}
                    @input=${(event: Event) => (this.day = value(event))}
                  />
                </div>
                <div>
                  <label for="first">${say.first}</label>
                  <input
                    id="first"
                    inputmode="numeric"
                    required
                    .value=${this.first.replace(':', '.')}
                    @input=${(event: Event) => (this.first = value(event))}
                  />
                </div>
                <div>
                  <label for="step">${say.step}</label>
                  <input
                    id="step"
                    inputmode="numeric"
                    required
                    pattern="[0-9]{1,3}"
                    .value=${this.step}
                    @input=${(event: Event) => (this.step = value(event))}
                  />
                </div>
                <div>
                  <label for="term">${say.term}</label>
                  <select
                    id="term"
                    @change=${(event: Event) => {
                      this.term = value(event);
                      void this.families();
                    }}
                  >
                    <option value="">${say.every}</option>
                    ${view?.terms.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
                  </select>
                </div>
              </div>
              <fieldset>
                <legend>${say.choose}</legend>
                ${view && rows.length === 0 ? html`<p class="hint">${say.noneToCall}</p>` : nothing}
                <ul>
                  ${rows.map(
                    (row) =>
                      html`<li>
                        <label class="pick"
                          ><input
                            type="checkbox"
                            .checked=${this.chosen.includes(row.case)}
                            @change=${(event: Event) => this.pick(row.case, (event.target as HTMLInputElement).checked)}
                            data-pick=${row.case}
                          /><strong class="numbers"
                            >${(this.hourOf(row.case) ?? '').replace(':', '.')}</strong
                          >
                          <span
                            ><span class="numbers">${row.number}</span> ${row.name}
                            <span class="hint">· ${row.term.title}, ${dayOf(row.term.due)}</span></span
                          ></label
                        >
                      </li>`,
                  )}
                </ul>
              </fieldset>
              <div>
                <button class="primary" ?disabled=${this.busy || many === 0} data-call>
                  ${this.busy ? say.calling : `${say.call} ${many} ${many === 1 ? say.family : say.families}`}
                </button>
              </div>
            </form>`
          : this.problem || this.called
            ? nothing
            : html`<p role="status">${say.loading}</p>`
      }
    </div>`;
  }
}
