// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { newKey, type HttpProblem } from '../../../runtime/elements/kit/http.ts';
import { controls, forms, tokens } from '../../../runtime/elements/kit/styles.ts';
import type { PattoDialog } from '../../../runtime/elements/kit/dialog.ts';
import * as api from './api.ts';
import { dayOf, minuteOf } from './dates.ts';
import { deskWords } from './words.ts';

/** Requests that wait and the cases in one's scope, with search. */
@customElement('patto-case-list')
export class CaseList extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    css`
      .search {
        display: flex;
        flex-wrap: wrap;
        gap: 12px 20px;
        align-items: end;
        margin-block-end: 12px;
      }
      .search > div:first-child {
        flex: 1 1 280px;
      }
      .mine {
        display: flex;
        gap: 8px;
        align-items: center;
        min-height: 44px;
        font-weight: 400;
        margin: 0;
      }
      .request {
        padding-block: 12px;
        border-block-end: 1px solid var(--patto-line);
      }
      .request:last-child {
        border: 0;
      }
      td a {
        font-weight: 600;
      }
      @media (max-width: 640px) {
        th:nth-child(3),
        td:nth-child(3),
        th:nth-child(5),
        td:nth-child(5) {
          display: none;
        }
      }
    `,
  ];
  @property() locale = 'it';
  @state() private items: readonly api.CaseRow[] | undefined;
  @state() private total = 0;
  @state() private next: string | undefined;
  @state() private requests: readonly api.RequestRow[] = [];
  @state() private problem: HttpProblem | undefined;
  @state() private district: api.DistrictView | undefined;
  @state() private busy = '';
  @query('patto-dialog') private dialog!: PattoDialog;
  private q = '';
  private mine = false;
  private asked = 0;
  private key = newKey();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    const turn = ++this.asked;
    const [cases, requests, district] = await Promise.all([
      api.listCases(this.q, this.mine),
      api.listRequests(),
      api.openDistrict(),
    ]);
    if (turn !== this.asked) return;
    if (cases.ok) {
      this.items = cases.value.items;
      this.total = cases.value.total;
      this.next = cases.value.next;
      this.problem = undefined;
    } else this.problem = cases.problem;
    if (requests.ok) this.requests = requests.value.items;
    if (district.ok) this.district = district.value;
  }
  private async more(): Promise<void> {
    const answer = await api.moreCases(this.q, this.mine, this.next ?? '');
    if (!answer.ok) {
      this.problem = answer.problem;
      return;
    }
    this.items = [...(this.items ?? []), ...answer.value.items];
    this.next = answer.value.next;
  }
  private search(event: Event): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    this.q = String(data.get('q') ?? '').trim();
    this.mine = data.get('mine') !== null;
    void this.load();
  }
  private async take(request: api.RequestRow): Promise<void> {
    this.busy = request.id;
    const answer = await api.openRequest(request.id, `open-${request.id}`);
    this.busy = '';
    if (answer.ok) location.hash = `#/case/${answer.value.id}`;
    else this.problem = answer.problem;
  }
  private async create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const answer = await api.openCase(
      {
        measure: String(data.get('measure')),
        comune: String(data.get('comune')),
        name: String(data.get('name')).trim(),
      },
      this.key,
    );
    if (answer.ok) {
      this.key = newKey();
      this.dialog.hide();
      location.hash = `#/case/${answer.value.id}`;
    } else this.problem = answer.problem;
  }
  private comune(id: string): string {
    return this.district?.comuni.find((comune) => comune.id === id)?.name ?? id;
  }

  private table() {
    const say = deskWords(this.locale);
    if (!this.items) return html`<p role="status">${say.loading}</p>`;
    if (this.items.length === 0) return html`<p><strong>${say.noCases}</strong> ${say.noCasesHint}</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${say.cases}>
        <table>
          <thead>
            <tr>
              <th scope="col">${say.number}</th>
              <th scope="col">${say.name}</th>
              <th scope="col">${say.comune}</th>
              <th scope="col">${say.state}</th>
              <th scope="col">${say.changed}</th>
            </tr>
          </thead>
          <tbody>
            ${this.items.map(
              (row) =>
                html`<tr>
                  <td class="numbers"><a href="#/case/${row.id}">${row.number}</a></td>
                  <td>${row.name}</td>
                  <td>${this.comune(row.comune)}</td>
                  <td><span class="badge">${row.state}</span></td>
                  <td class="numbers">${dayOf(row.changedAt)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <div class="spread">
        <p class="hint">${this.total} ${this.total === 1 ? say.one : say.total}</p>
        ${this.next ? html`<button class="small" @click=${this.more}>${say.more}</button>` : nothing}
      </div>`;
  }

  override render() {
    const say = deskWords(this.locale);
    return html`<div class="stack">
      <div class="spread">
        <h1>${say.cases}</h1>
        <div class="cluster">
          <button class="primary" @click=${() => this.dialog.show()}>${say.newCase}</button>
        </div>
      </div>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.title}</p>` : nothing}
      <section class="card" aria-labelledby="requests">
        <h2 id="requests">
          ${say.requests}
          ${this.requests.length ? html`<span class="badge warn">${this.requests.length}</span>` : nothing}
        </h2>
        <p class="hint">${say.requestsHint}</p>
        ${this.requests.length === 0 ? html`<p>${say.noRequests}</p>` : nothing}
        ${this.requests.map(
          (request) =>
            html`<div class="request spread">
              <span
                ><strong class="numbers">${request.receipt}</strong> · ${request.title ?? request.definition}
                · ${minuteOf(request.submittedAt)}</span
              >
              <button
                class="small primary"
                ?disabled=${this.busy === request.id}
                @click=${() => this.take(request)}
                aria-label="${say.open} ${request.receipt}"
              >
                ${say.open}
              </button>
            </div>`,
        )}
      </section>
      <section class="card">
        <form class="search" role="search" @submit=${this.search}>
          <div><label for="q">${say.search}</label><input id="q" name="q" type="search" /></div>
          <label class="mine"
            ><input
              type="checkbox"
              name="mine"
              @change=${(event: Event) => (event.target as HTMLInputElement).form?.requestSubmit()}
            />
            ${say.mine}</label
          >
          <button>${say.find}</button>
        </form>
        ${this.table()}
      </section>
      <patto-dialog heading=${say.newCase} close-label=${say.cancel}>
        <form id="new" @submit=${this.create}>
          <div>
            <label for="name">${say.who}</label><input id="name" name="name" required maxlength="120" />
          </div>
          <div>
            <label for="comune">${say.comune}</label>
            <select id="comune" name="comune" required>
              ${this.district?.comuni.map((comune) => html`<option value=${comune.id}>${comune.name}</option>`)}
            </select>
          </div>
          <div>
            <label for="measure">${say.measure}</label>
            <select id="measure" name="measure" required>
              ${this.district?.measures.map((measure) => html`<option value=${measure}>${measure.toUpperCase()}</option>`)}
            </select>
          </div>
        </form>
        <button slot="actions" @click=${() => this.dialog.hide()}>${say.cancel}</button>
        <button
          slot="actions"
          class="primary"
          form="new"
          @click=${() => (this.renderRoot.querySelector('#new') as HTMLFormElement).requestSubmit()}
        >
          ${say.create}
        </button>
      </patto-dialog>
    </div>`;
  }
}
