// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { PattoDialog } from '../../../../runtime/elements/kit/dialog.ts';
import { newKey } from '../../../../runtime/elements/kit/http.ts';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, forms, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { stacked } from '../../look.ts';
import { ownDistrict, type DistrictView } from '../api.ts';
import * as api from './counter-api.ts';
import { counterWords } from './counter-words.ts';
import { dayOf, isoOf, minuteOf } from '../dates.ts';
import { measureChoice } from '../choices.ts';

/** Who came, called or wrote: the days that one asks for, today first. */
@customElement('patto-desk-accesses')
export class DeskAccesses extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    css`
      .search {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(160px, 100%), 1fr));
        gap: 12px 16px;
        align-items: end;
        margin-block-end: 12px;
      }
      .search button {
        justify-self: start;
      }
      .two {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr));
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0 8px;
        margin: 0;
      }
      dt {
        color: var(--patto-muted);
      }
      dd {
        margin: 0;
      }
      .counted {
        grid-template-columns: 1fr auto;
        gap: 6px 12px;
      }
    `,
    stacked,
  ];
  @property({ attribute: false }) session: Session | undefined;
  @property() locale = 'it';
  @state() private view: api.AccessesView | undefined;
  @state() private counter: api.CounterView | undefined;
  @state() private district: DistrictView | undefined;
  @state() private problem = '';
  @state() private opening: api.AccessRow | undefined;
  @query('patto-dialog') private dialog!: PattoDialog;
  private asked: { from: string; to: string; q: string } = { from: '', to: '', q: '' };
  private key = newKey();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
    void ownDistrict().then((district) => (this.district = district));
    void api.seeCounter().then((answer) => answer.ok && (this.counter = answer.value));
  }
  private async load(cursor?: string): Promise<void> {
    const answer = await api.listAccesses({ ...this.asked, ...(cursor ? { cursor } : {}) });
    this.problem = answer.ok ? '' : answer.problem.title;
    if (!answer.ok) return;
    const items = cursor ? [...(this.view?.items ?? []), ...answer.value.items] : answer.value.items;
    this.view = { ...answer.value, items };
  }
  /** a day as people write it; before anybody asked for one, today */
  private written(day: string): string {
    const iso = day || (this.session?.today ?? '');
    return iso === '' ? '' : dayOf(iso);
  }
  private search(event: SubmitEvent): void {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const [from, to] = [isoOf(String(data.get('from'))), isoOf(String(data.get('to')))];
    if (!from || !to) {
      this.problem = counterWords(this.locale).dayWrong;
      return;
    }
    this.asked = { from, to, q: String(data.get('q')).trim() };
    void this.load();
  }
  private async start(definition: string, access?: string): Promise<void> {
    const answer = await api.startHere({ definition, ...(access ? { access } : {}) });
    if (answer.ok) location.hash = `#/draft/${answer.value.id}`;
    else this.problem = answer.problem.title;
  }
  private async open(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const row = this.opening;
    if (!row) return;
    const data = new FormData(event.target as HTMLFormElement);
    const [measure, name] = [String(data.get('measure')), String(data.get('name')).trim()];
    const answer = await api.openFrom({ measure, name, comune: row.comune, access: row.id }, this.key);
    this.key = newKey();
    this.dialog.hide();
    if (answer.ok) location.hash = `#/case/${answer.value.id}`;
    else this.problem = answer.problem.title;
  }

  private onwards(row: api.AccessRow) {
    const say = counterWords(this.locale);
    const takes = this.counter?.takes.includes(row.comune);
    return html`<div class="cluster">
      ${row.request ? html`<a href="#/request/${row.request}">${say.request}</a>` : nothing}
      ${row.case ? html`<a href="#/case/${row.case}">${say.case}</a>` : nothing}
      ${
        takes && !row.request && !row.case
          ? html`${this.counter?.requests.map(
                (form) =>
                  html`<button
                    class="small"
                    data-begin=${form.id}
                    title=${form.title}
                    aria-label="${say.begin}: ${form.title}, ${row.name || say.unknown}, ${minuteOf(row.at)}"
                    @click=${() => this.start(form.id, row.id)}
                  >
                    ${this.counter?.requests.length === 1 ? say.begin : form.title}
                  </button>`,
              )}<button
                class="small"
                aria-label="${say.openCase}: ${row.name || say.unknown}, ${minuteOf(row.at)}"
                @click=${() => {
                  this.opening = row;
                  this.dialog.show();
                }}
              >
                ${say.openCase}
              </button>`
          : nothing
      }
    </div>`;
  }

  private table(view: api.AccessesView) {
    const say = counterWords(this.locale);
    if (view.items.length === 0) return html`<p>${say.noAccesses}</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${say.accesses}>
        <table>
          <thead>
            <tr>
              <th scope="col">${say.hour}</th>
              <th scope="col">${say.who}</th>
              <th scope="col">${say.what}</th>
              <th scope="col">${say.takenBy}</th>
              <th scope="col">${say.next}</th>
            </tr>
          </thead>
          <tbody>
            ${view.items.map(
              (row) =>
                html`<tr>
                  <td class="numbers">${minuteOf(row.at)}</td>
                  <td>
                    <a href="#/submission/${row.id}">${row.name ? row.name : html`<em>${say.unknown}</em>`}</a
                    ><br /><span class="hint">${this.comune(row.comune)}</span>
                  </td>
                  <td>
                    <dl>
                      ${Object.entries(row.facts).map(
                        ([label, text]) =>
                          html`<dt>${label}</dt>
                            <dd>${text}</dd>`,
                      )}
                    </dl>
                  </td>
                  <td>${row.by}</td>
                  <td>${this.onwards(row)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <div class="spread">
        <p class="hint">${view.total} ${view.total === 1 ? say.one : say.many}</p>
        ${view.next ? html`<button class="small" @click=${() => this.load(view.next)}>${say.more}</button>` : nothing}
      </div>`;
  }

  private counts(view: api.AccessesView) {
    const say = counterWords(this.locale);
    if (view.counts.length === 0) return nothing;
    return html`<section class="card" aria-labelledby="counts">
      <h2 id="counts">${say.counts}</h2>
      <div class="two">
        ${view.counts.map(
          ({ label, rows }) =>
            html`<div>
              <h3>${label}</h3>
              <dl class="counted">
                ${rows.map(
                  ({ text, count }) =>
                    html`<dt>${text}</dt>
                      <dd class="numbers">${count}</dd>`,
                )}
              </dl>
            </div>`,
        )}
      </div>
    </section>`;
  }

  private comune(id: string): string {
    return this.district?.comuni.find((one) => one.id === id)?.name ?? id;
  }

  override render() {
    const say = counterWords(this.locale);
    const { view, counter } = this;
    const form = counter && counter.takes.length > 0 ? counter.access : undefined;
    return html`<div class="stack">
      <div class="spread">
        <h1>${say.accesses}</h1>
        ${
          form
            ? html`<button class="primary" data-access @click=${() => this.start(form.id)}>
                ${say.newAccess}
              </button>`
            : nothing
        }
      </div>
      <p class="hint">${say.accessesHint}</p>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      <section class="card">
        <form class="search" role="search" @submit=${this.search}>
          <div>
            <label for="from">${say.from}</label
            ><input id="from" name="from" inputmode="numeric" .value=${this.written(this.asked.from)} />
          </div>
          <div>
            <label for="to">${say.to}</label
            ><input id="to" name="to" inputmode="numeric" .value=${this.written(this.asked.to)} />
          </div>
          <div><label for="q">${say.search}</label><input id="q" name="q" type="search" /></div>
          <button>${say.find}</button>
        </form>
        ${view ? this.table(view) : this.problem ? nothing : html`<p role="status">${say.loading}</p>`}
      </section>
      ${view ? this.counts(view) : nothing}
      <patto-dialog heading=${say.openCase} close-label=${say.cancel}>
        <form id="open" @submit=${this.open}>
          <div>
            <label for="name">${say.caseName}</label
            ><input id="name" name="name" required maxlength="120" .value=${this.opening?.name ?? ''} />
          </div>
          ${measureChoice(say.measure, this.district)}
        </form>
        <button slot="actions" @click=${() => this.dialog.hide()}>${say.cancel}</button>
        <button
          slot="actions"
          class="primary"
          @click=${() => (this.renderRoot.querySelector('#open') as HTMLFormElement).requestSubmit()}
        >
          ${say.opening}
        </button>
      </patto-dialog>
    </div>`;
  }
}
