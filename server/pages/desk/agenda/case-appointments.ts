// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../../../runtime/elements/kit/dialog.ts';
import type { PattoDialog } from '../../../../runtime/elements/kit/dialog.ts';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, forms, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { entries } from '../../look.ts';
import * as api from './agenda-api.ts';
import { agendaWords } from './agenda-words.ts';
import { startDraft, type CaseView } from '../api.ts';
import { dayOf, isoOf } from '../dates.ts';

const registers: readonly string[] = [
  'meeting-registrar',
  'front-office',
  'back-office',
  'coordinator',
  'case-manager',
  'family-worker',
];
type What = 'outcome' | 'delivered' | 'with';
/** places of one text message */
const longest = 160;

/** The appointments of a case: made with a summons, delivered, held or not. */
@customElement('patto-case-appointments')
export class CaseAppointments extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    entries,
    css`
      :host {
        display: block;
      }
      .when {
        font-size: 18px;
        font-weight: 700;
      }
      .cluster {
        margin-block-start: 8px;
      }
      .message {
        overflow-wrap: anywhere;
        user-select: all;
        margin: 0;
      }
    `,
  ];
  @property({ attribute: 'case-id' }) caseId = '';
  @property({ attribute: false }) session: Session | undefined;
  @property({ attribute: false }) kase: CaseView | undefined;
  @property({ attribute: false }) reason: string | undefined;
  @property() locale = 'it';
  @state() private view: api.AppointmentsView | undefined;
  @state() private problem = '';
  @state() private wrong = '';
  @state() private told = '';
  @state() private chosen: api.Appointment | undefined;
  @state() private what: What = 'outcome';
  @state() private code = '';
  @query('patto-dialog') private dialog!: PattoDialog;

  override willUpdate(changed: Map<string, unknown>): void {
    // read again whenever the case was: a form of it may have made an appointment
    if (changed.has('caseId') || changed.has('kase')) void this.load();
  }
  private async load(): Promise<void> {
    const answer = await api.readAppointments(this.caseId, this.reason);
    this.problem = answer.ok ? '' : answer.problem.title;
    if (answer.ok) this.view = answer.value;
  }
  private async start(definition: string): Promise<void> {
    const answer = await startDraft(this.caseId, definition);
    if (answer.ok) location.hash = `#/draft/${answer.value.id}`;
    else this.problem = answer.problem.title;
  }
  private open(one: api.Appointment, what: What): void {
    this.chosen = one;
    this.what = what;
    this.code = '';
    this.wrong = '';
    this.renderRoot.querySelector('form')?.reset();
    void this.dialog.show();
  }
  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { chosen } = this;
    if (!chosen) return;
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const note = text('note') ? { note: text('note') } : {};
    const code = text('code');
    let body: api.Registered;
    if (this.what === 'with') body = { with: text('with') };
    else if (this.what === 'outcome')
      body = { outcome: { code, ...(text('reason') ? { reason: text('reason') } : {}), ...note } };
    else {
      const date = isoOf(text('date'));
      if (!date) {
        this.wrong = agendaWords(this.locale).dayWrong;
        return;
      }
      body = { delivered: { code, date, ...note } };
    }
    await this.register(chosen, body);
  }
  private async register(one: api.Appointment, body: api.Registered): Promise<void> {
    const answer = await api.register(this.caseId, one, body);
    if (!answer.ok) {
      // A colleague was first: what they wrote is shown, and what was typed stays to be sent again or not.
      if (answer.problem.code === 'conflict') {
        await this.load();
        this.chosen = this.view?.items.find(({ id }) => id === one.id) ?? one;
      }
      this.wrong = answer.problem.title;
      if (!this.dialog.shown) this.problem = answer.problem.title;
      return;
    }
    this.dialog.hide();
    await this.load();
    this.dispatchEvent(new CustomEvent('patto-changed', { bubbles: true, composed: true }));
  }
  private async copy(text: string): Promise<void> {
    const say = agendaWords(this.locale);
    try {
      await navigator.clipboard.writeText(text);
      this.told = say.copied;
    } catch {
      this.told = say.notCopied;
    }
  }

  private get writes(): boolean {
    const own = this.session?.account.roles ?? [];
    return (this.view?.writes ?? false) && own.some((role) => registers.includes(role));
  }
  private badge(one: api.Appointment) {
    const say = agendaWords(this.locale);
    const row = this.view?.outcomes.find(({ id }) => id === one.outcome?.code);
    if (row) return html`<span class="badge ${row.badge ?? ''}">${row.title}</span>`;
    if (one.met) return html`<span class="badge good">${say.met}</span>`;
    return one.day < (this.session?.today ?? '')
      ? html`<span class="badge warn">${say.toRegister}</span>`
      : html`<span class="badge">${say.planned}</span>`;
  }
  private delivery(one: api.Appointment) {
    const say = agendaWords(this.locale);
    const row = this.view?.deliveries.find(({ id }) => id === one.delivered?.code);
    if (!one.delivered)
      return one.delivery ? html`<div class="hint">${say.delivery}: ${one.delivery}</div>` : nothing;
    return html`<div class="hint">
      ${say.delivery}: ${one.delivery ? `${one.delivery} · ` : nothing}<strong
        >${row?.title ?? one.delivered.code}, ${dayOf(one.delivered.date)}</strong
      >${row?.failed ? html` <span class="badge bad">${say.notDelivered}</span>` : nothing}
    </div>`;
  }
  private message({ message }: api.Appointment) {
    if (!message) return nothing;
    const say = agendaWords(this.locale);
    const fits = message.length <= longest;
    return html`<details>
      <summary>${say.message}</summary>
      <p class="message">${message.text}</p>
      <div class="cluster">
        <button class="small" @click=${() => this.copy(message.text)}>${say.copy}</button>
        <span class="badge ${fits ? '' : 'bad'}"
          >${message.length} ${say.places} ${longest}${fits ? nothing : html` · ${say.tooLong}`}</span
        >
      </div>
    </details>`;
  }

  private one(one: api.Appointment) {
    const say = agendaWords(this.locale);
    const staff = this.kase?.staff ?? [];
    const operator = staff.find(({ id }) => id === one.with)?.name ?? one.with;
    const of = `${dayOf(one.day)}, ${say.at} ${one.time}`;
    const reason = this.view?.outcomes
      .find(({ id }) => id === one.outcome?.code)
      ?.reasons?.find(({ id }) => id === one.outcome?.reason)?.title;
    return html`<li data-appointment=${one.id}>
      <div>
        <span class="when numbers"
          >${dayOf(one.day)}, ${say.at} ${one.time.replace(/^0/, '').replace(':', '.')}</span
        >
        ${this.badge(one)}
        ${one.overlaps ? html`<span class="badge warn" title=${say.overlapsLong}>${say.overlaps}</span>` : nothing}
      </div>
      <div>${one.place} · ${say.with} ${operator}</div>
      ${one.people ? html`<div class="hint">${say.who}: ${one.people}</div>` : nothing} ${this.delivery(one)}
      ${reason || one.outcome?.note ? html`<div class="hint">${[reason, one.outcome?.note].filter(Boolean).join(' · ')}</div>` : nothing}
      ${this.message(one)}
      <div class="cluster">
        ${
          this.writes
            ? html`<button
                  class="small"
                  @click=${() => this.open(one, 'outcome')}
                  aria-label="${one.outcome ? say.changeOutcome : say.registerOutcome}: ${of}"
                  data-outcome
                >
                  ${one.outcome ? say.changeOutcome : say.registerOutcome}
                </button>
                <button
                  class="small"
                  @click=${() => this.open(one, 'delivered')}
                  aria-label="${say.registerDelivery}: ${of}"
                  data-delivery
                >
                  ${say.registerDelivery}
                </button>
                <button
                  class="small quiet"
                  @click=${() => this.open(one, 'with')}
                  aria-label="${say.give}: ${of}"
                  data-with
                >
                  ${say.give}
                </button>`
            : nothing
        }
        ${
          this.writes
            ? html`<a
                class="button small quiet"
                href="#/summon/${this.caseId}/${one.id}"
                aria-label="${say.repeat}: ${of}"
                data-repeat
                >${say.repeat}</a
              >`
            : nothing
        }
        <a
          class="button small quiet"
          href=${api.calendarUrl(this.caseId, one.id)}
          download
          aria-label="${say.file}: ${of}"
          >${say.file}</a
        >
      </div>
    </li>`;
  }

  private asking() {
    const say = agendaWords(this.locale);
    const { chosen } = this;
    const today = this.session?.today ?? '';
    if (this.what === 'with')
      return html`<form id="register" @submit=${this.save}>
        <div>
          <label for="with">${say.give}</label>
          <select id="with" name="with">
            ${(this.kase?.staff ?? []).map(({ id, name, profile }) => html`<option value=${id} ?selected=${id === chosen?.with}>${name} · ${profile}</option>`)}
          </select>
        </div>
        ${this.wrong ? html`<p class="notice bad" role="alert">${this.wrong}</p>` : nothing}
      </form>`;
    const isOutcome = this.what === 'outcome';
    const all = (isOutcome ? this.view?.outcomes : this.view?.deliveries) ?? [];
    const offered = all.filter(({ past }) => !past || (chosen?.day ?? '') <= today);
    const row = offered.find(({ id }) => id === this.code);
    return html`<form id="register" @submit=${this.save}>
      <fieldset>
        <legend>${isOutcome ? say.outcome : say.how}</legend>
        ${offered.map(
          ({ id, title }) =>
            html`<label
              ><input
                type="radio"
                name="code"
                required
                .value=${id}
                .checked=${this.code === id}
                @change=${() => (this.code = id)}
              />${title}</label
            >`,
        )}
      </fieldset>
      ${
        row?.reasons
          ? html`<div>
              <label for="reason">${say.reason}</label>
              <select id="reason" name="reason" required>
                <option value=""></option>
                ${row.reasons.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
              </select>
            </div>`
          : nothing
      }
      ${row?.badge === 'bad' ? html`<p class="notice warn">${say.absent}</p>` : nothing}
      ${
        isOutcome
          ? nothing
          : html`<div>
              <label for="date">${say.on}</label>
              <input
                id="date"
                name="date"
                inputmode="numeric"
                autocomplete="off"
                required
                .value=${dayOf(today || '0000-00-00')}
              />
            </div>`
      }
      <div>
        <label for="note">${say.note}</label>
        <input id="note" name="note" maxlength="1000" />
      </div>
      ${this.wrong ? html`<p class="notice bad" role="alert">${this.wrong}</p>` : nothing}
    </form>`;
  }

  override render() {
    const say = agendaWords(this.locale);
    const { view } = this;
    return html`<section class="card" aria-labelledby="appointments">
      <div class="spread">
        <h2 id="appointments">${say.section}</h2>
        ${
          this.writes
            ? view?.definitions.map(
                ({ id, title }) =>
                  html`<button
                    class="small"
                    @click=${() => this.start(id)}
                    aria-label="${say.new}: ${title}"
                    data-new
                  >
                    ${say.new}
                  </button>`,
              )
            : nothing
        }
      </div>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      <p class="hidden-text" role="status">${this.told}</p>
      ${!view && !this.problem ? html`<p role="status">${say.loading}</p>` : nothing}
      ${view?.items.length === 0 ? html`<p class="hint">${say.noneHere} ${this.writes && view.definitions.length > 0 ? say.howMade : nothing}</p>` : nothing}
      <ul>
        ${view?.items.map((one) => this.one(one))}
      </ul>
      <patto-dialog
        heading=${this.what === 'with' ? say.give : this.what === 'outcome' ? say.registerOutcome : say.registerDelivery}
        close-label=${say.cancel}
      >
        ${this.asking()}
        <button slot="actions" @click=${() => this.dialog.hide()}>${say.cancel}</button>
        <button
          slot="actions"
          class="primary"
          @click=${() => this.renderRoot.querySelector<HTMLFormElement>('#register')?.requestSubmit()}
        >
          ${say.save}
        </button>
      </patto-dialog>
    </section>`;
  }
}
