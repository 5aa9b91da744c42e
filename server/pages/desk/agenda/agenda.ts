// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import * as api from './agenda-api.ts';
import { agendaWords } from './agenda-words.ts';
import { dayOf, isoOf } from '../dates.ts';
import './feeds.ts';

const day = 86_400_000;
const later = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
/** The Monday of the week. */
const mondayOf = (iso: string): string => later(iso, -((new Date(`${iso}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Appointments of a week, day by day. */
@customElement('patto-desk-agenda')
export class AgendaScreen extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      .ask {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
        gap: 12px 20px;
        align-items: end;
      }
      form {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 8px;
        align-items: end;
      }
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      h2 {
        font-size: 17px;
        margin: 0;
      }
      .day h2::first-letter {
        text-transform: uppercase;
      }
      .today h2::after {
        content: ' •';
        color: var(--patto-primary);
      }
      .day {
        display: grid;
        grid-template-columns: 190px minmax(0, 1fr);
        gap: 4px 16px;
        padding-block: 12px;
        border-block-end: 1px solid var(--patto-line);
      }
      .day:last-child {
        border: 0;
      }
      .one {
        display: grid;
        grid-template-columns: 64px minmax(0, 1fr);
        gap: 2px 12px;
        padding-block: 8px;
      }
      .name {
        display: inline-block;
      }
      .one strong {
        font-size: 18px;
      }
      @media (max-width: 640px) {
        .day {
          grid-template-columns: minmax(0, 1fr);
        }
        .day.empty {
          display: none;
        }
        .turn {
          flex-wrap: nowrap;
          gap: 6px;
        }
        .turn button {
          padding-inline: 8px;
          font-size: 14px;
        }
      }
      @media print {
        .ask,
        .screen {
          display: none;
        }
      }
    `,
  ];
  @property({ attribute: false }) session: Session | undefined;
  @property() locale = 'it';
  @state() private from = '';
  @state() private view: api.AgendaView | undefined;
  @state() private problem = '';
  @state() private operator = '';
  @state() private office = '';
  private asked = 0;

  override willUpdate(): void {
    if (this.from === '' && this.session) {
      this.from = mondayOf(this.session.today);
      void this.load();
    }
  }
  private async load(): Promise<void> {
    const turn = ++this.asked;
    const answer = await api.readAgenda({
      from: this.from,
      days: 7,
      with: this.operator,
      office: this.office,
    });
    if (turn !== this.asked) return;
    this.problem = answer.ok ? '' : answer.problem.title;
    if (answer.ok) this.view = answer.value;
  }
  private move(from: string): void {
    this.from = mondayOf(from);
    void this.load();
  }
  private goTo(event: SubmitEvent): void {
    event.preventDefault();
    const iso = isoOf(String(new FormData(event.target as HTMLFormElement).get('day') ?? ''));
    if (iso) this.move(iso);
    else this.problem = agendaWords(this.locale).dayWrong;
  }

  private one(row: api.AgendaRow) {
    const say = agendaWords(this.locale);
    const { view } = this;
    const operator = view?.operators.find(({ id }) => id === row.with)?.name ?? row.with;
    const office = view?.offices.find(({ id }) => id === row.office)?.name;
    const place = office ?? row.where ?? '';
    const past = row.day < (this.session?.today ?? '');
    return html`<li class="one" data-appointment=${row.id}>
      <strong class="numbers">${row.time.replace(/^0/, '').replace(':', '.')}</strong>
      <div>
        <a class="numbers" href="#/case/${row.case}">${row.number}</a> <span class="name">${row.name}</span>
        <div class="hint">
          ${[operator, place, `${row.minutes} ${say.minutes}`].filter(Boolean).join(' · ')}
        </div>
        ${
          row.outcome
            ? html`<span class="badge ${row.outcome.badge}">${row.outcome.title}</span>`
            : row.met
              ? html`<span class="badge good">${say.met}</span>`
              : past
                ? html`<span class="badge warn">${say.toRegister}</span>`
                : nothing
        }
        ${row.overlaps ? html`<span class="badge warn" title=${say.overlapsLong}>${say.overlaps}</span>` : nothing}
      </div>
    </li>`;
  }

  private days() {
    const say = agendaWords(this.locale);
    const { view } = this;
    if (!view) return this.problem ? nothing : html`<p role="status">${say.loading}</p>`;
    const name = new Intl.DateTimeFormat(this.locale.startsWith('en') ? 'en-GB' : 'it-IT', {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    });
    return html`${view.items.length === 0 ? html`<p role="status">${say.none}</p>` : nothing}
    ${Array.from({ length: 7 }, (_, at) => later(this.from, at)).map((iso) => {
      const rows = view.items.filter((row) => row.day === iso);
      const isToday = iso === this.session?.today;
      return html`<section
        class="day ${rows.length ? '' : 'empty'} ${isToday ? 'today' : ''}"
        data-day=${iso}
      >
        <h2>${name.format(Date.parse(`${iso}T00:00:00Z`))}</h2>
        ${
          rows.length
            ? html`<ol>
                ${rows.map((row) => this.one(row))}
              </ol>`
            : html`<p class="hint">${say.free}</p>`
        }
      </section>`;
    })}`;
  }

  override render() {
    const say = agendaWords(this.locale);
    const { view } = this;
    const chosen = (event: Event): string => (event.target as HTMLSelectElement).value;
    return html`<div class="stack">
      <div class="spread">
        <h1>${say.title}</h1>
        <patto-desk-feeds class="screen" .locale=${this.locale}></patto-desk-feeds>
      </div>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      <div class="spread">
        <h2 aria-live="polite">${say.week} ${dayOf(this.from || '0000-00-00')}</h2>
        <div class="cluster turn screen">
          <button class="small" @click=${() => this.move(later(this.from, -7))} data-earlier>
            ← ${say.earlier}
          </button>
          <button class="small" @click=${() => this.move(this.session?.today ?? this.from)}>
            ${say.today}
          </button>
          <button class="small" @click=${() => this.move(later(this.from, 7))} data-later>
            ${say.later} →
          </button>
        </div>
      </div>
      <div class="ask">
        <div>
          <label for="operator">${say.operator}</label>
          <select
            id="operator"
            @change=${(event: Event) => {
              this.operator = chosen(event);
              void this.load();
            }}
          >
            <option value="">${say.every}</option>
            ${view?.operators.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.operator}>${name}</option>`)}
          </select>
        </div>
        <div>
          <label for="office">${say.office}</label>
          <select
            id="office"
            @change=${(event: Event) => {
              this.office = chosen(event);
              void this.load();
            }}
          >
            <option value="">${say.everyOffice}</option>
            ${view?.offices.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
          </select>
        </div>
        <form @submit=${this.goTo}>
          <div>
            <label for="day">${say.day}</label>
            <input id="day" name="day" inputmode="numeric" autocomplete="off" />
          </div>
          <button>${say.go}</button>
        </form>
      </div>
      <section class="card" aria-label=${say.title}>${this.days()}</section>
    </div>`;
  }
}
