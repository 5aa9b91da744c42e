// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { stacked, tallies } from '../../look.ts';
import { ownDistrict, type DistrictView } from '../api.ts';
import * as api from './counter-api.ts';
import { counterWords } from './counter-words.ts';
import { dayOf } from '../dates.ts';

const tabs = ['open', 'check', 'upload', 'close', 'late', 'all'] as const;

/** The registry of requests. */
@customElement('patto-desk-requests')
export class DeskRequests extends LitElement {
  static override styles = [
    tokens,
    controls,
    tallies,
    css`
      .tallies {
        margin-block-end: 16px;
      }
      .search {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(180px, 100%), 1fr));
        gap: 12px 16px;
        align-items: end;
        margin-block-end: 12px;
      }
      .search button {
        justify-self: start;
      }
      td a {
        font-weight: 600;
      }
    `,
    stacked,
  ];
  @property({ attribute: false }) session: Session | undefined;
  @property() locale = 'it';
  @state() private view: api.RegistryView | undefined;
  @state() private district: DistrictView | undefined;
  @state() private problem = '';
  @state() private asked: { what: string; q: string; state: string; comune: string } = {
    what: 'open',
    q: '',
    state: '',
    comune: '',
  };
  private turn = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
    void ownDistrict().then((district) => (this.district = district));
  }
  private async load(cursor?: string): Promise<void> {
    const turn = ++this.turn;
    const answer = await api.listRegistry({ ...this.asked, ...(cursor ? { cursor } : {}) });
    if (turn !== this.turn) return;
    this.problem = answer.ok ? '' : answer.problem.title;
    if (!answer.ok) return;
    const items = cursor ? [...(this.view?.items ?? []), ...answer.value.items] : answer.value.items;
    this.view = { ...answer.value, items };
  }
  private choose(more: Partial<typeof this.asked>): void {
    this.asked = { ...this.asked, ...more };
    void this.load();
  }
  private comune(id: string): string {
    return this.district?.comuni.find((one) => one.id === id)?.name ?? id;
  }
  private get comuni(): readonly { readonly id: string; readonly name: string }[] {
    const own = this.session?.account.comuni ?? [];
    return (this.district?.comuni ?? []).filter(({ id }) => own.length === 0 || own.includes(id));
  }

  private row(row: api.RegistryRow) {
    const say = counterWords(this.locale);
    const { uploaded } = row;
    return html`<tr>
      <td class="numbers"><a href="#/request/${row.id}">${row.number}</a></td>
      <td>
        ${row.name || nothing}${row.name ? html`<br />` : nothing}<span class="hint"
          >${row.title}, ${say[`channel_${row.channel}`]}</span
        >
      </td>
      <td>${this.comune(row.comune)}</td>
      <td class="numbers">${dayOf(row.at)}</td>
      <td>
        <span class="badge">${row.stateTitle}</span>
        ${
          uploaded
            ? html`<br /><span class="hint"
                  >${say.uploaded} ${Object.values(uploaded.facts).join(', ')}</span
                >`
            : nothing
        }
      </td>
      <td class="numbers">
        ${
          row.due
            ? html`${dayOf(row.due)}
                ${row.late ? html`<span class="badge bad">${say.late}</span>` : nothing}<br /><span
                  class="hint"
                  >${row.dueTitle}</span
                >`
            : nothing
        }
      </td>
    </tr>`;
  }

  private table(view: api.RegistryView) {
    const say = counterWords(this.locale);
    if (view.items.length === 0) return html`<p>${say.noRequests}</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${say.requests}>
        <table>
          <thead>
            <tr>
              <th scope="col">${say.number}</th>
              <th scope="col">${say.who}</th>
              <th scope="col">${say.comune}</th>
              <th scope="col">${say.day}</th>
              <th scope="col">${say.state}</th>
              <th scope="col">${say.due}</th>
            </tr>
          </thead>
          <tbody>
            ${view.items.map((row) => this.row(row))}
          </tbody>
        </table>
      </div>
      <div class="spread">
        <p class="hint">${view.total} ${view.total === 1 ? say.oneRequest : say.manyRequests}</p>
        ${view.next ? html`<button class="small" @click=${() => this.load(view.next)}>${say.more}</button>` : nothing}
      </div>`;
  }

  override render() {
    const say = counterWords(this.locale);
    const { view } = this;
    const chosen = (event: Event): string => (event.target as HTMLSelectElement).value;
    return html`<div class="stack">
      <h1>${say.requests}</h1>
      <p class="hint">${say.requestsHint}</p>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      <section class="card">
        <div class="tallies">
          ${tabs.map(
            (what) =>
              html`<button
                data-what=${what}
                class=${what === 'late' && (view?.counts['late'] ?? 0) > 0 ? 'bad' : nothing}
                aria-pressed=${this.asked.what === what}
                @click=${() => this.choose({ what })}
              >
                <strong class="numbers">${view?.counts[what] ?? '…'}</strong> ${say[`tab_${what}`]}
              </button>`,
          )}
        </div>
        <form
          class="search"
          role="search"
          @submit=${(event: SubmitEvent) => {
            event.preventDefault();
            const q = String(new FormData(event.target as HTMLFormElement).get('q')).trim();
            this.choose({ q, ...(q === '' ? {} : { what: 'all' }) });
          }}
        >
          <div><label for="q">${say.searchRequest}</label><input id="q" name="q" type="search" /></div>
          <div>
            <label for="state">${say.state}</label>
            <select
              id="state"
              @change=${(event: Event) => this.choose({ state: chosen(event), what: 'all' })}
            >
              <option value="">${say.every}</option>
              ${view?.states.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
            </select>
          </div>
          ${
            this.comuni.length > 1
              ? html`<div>
                  <label for="comune">${say.comune}</label>
                  <select id="comune" @change=${(event: Event) => this.choose({ comune: chosen(event) })}>
                    <option value="">${say.every}</option>
                    ${this.comuni.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
                  </select>
                </div>`
              : nothing
          }
          <button>${say.find}</button>
        </form>
        ${view ? this.table(view) : this.problem ? nothing : html`<p role="status">${say.loading}</p>`}
      </section>
    </div>`;
  }
}
